import { isSameRecipient, type Alert, type Delivery, type Outcome, type Send, type Step } from '../../models/alert/index.ts';
import type { PersonToTell } from '../store/alert-store.ts';
import { attemptReference } from './attempt-reference.ts';
import { channelMustAnswerWithinMs, leaseMs, type CouncilToTell, type EngineParts } from './engine-parts.ts';

/** What came of one notification. */
export interface Sent { readonly attemptId: string; readonly fence: number; readonly outcome: Outcome }
interface For { readonly person: PersonToTell | undefined; readonly council: CouncilToTell; readonly wording: string | undefined }

/** Hands every notification of a claim to its channel, all at once. Whatever a channel does, each has an outcome in the end. */
export function sendAll(claimed: Alert, step: Extract<Step, { do: 'tell' }>, whom: For, parts: EngineParts): Promise<readonly Sent[]> {
  return Promise.all(step.sends.map(async (send, place): Promise<Sent> => {
    const attempt = step.again === undefined ? claimed.attempts[claimed.attempts.length - step.sends.length + place] : claimed.attempts.find(({ id }) => id === step.again);
    if (attempt === undefined) throw new Error('A claim holds an attempt for every sending');
    return { attemptId: attempt.id, fence: attempt.fence, outcome: await sendOne(claimed, attempt.id, send, whom, parts) };
  }));
}

async function sendOne(alert: Alert, attemptId: string, { to, address }: Send, { person, wording }: For, { channels, knows, clock, wait, log }: EngineParts): Promise<Outcome> {
  const channel = channels[address.channel];
  if (channel === undefined) return { kind: 'failed', why: 'not-set-up' };
  const now = clock();
  // Whoever was held up so long that the claim is another's by now keeps quiet.
  if (alert.nextAt !== undefined && now > alert.nextAt - leaseMs + leaseMs / 2) return { kind: 'failed', why: 'fault' };
  const isAgain = alert.attempts.some((attempt) => isSameRecipient(attempt.to, to) && (attempt.id === attemptId ? attempt.sendings > 1 : attempt.state !== 'failed' && attempt.state !== 'sending'));
  const delivery: Delivery = {
    attemptId: attemptReference({ councilId: alert.councilId, ...(alert.personId !== undefined && { personId: alert.personId }), attemptId }), alertId: alert.id, councilId: alert.councilId, to, kind: alert.kind,
    urgency: alert.urgency, address, wording: knows.wordingOf(alert, person?.record, to, now, isAgain, wording), isAgain, sentAt: now,
    ...(alert.personId !== undefined && { personId: alert.personId }), ...(alert.expiresAt !== undefined && { expiresAt: alert.expiresAt }),
  };
  try {
    return await Promise.race([channel.send(delivery), wait(channelMustAnswerWithinMs).then((): Outcome => ({ kind: 'unknown', why: 'no-answer-in-time' }))]);
  } catch (cause) {
    log.fault('channel-broke', { channel: address.channel }, cause);
    return { kind: 'unknown', why: 'channel-broke' };
  }
}
