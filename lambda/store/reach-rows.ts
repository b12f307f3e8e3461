import * as z from 'zod/mini';
import { gapReasons, type ReachFound } from '../../models/alert/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, instantKept, namedKept, numberKept, textKept, whenAsked } from './kept-values.ts';
import { reachGapsKey, reachGapsPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Row, Table } from './table.ts';

const foundKept = whenAsked<ReachFound>(() => branded<ReachFound>(z.looseObject({
  personId: namedKept, at: instantKept, provider: z.looseObject({ id: textKept, name: textKept }), gaps: z.array(z.looseObject({ reason: z.enum(gapReasons), urgent: z.array(namedKept), others: numberKept, steps: numberKept })),
})));

/** Keeps what was found of somebody, in the place of what was there. A later look wins, whichever ends last: it is a finding, not a decision. */
export async function keepReachFound(table: Table, council: CouncilId, found: ReachFound): Promise<void> {
  const key = reachGapsKey(council, found.personId);
  const row = await table.get(key);
  if (row !== undefined && isSame(row, found)) return;
  await table.transact([{ do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc: documentOf(found) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
}

/** Everybody's, by id. */
export async function reachFoundOf(table: Table, council: CouncilId): Promise<readonly ReachFound[]> {
  return (await everyRow(table, { by: 'pk', pk: reachGapsPartition(council), limit: 1_000 })).map((row) => valueIn(row, foundKept));
}

const sameForMs = 6 * 3_600_000;

/** Found again as it was not long ago: nothing is written. */
function isSame(row: Row, { at, ...found }: ReachFound): boolean {
  const { at: before, ...was } = valueIn(row, foundKept);
  return at - before < sameForMs && JSON.stringify(was) === JSON.stringify(found);
}
