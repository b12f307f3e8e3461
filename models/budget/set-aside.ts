import type { Instant, Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { enter, refusedAtOnce } from './enter.ts';
import { refused, refusedAsTooMuch, type PostResult } from './post-result.ts';

export interface SetAside {
  readonly id: string;
  readonly amountPence: Pence;
  readonly requestId: string;
  readonly what: string;
  readonly category?: string;
  /** When it is given back if nothing has come of it. */
  readonly expiresAt: Instant;
}

/** Promises money to one request. Refused when less is left to use, or when that request has money set aside already. */
export function setAside(budget: Budget, command: SetAside, now: Instant): PostResult {
  const { expiresAt, ...rest } = command;
  const { amountPence, requestId, what } = rest;
  const line = { ...rest, kind: 'set-aside' } as const;
  const refusal = refusedAtOnce(budget, line);
  if (refusal !== undefined) return refusal;
  if (budget.openSetAsides.some((open) => open.requestId === requestId)) return refused('already-set-aside');
  return refusedAsTooMuch(budget, amountPence)
    ?? enter(budget, [{ line, moves: { setAsidePence: amountPence } }], now, [...budget.openSetAsides, { requestId, amountPence, what, expiresAt }]);
}
