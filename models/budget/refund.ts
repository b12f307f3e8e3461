import { negated, type Instant, type Pence } from '../shared/index.ts';
import type { Budget, BudgetEntry } from './budget.ts';
import { enter, refusedAtOnce } from './enter.ts';
import { refused, type PostResult } from './post-result.ts';
import { undoneIn } from './undone.ts';

export interface Refund {
  readonly id: string;
  readonly amountPence: Pence;
  /** The entry that paid for it. Must be among the recent ones; older ones are put right by the council. */
  readonly spendId: string;
}

/** Gives back all or part of one spend, never more than it cost less what was given back before. */
export function refund(budget: Budget, { id, amountPence, spendId }: Refund, now: Instant): PostResult {
  const refusal = refusedAtOnce(budget, { id, amountPence, kind: 'refund', reverses: spendId });
  if (refusal !== undefined) return refusal;
  const spent = budget.recent.find((entry) => entry.id === spendId);
  const { reversed, refundedPence } = undoneIn(budget.recent);
  if (spent?.kind !== 'spend' || reversed.has(spendId)) return refused('no-such-spend');
  if (amountPence > spent.amountPence - refundedPence(spendId)) return refused('more-than-spent');
  return enter(budget, [{ line: lineOf(spent, id, amountPence), moves: { paidOutPence: negated(amountPence) } }], now);
}

function lineOf({ what, category, requestId, id: reverses }: BudgetEntry, id: string, amountPence: Pence) {
  return {
    id, kind: 'refund', amountPence, what, reverses,
    ...(category !== undefined && { category }), ...(requestId !== undefined && { requestId }),
  } as const;
}
