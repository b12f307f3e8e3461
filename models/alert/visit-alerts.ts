import { isAwaited, isWatched, visitById, visitsBetween, type CareVisit, type VisitBook } from '../care-visit/index.ts';
import { addDays, localDate, type CouncilId, type Instant, type PersonId } from '../shared/index.ts';
import type { Alert } from './alert.ts';
import { cancelledOf, isCancelledGroup } from './cancelled-visits.ts';
import { changedOf, isChangedGroup } from './changed-visits.ts';
import type { AlertRule, RuleInForce } from './alert-rule.ts';
import type { AlertKind } from './kinds.ts';
import type { PlannedAlert } from './new-alert.ts';
import { ruleInForce } from './rule-in-force.ts';

interface Whose { readonly councilId: CouncilId; readonly personId: PersonId; readonly book: VisitBook; readonly zone: string; readonly rules: readonly AlertRule[] }

const minuteMs = 60_000;

/**
 * What may have to be told of the visits between two moments: a reminder before, where that is wanted; that nothing has been
 * heard, when the time allowed has passed; and the backup plan at its own time. Each is looked at again when it comes due.
 */
export function planVisitAlerts(whose: Whose, from: Instant, until: Instant): readonly PlannedAlert[] {
  const { book, zone } = whose;
  const visits = visitsBetween(book, addDays(localDate(from, zone), -1), addDays(localDate(until, zone), 1), zone).filter(isWatched);
  return visits.flatMap((visit) => alertsOf(visit, whose)).filter(({ plannedFor, expiresAt }) => plannedFor < until && (expiresAt === undefined ? plannedFor > from : expiresAt > from));
}

function alertsOf(visit: CareVisit, { councilId, personId, book, rules }: Whose): readonly PlannedAlert[] {
  const rule = (kind: AlertKind): RuleInForce => ruleInForce(rules, { kind, personId, providerId: book.provider.id, isTimeCritical: visit.isTimeCritical });
  const alert = (kind: AlertKind, atMinutes: number, ends?: Instant): PlannedAlert => ({
    councilId, personId, kind, occursAt: visit.startsAt, name: nameOf(visit), thread: `visit.${nameOf(visit)}`, plannedFor: (visit.startsAt + atMinutes * minuteMs) as Instant,
    facts: { visitId: visit.id, startsAt: visit.startsAt, isTimeCritical: visit.isTimeCritical }, ...(ends !== undefined && { expiresAt: ends }),
  });
  const [reminder, silence] = [rule('visit-reminder'), rule('visit-not-heard-of')];
  const { tell, tellAfterMinutes } = book.backupPlan;
  return [
    ...(reminder.isOn ? [alert('visit-reminder', -reminder.threshold, visit.startsAt)] : []),
    ...(silence.isOn ? [alert('visit-not-heard-of', silence.threshold)] : []),
    ...(tell.length > 0 ? [alert('backup-plan-started', Math.max(tellAfterMinutes, silence.threshold))] : []),
  ];
}

/** What a provider's report of a visit has to tell: cancelled, on again, moved, on the way, late, or later still by at least ten minutes. */
export function alertsForVisitReport(before: CareVisit, after: CareVisit, whose: Omit<Whose, 'zone'>, now: Instant): readonly PlannedAlert[] {
  const { councilId, personId } = whose;
  const alert = (kind: AlertKind, name: string, ends: Instant | undefined): PlannedAlert => ({
    councilId, personId, kind, occursAt: after.startsAt, name, thread: `visit.${nameOf(after)}`, plannedFor: now,
    facts: { visitId: after.id, startsAt: after.startsAt, isTimeCritical: after.isTimeCritical, providerId: whose.book.provider.id, ...(after.lastReport?.lateByMinutes !== undefined && { lateByMinutes: after.lastReport.lateByMinutes }) }, ...(ends !== undefined && { expiresAt: ends }),
  });
  const soonOver = Math.max(after.endsAt, now + 30 * minuteMs) as Instant;
  if (after.status === 'cancelled' && before.status !== 'cancelled' && after.cancelled?.by === 'agency') return [alert('visit-cancelled', nameOf(after), undefined)];
  if (before.status === 'cancelled' && isAwaited(after)) return [{ ...alert('visit-changed', `${nameOf(after)}.on-again.${now}`, undefined), facts: { visitId: after.id, startsAt: after.startsAt, isOnAgain: true, providerId: whose.book.provider.id } }];
  if (after.startsAt !== before.startsAt) return [{ ...alert('visit-changed', `${nameOf(after)}.was.${before.startsAt}`, undefined), facts: { visitId: after.id, startsAt: after.startsAt, wasAt: before.startsAt, providerId: whose.book.provider.id } }];
  if (after.status === 'en-route' && before.status !== 'en-route') return [alert('on-the-way', nameOf(after), soonOver)];
  const late = after.lastReport?.said === 'running-late' ? after.lastReport.lateByMinutes ?? 0 : undefined;
  const told = before.lastReport?.said === 'running-late' ? before.lastReport.lateByMinutes ?? 0 : undefined;
  const { threshold } = ruleInForce(whose.rules, { kind: 'visit-late', personId, providerId: whose.book.provider.id, isTimeCritical: after.isTimeCritical });
  if (late === undefined || (late > 0 && late < threshold) || (told !== undefined && late - told < worseByMinutes)) return [];
  return [alert('visit-late', `${nameOf(after)}.${late}`, soonOver)];
}

/** Less than this is no news to somebody who knows that it is late. */
const worseByMinutes = 10;
/** So long somebody is believed to be on the way. */
const onTheWayMs = 30 * minuteMs;

/** Whether what an alert says of a visit still holds, and from when: a visit that has moved, ended or begun needs no telling. */
export function stillTrueOfVisit(alert: Pick<Alert, 'kind' | 'facts'>, book: VisitBook, now: Instant, zone: string): { readonly isTrue: boolean; readonly notBefore?: Instant } {
  if (isCancelledGroup(alert)) return { isTrue: cancelledOf(alert, book, now, zone).length > 0 };
  if (isChangedGroup(alert)) return { isTrue: changedOf(alert, book, now, zone).length > 0 };
  const visit = visitById(book, String(alert.facts['visitId']), zone);
  if (visit === undefined || visit.startsAt !== alert.facts['startsAt']) return { isTrue: false };
  switch (alert.kind) {
    case 'visit-cancelled': return { isTrue: visit.status === 'cancelled' };
    case 'visit-not-heard-of': case 'backup-plan-started': return { isTrue: isAwaited(visit), ...unlessExpected(visit, alert.kind === 'backup-plan-started' ? book.backupPlan.tellAfterMinutes : book.provider.lateAfterMinutes, now) };
    default: return { isTrue: isAwaited(visit) };
  }
}

/** The agency said when to expect them: until some time after that, silence is no sign. */
function unlessExpected({ startsAt, status, lastReport }: CareVisit, allowedMinutes: number, now: Instant): { readonly notBefore?: Instant } {
  if (lastReport?.said === 'running-late' && lastReport.lateByMinutes !== undefined) return { notBefore: (startsAt + (lastReport.lateByMinutes + allowedMinutes) * minuteMs) as Instant };
  return status === 'en-route' && lastReport !== undefined && lastReport.at + onTheWayMs > now ? { notBefore: (lastReport.at + onTheWayMs) as Instant } : {};
}

/** A visit's id as the name of an alert may hold it. */
function nameOf({ id }: CareVisit): string {
  return id.replaceAll(/[^A-Za-z0-9:@_-]/g, '-').slice(0, 90);
}
