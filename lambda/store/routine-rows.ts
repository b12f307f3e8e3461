import * as z from 'zod/mini';
import { nations, noRoutines, type RoutineBook } from '../../models/routine/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { branded, dateKept, flagKept, instantKept, maybeInstantKept, maybeTextKept, namedKept, numberKept, textKept, timeKept, whenAsked } from './kept-values.ts';
import { routinesKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Row, Table } from './table.ts';

const doesKept = () => z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('visits-today') }), z.looseObject({ kind: z.literal('say'), words: textKept }), z.looseObject({ kind: z.literal('before-visits'), leadMinutes: numberKept }),
  z.looseObject({ kind: z.literal('question'), words: textKept, about: textKept, tell: maybeTextKept, isMedicine: flagKept }),
]);
const routineBookKept = whenAsked<RoutineBook>(() => z.looseObject({
  routines: z.array(z.looseObject({
    id: namedKept, does: doesKept(), days: z.array(branded<1 | 2 | 3 | 4 | 5 | 6 | 7>(z.int())), at: timeKept, startsOn: dateKept, endsOn: z.exactOptional(dateKept), notOn: z.array(dateKept), alsoOn: z.array(dateKept),
    bankHolidays: z.looseObject({ nation: z.enum(nations), rule: z.enum(['as-usual', 'not']) }), setBy: textKept, setByName: textKept,
    agreed: z.exactOptional(z.looseObject({ at: instantKept, how: z.enum(['voice', 'writing']) })), refusedAt: maybeInstantKept, isPaused: z.exactOptional(flagKept), devices: z.exactOptional(z.enum(['speakers', 'screens'])),
  })),
}));

/** The routines in a row, which comes with how a person is reached; none where there is no row. */
export function routinesIn(row: Row | undefined): RoutineBook {
  return row === undefined ? noRoutines : valueIn(row, routineBookKept);
}

const mostTries = 8;

/** Changes a person's routines; read and decided again when somebody else was quicker. */
export async function changeRoutines(table: Table, council: CouncilId, person: PersonId, change: (book: RoutineBook) => RoutineBook): Promise<RoutineBook> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await table.get(routinesKey(council, person));
    const after = change(routinesIn(row));
    const result = await table.transact([{ do: 'put', row: { ...routinesKey(council, person), version: (row?.version ?? 0) + 1, doc: documentOf(after) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
    if (result.kind === 'done') return after;
  }
  throw new Error('The routines could not be kept: they kept changing');
}
