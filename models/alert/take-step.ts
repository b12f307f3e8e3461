import type { Instant } from '../shared/index.ts';
import { mostKept, type Alert, type AlertState } from './alert.ts';
import type { Attempt } from './attempt.ts';
import type { EndReason, Reason } from './reasons.ts';
import type { Send, Step } from './situation.ts';

/**
 * The alert after a step was decided. A `tell` marks its notifications as being sent, theirs alone until the lease runs
 * out: it is kept before anything is sent. `ladder` is settled with the first telling.
 */
export function takeStep(alert: Alert, step: Step, now: Instant, { leaseMs, ladder }: { readonly leaseMs: number; readonly ladder: NonNullable<Alert['ladder']> }): Alert {
  switch (step.do) {
    case 'hold': return { ...decided(alert, step.reason, now), nextAt: step.until, state: alert.state === 'planned' && now >= alert.plannedFor ? 'due' : alert.state };
    case 'end': return ended(alert, step.reason, now);
    case 'tell': return told(decided(alert, step.reason, now), step, now, (now + leaseMs) as Instant, ladder);
  }
}

/** The alert ended, for a reason. */
export function ended(alert: Alert, reason: EndReason, now: Instant): Alert {
  const { nextAt: _none, ...rest } = decided(alert, reason, now);
  return { ...rest, state: endStates[reason] };
}

const endStates: Readonly<Record<EndReason, AlertState>> = {
  'end:answered': 'closed', 'end:told-no-answer-needed': 'closed', 'end:expired': 'expired', 'end:no-longer-true': 'cancelled', 'end:withdrawn': 'cancelled', 'end:not-agreed': 'cancelled', 'end:superseded': 'superseded',
};

/** Holding on for the same reason is one decision, not many. */
function decided(alert: Alert, reason: Reason, at: Instant): Alert {
  if (reason.startsWith('hold:') && alert.decisions.at(-1)?.reason === reason) return alert;
  return { ...alert, decisions: [...alert.decisions, { at, reason }].slice(-mostKept) };
}

function told(alert: Alert, step: Extract<Step, { do: 'tell' }>, now: Instant, leaseUntil: Instant, ladder: NonNullable<Alert['ladder']>): Alert {
  const rung = alert.rungsClimbed + step.rungs;
  const attempts = step.again === undefined
    ? [...alert.attempts, ...step.sends.map((send, place) => firstSending(send, `${alert.id}.${alert.attemptsMade + place + 1}`, rung, now, leaseUntil))]
    : alert.attempts.map((attempt) => (attempt.id === step.again ? sentAgain(attempt, leaseUntil) : attempt));
  const isElsewhere = alert.rungsClimbed > 0 && step.sends.some(({ to }) => to.kind !== 'person');
  return {
    ...alert, attempts: attempts.slice(-mostKept), attemptsMade: alert.attemptsMade + (step.again === undefined ? step.sends.length : 0), rungsClimbed: rung,
    firstToldAt: alert.firstToldAt ?? now, ladder: alert.ladder ?? ladder, nextAt: leaseUntil, state: isElsewhere ? 'escalated' : furthest(alert.state, 'sent'),
  };
}

function firstSending({ to, address }: Send, id: string, rung: number, startedAt: Instant, leaseUntil: Instant): Attempt {
  return { id, to, channel: address.channel, addressId: address.id, rung, state: 'sending', startedAt, leaseUntil, sendings: 1, fence: 1 };
}

function sentAgain(attempt: Attempt, leaseUntil: Instant): Attempt {
  return { ...attempt, state: 'sending', leaseUntil, sendings: attempt.sendings + 1, fence: attempt.fence + 1 };
}

const order: readonly AlertState[] = ['planned', 'due', 'unknown', 'sent', 'accepted', 'shown', 'spoken', 'escalated', 'answered', 'closed'];

/** The further of two states: an alert never goes back. */
export function furthest(one: AlertState, other: AlertState): AlertState {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
