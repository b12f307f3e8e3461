import * as z from 'zod/mini';
import type { CareVisit, HeardReport } from '../../models/care-visit/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { visitsKept } from './care-visit-rows.ts';
import { everyRow } from './every-row.ts';
import { branded, instantKept, namedKept, whenAsked } from './kept-values.ts';
import { heardKey, historyKey, personPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

const heardKept = whenAsked<HeardReport>(() => branded<HeardReport>(z.looseObject({ heardAt: instantKept, report: z.looseObject({ visitId: namedKept, at: instantKept, said: namedKept }) })));

/** What keeps an agency's report as it was heard, beside what is read in every turn and not among it. */
export function heardOperations(pk: string, { at, idempotencyKey, heard }: RecordChange): readonly Operation[] {
  return heard === undefined ? [] : [{ do: 'put', row: { pk, sk: heardKey(at, idempotencyKey), version: 1, doc: documentOf({ heardAt: at, report: heard } satisfies HeardReport) }, when: [{ if: 'absent' }] }];
}

/** What was reported of one person's visits from a moment on, in the order it was heard. */
export async function heardReports(table: Table, council: CouncilId, person: PersonId, from: Instant): Promise<readonly HeardReport[]> {
  return (await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: heardKey(from, ''), to: 'heard#~' })).map((row) => valueIn(row, heardKept));
}

/** Visits that the book had no more room for, from a moment on. */
export async function visitsOfHistory(table: Table, council: CouncilId, person: PersonId, from: Instant): Promise<readonly CareVisit[]> {
  return (await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: historyKey('visit', from, ''), to: 'history#visit#~' })).flatMap((row) => valueIn(row, visitsKept));
}
