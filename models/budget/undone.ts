import type { BudgetEntry } from './budget.ts';

/** What later lines have undone: entries reversed altogether, and how much of each spend was given back and stayed so. */
export interface Undone {
  readonly reversed: ReadonlySet<string>;
  readonly refundedPence: (spendId: string) => number;
}

/** Looks once through entries, in any order. A line that undoes another is always newer, so the recent ones suffice for themselves. */
export function undoneIn(entries: readonly BudgetEntry[]): Undone {
  const reversed = new Set<string>();
  for (const { kind, reverses } of entries) if (kind === 'reversal' && reverses !== undefined) reversed.add(reverses);
  const refunded = new Map<string, number>();
  for (const { id, kind, reverses, amountPence } of entries) {
    if (kind === 'refund' && reverses !== undefined && !reversed.has(id)) refunded.set(reverses, (refunded.get(reverses) ?? 0) + amountPence);
  }
  return { reversed, refundedPence: (spendId) => refunded.get(spendId) ?? 0 };
}
