import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { Answer } from './answer.ts';
import type { Attempt } from './attempt.ts';
import type { AlertKind, Urgency } from './kinds.ts';
import type { Ladder } from './ladder.ts';
import type { Reason } from './reasons.ts';

/** How far an alert has come. `escalated`: somebody other than the person has been told. Open until one of `closedStates`. */
export const alertStates = ['planned', 'due', 'sent', 'accepted', 'shown', 'spoken', 'escalated', 'unknown', 'answered', 'closed', 'expired', 'cancelled', 'superseded'] as const;
export type AlertState = (typeof alertStates)[number];
export const closedStates: readonly AlertState[] = ['closed', 'expired', 'cancelled', 'superseded'];

/** What an alert is about, as far as it must be worded: ids, first names, times. Never what a private answer would hold unless `isPrivate`. */
export type AlertFacts = Readonly<Record<string, string | number | boolean>>;

/** Something somebody should know, from the moment it is planned to the moment a human has answered it. */
export interface Alert {
  /** Names the occurrence: the same thing planned twice has the same id, and is one alert. Letters, digits, `-` and `.`. */
  readonly id: string;
  readonly councilId: CouncilId;
  /** Absent: about the council's own affairs, for staff alone. */
  readonly personId?: PersonId;
  readonly kind: AlertKind;
  readonly urgency: Urgency;
  /** Alerts of one thread are about one thing: a newer one takes the place of an older. */
  readonly thread: string;
  readonly facts: AlertFacts;
  /** Nobody is told before. */
  readonly plannedFor: Instant;
  /** Pointless from here on. Urgent alerts have none: they end only with an answer, or when they are no longer true. */
  readonly expiresAt?: Instant;
  readonly state: AlertState;
  /** Settled when it came due, and kept so that it can be shown. */
  readonly ladder?: Ladder;
  /** How many rungs have been climbed; it goes on counting when the last ones come round again. */
  readonly rungsClimbed: number;
  /** When the first rung was climbed: later rungs count from here. */
  readonly firstToldAt?: Instant;
  /** When it is looked at next. Every open alert has it; no closed one does. */
  readonly nextAt?: Instant;
  /** Oldest first, at most 60; the count goes on in `attemptsMade`. */
  readonly attempts: readonly Attempt[];
  readonly attemptsMade: number;
  /** Why it was told, held or ended, oldest first, at most 60. */
  readonly decisions: readonly Decided[];
  readonly answer?: Answer;
}

/** One decision and when it was made. */
interface Decided { readonly at: Instant; readonly reason: Reason }

/** Whether it still waits for somebody or something: it has not ended in any way. */
export function isOpen({ state }: Pick<Alert, 'state'>): boolean {
  return !closedStates.includes(state);
}

/** Most attempts and decisions that an alert carries with it. */
export const mostKept = 60;
