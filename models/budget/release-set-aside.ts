import { negated, type Instant } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { enter, refusedAtOnce } from './enter.ts';
import { openSetAside } from './open-set-aside.ts';
import type { PostResult } from './post-result.ts';

export interface ReleaseSetAside {
  readonly id: string;
  readonly requestId: string;
}

/** Gives back all the money promised to a request. A promise is closed once only: a second time is refused. */
export function releaseSetAside(budget: Budget, { id, requestId }: ReleaseSetAside, now: Instant): PostResult {
  const refusal = refusedAtOnce(budget, { id, requestId, kind: 'set-aside-released' });
  if (refusal !== undefined) return refusal;
  const found = openSetAside(budget, requestId);
  if (found.kind === 'refused') return found;
  const { amountPence, what } = found.open;
  const line = { id, kind: 'set-aside-released', amountPence, what, requestId } as const;
  return enter(budget, [{ line, moves: { setAsidePence: negated(amountPence) } }], now, found.others);
}
