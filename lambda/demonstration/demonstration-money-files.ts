import type { Instant } from '../../models/shared/index.ts';
import { moneyFileStore } from '../store/money-file-rows.ts';
import type { Table } from '../store/table.ts';
import { harrow } from './around-harrow.ts';

const aDayMs = 86_400_000;

/** Ms Lund brought in last month’s file from Oracle, and the prepaid cards’ last week: with rows that were left, as there are in life. */
export async function seedMoneyFiles(table: Table, now: Instant): Promise<void> {
  const files = moneyFileStore(table);
  for (const [daysAgo, source, fileName, rows, counts] of [
    [27, 'oracle', 'direct-payments-last-month.csv', 6, { posts: 5, waits: 0, there: 0, left: 1 }], [5, 'prepaid-cards', 'cards-week.csv', 4, { posts: 2, waits: 0, there: 1, left: 1 }],
  ] as const) {
    const at = (now - daysAgo * aDayMs) as Instant;
    await files.finish(harrow, await files.begin(harrow, { source, fileName, by: 'Ms Lund', startedAt: at, part: 1, parts: 1, rows }), counts, (at + 9_000) as Instant);
  }
}
