import * as z from 'zod/mini';
import type { CareVisit, HeardReport, VisitReport } from '../../models/care-visit/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { visitsKept } from './care-visit-rows.ts';
import { everyRow } from './every-row.ts';
import { branded, instantKept, namedKept, whenAsked } from './kept-values.ts';
import { heardKey, historyKey, personPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

interface HeardTogether extends HeardReport { readonly more?: readonly VisitReport[] }
const report = () => z.looseObject({ visitId: namedKept, at: instantKept, said: namedKept });
const heardKept = whenAsked<HeardTogether>(() => branded<HeardTogether>(z.looseObject({ heardAt: instantKept, report: report(), more: z.exactOptional(z.array(report())) })));

/** What keeps an agency's reports as they were heard, beside what is read in every turn and not among it: one row for all that came in one breath. */
export function heardOperations(pk: string, { at, idempotencyKey, heard = [] }: RecordChange): readonly Operation[] {
  const [first, ...more] = heard;
  return first === undefined ? [] : [{ do: 'put', row: { pk, sk: heardKey(at, idempotencyKey), version: 1, doc: documentOf({ heardAt: at, report: first, ...(more.length > 0 && { more }) } satisfies HeardTogether) }, when: [{ if: 'absent' }] }];
}

/** What was reported of one person's visits from a moment on, in the order it was heard. */
export async function heardReports(table: Table, council: CouncilId, person: PersonId, from: Instant): Promise<readonly HeardReport[]> {
  return (await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: heardKey(from, ''), to: 'heard#~' })).flatMap((row) => {
    const { heardAt, report: first, more = [] } = valueIn(row, heardKept);
    return [first, ...more].map((each) => ({ heardAt, report: each }));
  });
}

/** Visits that the book had no more room for, from a moment on. */
export async function visitsOfHistory(table: Table, council: CouncilId, person: PersonId, from: Instant): Promise<readonly CareVisit[]> {
  return (await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: historyKey('visit', from, ''), to: 'history#visit#~' })).flatMap((row) => valueIn(row, visitsKept));
}
