import { add, noMoney, pence, type LocalDate, type Pence } from '../shared/index.ts';
import type { BudgetEntry } from './budget.ts';
import { isAbout } from './is-about.ts';
import { undoneIn } from './undone.ts';

interface SpendingLine {
  readonly what: string;
  /** What it came to in the end: less what was given back. */
  readonly amountPence: Pence;
  readonly on: LocalDate;
  readonly category: string | undefined;
}
interface Spending { readonly totalPence: Pence; readonly lines: readonly SpendingLine[] }

/**
 * What was spent from one day to another (both counted), on anything or on what the words mean. A spend that was reversed
 * is left out; what was refunded, whenever that was, is taken off the spend itself. Money the council took back is not spending.
 */
export function spendingBetween(entries: readonly BudgetEntry[], from: LocalDate, to: LocalDate, about?: string): Spending {
  const { reversed, refundedPence } = undoneIn(entries);
  const lines = entries
    .filter((entry) => entry.kind === 'spend' && from <= entry.on && entry.on <= to && !reversed.has(entry.id))
    .filter((entry) => about === undefined || isAbout(entry, about))
    .map(({ id, what, amountPence, on, category }) => ({ what, amountPence: pence(amountPence - refundedPence(id)), on, category }))
    .filter((line) => line.amountPence > 0);
  return { totalPence: add(noMoney, ...lines.map((line) => line.amountPence)), lines };
}
