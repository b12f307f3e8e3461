import type { Budget, OpenSetAside } from './budget.ts';
import { refused, type Refused } from './post-result.ts';

/** The money promised to a request, and what stays open without it; refused when it was closed before, or never was. */
export function openSetAside(budget: Budget, requestId: string): Found | Refused {
  const open = budget.openSetAsides.find((each) => each.requestId === requestId);
  if (open !== undefined) return { kind: 'open', open, others: budget.openSetAsides.filter((each) => each !== open) };
  const wasOpen = budget.recent.some((entry) => entry.kind === 'set-aside' && entry.requestId === requestId);
  return refused(wasOpen ? 'already-closed' : 'no-such-set-aside');
}

interface Found { readonly kind: 'open'; readonly open: OpenSetAside; readonly others: readonly OpenSetAside[] }
