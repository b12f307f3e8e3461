import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { Alert, AlertFacts } from './alert.ts';
import { alertKinds, type AlertKind, type Urgency } from './kinds.ts';

/** What is said to plan or raise an alert; the rest follows from its kind. */
export interface PlannedAlert {
  readonly id: string;
  readonly councilId: CouncilId;
  readonly personId?: PersonId;
  readonly kind: AlertKind;
  readonly thread?: string;
  readonly facts?: AlertFacts;
  readonly plannedFor: Instant;
  readonly expiresAt?: Instant;
  /** Higher than the kind's own, never lower. */
  readonly urgency?: Urgency;
}

/** An alert at its beginning. Refuses (throws `RangeError`) an id that could not be a key, or an end before its beginning. */
export function newAlert({ id, kind, thread, facts, urgency, expiresAt, ...rest }: PlannedAlert): Alert {
  if (!/^[A-Za-z0-9.:_-]{1,160}$/.test(id)) throw new RangeError(`An alert's id is letters, digits and . : _ - only, at most 160: "${id}"`);
  const { urgency: own, needsAnswer } = alertKinds[kind];
  const isUrgent = own === 'urgent' || urgency === 'urgent';
  const ends = isUrgent ? undefined : expiresAt ?? (needsAnswer ? undefined : (rest.plannedFor + aDayMs) as Instant);
  if (ends !== undefined && ends <= rest.plannedFor) throw new RangeError(`Alert ${id} would end before it begins`);
  return {
    ...rest, id, kind, urgency: isUrgent ? 'urgent' : own, thread: thread ?? id, facts: facts ?? {}, state: 'planned', rungsClimbed: 0, attempts: [], attemptsMade: 0, decisions: [],
    nextAt: rest.plannedFor, ...(ends !== undefined && { expiresAt: ends }),
  };
}

const aDayMs = 86_400_000;
