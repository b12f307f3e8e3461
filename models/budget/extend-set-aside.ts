import type { Instant } from '../shared/index.ts';
import type { Budget } from './budget.ts';

/** Holds a promise of money until a later time. No money moves, so no line is added; an earlier time, or no such promise, changes nothing. */
export function extendSetAside(budget: Budget, requestId: string, expiresAt: Instant): Budget {
  const isShorter = budget.openSetAsides.some((open) => open.requestId === requestId && open.expiresAt < expiresAt);
  if (!isShorter) return budget;
  return { ...budget, openSetAsides: budget.openSetAsides.map((open) => (open.requestId === requestId ? { ...open, expiresAt } : open)) };
}
