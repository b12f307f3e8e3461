import type { Instant, Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { enter, refusedAtOnce } from './enter.ts';
import type { PostResult } from './post-result.ts';

export interface Allocate {
  readonly id: string;
  readonly amountPence: Pence;
  /** Who pays: `own` is the person's own contribution, worked out by the council (Care Act 2014 s26). */
  readonly source: 'council' | 'nhs' | 'own';
  readonly what: string;
}

/** Money comes in, from the council, the NHS or the person. */
export function allocate(budget: Budget, command: Allocate, now: Instant): PostResult {
  const { id, amountPence, source, what } = command;
  const line = { id, kind: source === 'own' ? 'contribution' : 'allocation', amountPence, source, what } as const;
  return refusedAtOnce(budget, line) ?? enter(budget, [{ line, moves: { paidInPence: amountPence } }], now);
}
