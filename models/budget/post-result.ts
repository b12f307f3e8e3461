import { subtract, type Pence } from '../shared/index.ts';
import type { Budget, BudgetEntry } from './budget.ts';
import { leftPence } from './left.ts';

export type PostRefusal =
  | 'not-enough' | 'not-positive' | 'already-posted' | 'id-already-used'
  | 'already-set-aside' | 'no-such-set-aside' | 'already-closed' | 'more-than-set-aside'
  | 'no-such-spend' | 'more-than-spent' | 'more-than-kept-back'
  | 'nothing-to-reverse' | 'already-reversed' | 'already-refunded' | 'not-reversible';

export type PostResult =
  /** `entry` is the line asked for; `entries` all that must be kept with it, in order. */
  | { readonly kind: 'posted'; readonly budget: Budget; readonly entry: BudgetEntry; readonly entries: readonly BudgetEntry[] }
  | Refused;

/** Nothing was changed. `shortPence`: how much is missing, when there is not enough. */
export interface Refused { readonly kind: 'refused'; readonly reason: PostRefusal; readonly shortPence?: Pence }

/** Why a line was not posted; nothing has changed. */
export function refused(reason: PostRefusal): Refused {
  return { kind: 'refused', reason };
}

/** Refuses what is more than is left to use, saying by how much; undefined when there is enough. */
export function refusedAsTooMuch(budget: Budget, amountPence: Pence): Refused | undefined {
  const shortPence = subtract(amountPence, leftPence(budget));
  return shortPence > 0 ? { kind: 'refused', reason: 'not-enough', shortPence } : undefined;
}
