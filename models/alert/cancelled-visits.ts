import { visitById, type CareVisit, type VisitBook } from '../care-visit/index.ts';
import type { Instant } from '../shared/index.ts';
import { isOpen, type Alert } from './alert.ts';
import type { AlertChange, KeptAlert } from './alert-store.ts';
import { newAlert, type PlannedAlert } from './new-alert.ts';

const minuteMs = 60_000;
/** Cancellations of one stretch of the clock are told in one message. */
const groupMs = 15 * minuteMs;
/** So long the first of them waits for others. */
const waitMs = 30_000;
/** A visit that would begin sooner is told at once. */
const soonMs = 2 * 60 * minuteMs;

/** The groups that a cancellation made now may belong to: of this quarter of an hour, or, when that was told already, of the next. */
export function cancelledGroupsAt(now: Instant): readonly [Instant, Instant] {
  const from = Math.floor(now / groupMs) * groupMs;
  return [from as Instant, (from + groupMs) as Instant];
}

/**
 * A cancelled visit among the others of that person: one message for all that a provider cancels within a quarter of an hour,
 * half a minute after the first. What begins within two hours waits for no other. `there`: the two groups as they are kept.
 */
export function groupCancelled(alone: PlannedAlert, visit: Pick<CareVisit, 'id' | 'startsAt'>, there: readonly [KeptAlert | undefined, KeptAlert | undefined], now: Instant): AlertChange {
  const [current, next] = there;
  const isSoon = visit.startsAt - now < soonMs;
  if (current === undefined) return { after: groupOf(alone, visit, cancelledGroupsAt(now)[0], (isSoon ? now : now + waitMs) as Instant) };
  if (isWaiting(current.alert)) return { before: current, after: added(current.alert, visit, isSoon ? now : undefined) };
  if (isSoon) return { after: newAlert(alone) };
  if (next === undefined) return { after: groupOf(alone, visit, cancelledGroupsAt(now)[1], cancelledGroupsAt(now)[1]) };
  return isWaiting(next.alert) ? { before: next, after: added(next.alert, visit, undefined) } : { after: newAlert(alone) };
}

/** The visits of a group that are cancelled still and would not be over yet, the first first. */
export function cancelledOf({ facts }: Pick<Alert, 'facts'>, book: VisitBook, now: Instant, zone: string): readonly CareVisit[] {
  return idsIn(facts).map((id) => visitById(book, id, zone)).filter((visit) => visit?.status === 'cancelled' && visit.endsAt > now).filter((visit) => visit !== undefined).toSorted((one, other) => one.startsAt - other.startsAt);
}

/** Whether an alert is about a group of cancelled visits. */
export function isCancelledGroup({ kind, facts }: Pick<Alert, 'kind' | 'facts'>): boolean {
  return kind === 'visit-cancelled' && typeof facts['visitIds'] === 'string';
}

function groupOf({ councilId, personId, kind, facts }: PlannedAlert, { id }: Pick<CareVisit, 'id'>, occursAt: Instant, plannedFor: Instant): Alert {
  return newAlert({ councilId, kind, occursAt, name: 'visits', plannedFor, facts: { visitIds: JSON.stringify([id]), ...(facts?.['providerId'] !== undefined && { providerId: facts['providerId'] }) }, ...(personId !== undefined && { personId }) });
}

function isWaiting(alert: Alert): boolean {
  return isOpen(alert) && alert.firstToldAt === undefined && alert.attempts.length === 0;
}

function added(alert: Alert, { id }: Pick<CareVisit, 'id'>, at: Instant | undefined): Alert {
  const sooner = at === undefined ? {} : { plannedFor: Math.min(alert.plannedFor, at) as Instant, nextAt: Math.min(alert.nextAt ?? at, at) as Instant };
  return { ...alert, ...sooner, facts: { ...alert.facts, visitIds: JSON.stringify([...new Set([...idsIn(alert.facts), id])]) } };
}

/** The visits that a group is about. */
export function idsIn(facts: Alert['facts']): readonly string[] {
  try {
    const ids: unknown = JSON.parse(String(facts['visitIds'] ?? '[]'));
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}
