import type { VisitBook } from '../../models/care-visit/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { visitsOfHistory } from '../store/heard-rows.ts';
import type { Table } from '../store/table.ts';

/** Somebody's visits with those, from a moment on, that their book had no more room for. */
export async function wholeBook({ councilId, personId, visitBook }: Pick<PersonRecord, 'councilId' | 'personId' | 'visitBook'>, table: Table, from: Instant): Promise<VisitBook> {
  const gone = await visitsOfHistory(table, councilId, personId, from);
  const there = new Set(visitBook.visits.map(({ id }) => id));
  return { ...visitBook, visits: [...gone.filter(({ id }) => !there.has(id)), ...visitBook.visits].sort((one, other) => one.startsAt - other.startsAt) };
}
