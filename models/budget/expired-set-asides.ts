import type { Instant } from '../shared/index.ts';
import type { Budget, OpenSetAside } from './budget.ts';

/** The promises of money whose time is up at this moment, the longest overdue first. */
export function expiredSetAsides(budget: Budget, now: Instant): readonly OpenSetAside[] {
  return budget.openSetAsides.filter((open) => open.expiresAt <= now).toSorted((one, other) => one.expiresAt - other.expiresAt);
}
