import * as z from 'zod/mini';
import { instrumentIds, modes, type WellbeingAnswers } from '../../models/outcome/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { flagKept, instantKept, namedKept, textKept, whenAsked } from './kept-values.ts';
import { personPartition, wellbeingKey, wellbeingRange } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

const wellbeingKept = whenAsked<WellbeingAnswers>(() => z.looseObject({
  id: namedKept, instrument: z.enum(instrumentIds), version: textKept, mode: z.enum(modes), answers: z.record(textKept, textKept), isStopped: flagKept, at: instantKept,
}));

/** What keeps somebody's answers beside what is read in every turn, and not among it. */
export function wellbeingOperations(pk: string, { wellbeing }: Pick<RecordChange, 'wellbeing'>): readonly Operation[] {
  return wellbeing === undefined ? [] : [{ do: 'put', row: { pk, sk: wellbeingKey(wellbeing.at, wellbeing.id), version: 1, doc: documentOf(wellbeing) }, when: [{ if: 'absent' }] }];
}

/** All that somebody ever answered, oldest first. */
export async function wellbeingOf(table: Table, council: CouncilId, person: PersonId): Promise<readonly WellbeingAnswers[]> {
  return (await everyRow(table, { by: 'pk', pk: personPartition(council, person), ...wellbeingRange })).map((row) => valueIn(row, wellbeingKept));
}
