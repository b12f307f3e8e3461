import { negated, subtract, type Instant, type Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { enter, refusedAtOnce, type Step } from './enter.ts';
import { openSetAside } from './open-set-aside.ts';
import { refused, refusedAsTooMuch, type PostResult } from './post-result.ts';

export interface Spend {
  readonly id: string;
  readonly amountPence: Pence;
  readonly what: string;
  readonly category?: string;
  /** The request whose set-aside pays for it. Without one it is paid from what is left to use. */
  readonly requestId?: string;
}

/**
 * Pays for something. From a set-aside: at most what was promised, and the rest is given back in the same breath, as a
 * second entry whose id ends in `-rest`. Otherwise: at most what is left to use.
 */
export function spend(budget: Budget, command: Spend, now: Instant): PostResult {
  const line = { ...command, kind: 'spend' } as const;
  const refusal = refusedAtOnce(budget, line);
  if (refusal !== undefined) return refusal;
  if (command.requestId !== undefined) return spendSetAside(budget, { ...command, requestId: command.requestId }, now);
  return refusedAsTooMuch(budget, line.amountPence) ?? enter(budget, [{ line, moves: { paidOutPence: line.amountPence } }], now);
}

function spendSetAside(budget: Budget, command: Spend & { readonly requestId: string }, now: Instant): PostResult {
  const { id, amountPence, what, requestId } = command;
  const found = openSetAside(budget, requestId);
  if (found.kind === 'refused') return found;
  const restPence = subtract(found.open.amountPence, amountPence);
  if (restPence < 0) return refused('more-than-set-aside');

  const paid: Step = { line: { ...command, kind: 'spend' }, moves: { paidOutPence: amountPence, setAsidePence: negated(amountPence) } };
  const rest: Step = {
    line: { id: `${id}-rest`, kind: 'set-aside-released', amountPence: restPence, what, requestId },
    moves: { setAsidePence: negated(restPence) },
  };
  return enter(budget, restPence > 0 ? [paid, rest] : [paid], now, found.others);
}
