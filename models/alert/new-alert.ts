import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { Alert, AlertFacts } from './alert.ts';
import { alertKinds, type AlertKind, type Urgency } from './kinds.ts';

/** What is said to plan or raise an alert; the rest follows from its kind. */
export interface PlannedAlert {
  /** When what it is about happens or happened, and what that is: together they name the occurrence, and become its id. */
  readonly occursAt: Instant;
  readonly name: string;
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

/** An alert at its beginning. Refuses (throws `RangeError`) a name that could not be in a key, or an end before its beginning. */
export function newAlert({ occursAt, name, kind, thread, facts, urgency, expiresAt, ...rest }: PlannedAlert): Alert {
  const id = alertId(occursAt, kind, name);
  const { urgency: own, needsAnswer } = alertKinds[kind];
  const isUrgent = own === 'urgent' || urgency === 'urgent';
  const ends = isUrgent ? undefined : expiresAt ?? (needsAnswer ? undefined : (rest.plannedFor + aDayMs) as Instant);
  if (ends !== undefined && ends <= rest.plannedFor) throw new RangeError(`Alert ${id} would end before it begins`);
  return {
    ...rest, id, kind, urgency: isUrgent ? 'urgent' : own, thread: thread ?? id, facts: facts ?? {}, state: 'planned', rungsClimbed: 0, attempts: [], attemptsMade: 0, decisions: [],
    nextAt: rest.plannedFor, ...(ends !== undefined && { expiresAt: ends }),
  };
}

/** `20261201T0830.visit-late.v17`: alerts sort by when they occur. */
function alertId(occursAt: Instant, kind: AlertKind, name: string): string {
  if (!/^[A-Za-z0-9.:@_-]{1,120}$/.test(name)) throw new RangeError(`An alert is named with letters, digits and . : @ _ - only, at most 120: "${name}"`);
  return `${alertIdFrom(occursAt)}.${kind}.${name}`;
}

/** Where the ids of alerts that occur from this minute on begin. */
export function alertIdFrom(at: Instant): string {
  return new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '');
}

/** Whether an alert of that id is of a kind that is always urgent. */
export function isOfUrgentKind(id: string): boolean {
  const kind = id.split('.')[1];
  return kind !== undefined && kind in alertKinds && alertKinds[kind as AlertKind].urgency === 'urgent';
}

const aDayMs = 86_400_000;
