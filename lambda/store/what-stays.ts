import type { BudgetEntry } from '../../models/budget/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import { budgetEntryKept } from './budget-rows.ts';
import { auditKey, entryKey } from './keys.ts';
import { fieldOf } from './named-rows.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Row } from './table.ts';

/** Money lines without a word of them: number, day, kind, sum, whose money, which line each puts right, and which belong together. */
export function moneyAlone(rows: readonly Row[]): readonly { readonly row: Row; readonly after: Row }[] {
  const entries = rows.map((row) => ({ row, entry: valueIn(row, budgetEntryKept) }));
  const numbers = new Map(entries.map(({ entry }) => [entry.id, entry.number]));
  const requests = [...new Set(entries.flatMap(({ entry }) => entry.requestId ?? []))];
  return entries.map(({ row, entry }) => ({ row, after: alone(row, entry, numbers, requests) }));
}

function alone(row: Row, { number, at, on, kind, amountPence, source, reverses, requestId }: BudgetEntry, numbers: ReadonlyMap<string, number>, requests: readonly string[]): Row {
  const other = reverses === undefined ? undefined : numbers.get(reverses);
  const kept: BudgetEntry = { id: idOf(number), number, at, on, kind, amountPence, what: '', ...(source !== undefined && { source }), ...(other !== undefined && { reverses: idOf(other) }), ...(requestId !== undefined && { requestId: `request-${requests.indexOf(requestId) + 1}` }) };
  return { pk: row.pk, sk: entryKey(number), version: row.version + 1, doc: documentOf(kept) };
}

const idOf = (number: number): string => `entry-${number}`;

/** Who did what of kind, and when: staff by their sign-in, everybody else by what they are; not to what. */
export function deedAlone(row: Row, place: number): Row {
  const [by, action] = [fieldOf(row, 'by'), fieldOf(row, 'action')];
  const who = typeof by !== 'string' ? '' : by.startsWith('staff:') ? by : by.split(':')[0] ?? '';
  return { pk: row.pk, sk: auditKey(momentOf(row), `kept-${String(place).padStart(6, '0')}`), version: 1, doc: documentOf({ action: typeof action === 'string' ? action : '', by: who, about: '' }) };
}

function momentOf({ sk }: Row): Instant {
  return instant(Date.parse(sk.slice('audit#'.length, 'audit#'.length + '2026-12-01T00:00:00.000Z'.length)));
}
