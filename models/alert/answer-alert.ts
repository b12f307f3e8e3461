import type { Instant } from '../shared/index.ts';
import { isOpen, type Alert } from './alert.ts';
import type { Answer } from './answer.ts';
import { alertKinds } from './kinds.ts';
import { isSameRecipient } from './recipient.ts';
import { ended } from './take-step.ts';

export type AnswerResult =
  | { readonly kind: 'answered'; readonly alert: Alert }
  /** It was answered or over before: nothing changes, and nothing is wrong. */
  | { readonly kind: 'already-over'; readonly alert: Alert }
  | { readonly kind: 'refused'; readonly reason: 'not-told' };

/**
 * A human's answer: it closes the alert for everybody, everywhere. The person and the desk may answer whatever is about
 * the person; somebody of the circle only what they were told of.
 */
export function answerAlert(alert: Alert, answer: Answer): AnswerResult {
  if (!mayAnswer(alert, answer)) return { kind: 'refused', reason: 'not-told' };
  if (!isOpen(alert)) return { kind: 'already-over', alert };
  return { kind: 'answered', alert: { ...ended(alert, 'end:answered', answer.at), answer } };
}

function mayAnswer({ kind, attempts }: Alert, { by }: Answer): boolean {
  if (by.kind === 'desk') return true;
  if (by.kind === 'person') return alertKinds[kind].for === 'person' || alertKinds[kind].for === 'everybody' || attempts.some(({ to }) => to.kind === 'person');
  return attempts.some(({ to }) => isSameRecipient(to, by));
}

/** A newer alert of the same thread takes this one's place. */
export function supersede(alert: Alert, now: Instant): Alert {
  return isOpen(alert) ? ended(alert, 'end:superseded', now) : alert;
}

/** Whoever raised it takes it back. */
export function withdraw(alert: Alert, now: Instant): Alert {
  return isOpen(alert) ? ended(alert, 'end:withdrawn', now) : alert;
}
