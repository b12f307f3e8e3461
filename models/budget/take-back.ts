import type { Instant, Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { enter, refusedAtOnce } from './enter.ts';
import { refusedAsTooMuch, type PostResult } from './post-result.ts';

export interface TakeBack {
  readonly id: string;
  readonly amountPence: Pence;
  readonly what: string;
}

/** The council takes back what was not used. Never money that is set aside or kept back: refused beyond what is left. */
export function takeBack(budget: Budget, command: TakeBack, now: Instant): PostResult {
  const line = { ...command, kind: 'taken-back' } as const;
  return refusedAtOnce(budget, line)
    ?? refusedAsTooMuch(budget, line.amountPence)
    ?? enter(budget, [{ line, moves: { paidOutPence: line.amountPence } }], now);
}
