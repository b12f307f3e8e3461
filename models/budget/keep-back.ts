import { negated, type Instant, type Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { enter, refusedAtOnce } from './enter.ts';
import { refused, refusedAsTooMuch, type PostResult } from './post-result.ts';

export interface KeepBack {
  readonly id: string;
  readonly amountPence: Pence;
  readonly what: string;
}

/** Keeps money back for emergencies: it is not counted as left to use. Refused when less is left. */
export function keepBack(budget: Budget, command: KeepBack, now: Instant): PostResult {
  const line = { ...command, kind: 'kept-back' } as const;
  return refusedAtOnce(budget, line)
    ?? refusedAsTooMuch(budget, line.amountPence)
    ?? enter(budget, [{ line, moves: { keptBackPence: line.amountPence } }], now);
}

/** Lets money that was kept back be used. Refused beyond what is kept back. */
export function releaseKeptBack(budget: Budget, command: KeepBack, now: Instant): PostResult {
  const line = { ...command, kind: 'kept-back-released' } as const;
  const refusal = refusedAtOnce(budget, line);
  if (refusal !== undefined) return refusal;
  if (line.amountPence > budget.figures.keptBackPence) return refused('more-than-kept-back');
  return enter(budget, [{ line, moves: { keptBackPence: negated(line.amountPence) } }], now);
}
