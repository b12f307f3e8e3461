import { negated, type Instant } from '../shared/index.ts';
import type { Budget, BudgetEntry } from './budget.ts';
import { enter, refusedAtOnce, type Step } from './enter.ts';
import { refused, refusedAsTooMuch, type PostResult, type Refused } from './post-result.ts';
import { undoneIn, type Undone } from './undone.ts';

export interface Reverse {
  readonly id: string;
  /** The entry that was a mistake. Must be among the recent ones. */
  readonly entryId: string;
  /** Why it was one. */
  readonly note?: string;
}

/**
 * Undoes a mistaken entry, once, by another of the same amount. Money paid from a set-aside comes back to what is left: a
 * promise that was closed is not opened again. Set-asides are released, not reversed. Taking back money that came in by
 * mistake may leave less than nothing, since it was never there.
 */
export function reverse(budget: Budget, { id, entryId, note }: Reverse, now: Instant): PostResult {
  const refusal = refusedAtOnce(budget, { id, kind: 'reversal', reverses: entryId });
  if (refusal !== undefined) return refusal;
  const entry = budget.recent.find((each) => each.id === entryId);
  if (entry === undefined) return refused('nothing-to-reverse');
  const undone = undoneIn(budget.recent);
  if (undone.reversed.has(entryId)) return refused('already-reversed');
  const undo = undoing(budget, entry, undone);
  return 'kind' in undo ? undo : enter(budget, [{ line: { ...lineOf(entry, id), ...(note !== undefined && { note }) }, moves: undo }], now);
}

/** The recent entries that could be undone by hand, the newest first. What was paid for a request is refunded there, so that the request knows. */
export function reversible(budget: Budget): readonly BudgetEntry[] {
  const undone = undoneIn(budget.recent);
  return budget.recent.filter((entry) => entry.requestId === undefined && !undone.reversed.has(entry.id) && !('kind' in undoing(budget, entry, undone)));
}

function undoing(budget: Budget, entry: BudgetEntry, undone: Undone): Step['moves'] | Refused {
  const { amountPence } = entry;
  switch (entry.kind) {
    case 'allocation':
    case 'contribution': return { paidInPence: negated(amountPence) };
    case 'spend': return undone.refundedPence(entry.id) > 0 ? refused('already-refunded') : { paidOutPence: negated(amountPence) };
    case 'taken-back': return { paidOutPence: negated(amountPence) };
    case 'refund': return { paidOutPence: amountPence };
    case 'kept-back': return amountPence > budget.figures.keptBackPence ? refused('more-than-kept-back') : { keptBackPence: negated(amountPence) };
    case 'kept-back-released': return refusedAsTooMuch(budget, amountPence) ?? { keptBackPence: amountPence };
    case 'set-aside':
    case 'set-aside-released':
    case 'reversal': return refused('not-reversible');
  }
}

function lineOf({ amountPence, what, category, id: reverses }: BudgetEntry, id: string): Step['line'] {
  return { id, kind: 'reversal', amountPence, what, reverses, ...(category !== undefined && { category }) };
}
