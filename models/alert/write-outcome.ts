import type { Instant } from '../shared/index.ts';
import { isOpen, type Alert } from './alert.ts';
import type { Attempt } from './attempt.ts';
import type { Outcome } from './channel.ts';
import { furthest } from './take-step.ts';

/** The alert with what became of one notification. Written only by whoever holds the claim: an older fence changes nothing. */
export function writeOutcome(alert: Alert, { attemptId, fence }: { readonly attemptId: string; readonly fence: number }, outcome: Outcome, now: Instant): Alert {
  const attempt = alert.attempts.find(({ id }) => id === attemptId);
  if (attempt?.state !== 'sending' || attempt.fence !== fence) return alert;
  return withAttempt(alert, afterOutcome(attempt, outcome, now));
}

/** A receipt that comes later, once or again, in any order: an attempt only goes forward, and an ended alert stays ended. */
export function writeReceipt(alert: Alert, attemptId: string, proof: 'accepted' | 'shown' | 'spoken' | 'failed', at: Instant, why?: string): Alert {
  const attempt = alert.attempts.find(({ id }) => id === attemptId);
  if (attempt === undefined || rank(attempt.state) >= rank(proof)) return alert;
  const { leaseUntil: _done, ...rest } = attempt;
  return withAttempt(alert, { ...rest, state: proof, endedAt: at, ...(proof === 'accepted' && { acceptedAt: at }), ...(proof === 'shown' && { shownAt: at }), ...(proof === 'spoken' && { spokenAt: at }), ...(why !== undefined && { why }) });
}

const ranks = ['sending', 'unknown', 'accepted', 'failed', 'shown', 'spoken'] as const;
const rank = (state: (typeof ranks)[number]) => ranks.indexOf(state);

function withAttempt(alert: Alert, attempt: Attempt): Alert {
  const attempts = alert.attempts.map((each) => (each.id === attempt.id ? attempt : each));
  const isProof = attempt.state === 'accepted' || attempt.state === 'shown' || attempt.state === 'spoken';
  const state = !isOpen(alert) ? alert.state : isProof ? furthest(alert.state === 'unknown' ? 'sent' : alert.state, attempt.state) : attempts.every((each) => each.state === 'unknown') && alert.state === 'sent' ? 'unknown' : alert.state;
  return { ...alert, attempts, state };
}

function afterOutcome({ leaseUntil: _done, ...attempt }: Attempt, outcome: Outcome, now: Instant): Attempt {
  switch (outcome.kind) {
    case 'failed': return { ...attempt, state: 'failed', endedAt: now, why: outcome.why };
    case 'unknown': return { ...attempt, state: 'unknown', endedAt: now, why: outcome.why };
    default: return {
      ...attempt, state: outcome.kind, endedAt: now, acceptedAt: now, ...(outcome.kind === 'shown' && { shownAt: now }), ...(outcome.kind === 'spoken' && { spokenAt: now }),
      ...(outcome.reference !== undefined && { reference: outcome.reference }),
    };
  }
}
