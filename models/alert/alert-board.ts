import type { Instant, LocalDate } from '../shared/index.ts';
import type { AlertFacts } from './alert.ts';
import type { Answer } from './answer.ts';
import type { AlertKind, Urgency } from './kinds.ts';
import type { Recipient } from './recipient.ts';

/**
 * The alerts of one person as a conversation and a TV need them: what is open or was lately told, without its attempts.
 * Changes in the same breath as the alert. Newest last, at most 30, none older than two days once closed.
 */
export interface AlertBoard {
  readonly alerts: readonly BoardAlert[];
  /** How often the person was interrupted by ordinary alerts on this day. */
  readonly interruptions?: { readonly on: LocalDate; readonly count: number };
  /** How far ahead reminders, watches and routines have been planned. */
  readonly plannedUntil?: Instant;
}

export interface BoardAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly urgency: Urgency;
  readonly facts: AlertFacts;
  /** When the person was first told, or it was held for them to ask. */
  readonly since: Instant;
  readonly isOpen: boolean;
  /** Whether it is the person's to answer; an alert for the circle about them is only told of. */
  readonly isForPerson: boolean;
  /** Who has been told so far, the person apart, in order. */
  readonly told: readonly Recipient[];
  readonly answer?: Answer;
  /** Heard in a conversation or shown: not mentioned again unasked. */
  readonly mentionedAt?: Instant;
}

export const emptyBoard: AlertBoard = { alerts: [] };
