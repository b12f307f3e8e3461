import { allowedLatenessMs, flagsOf, type CareVisit, type HeardReport, type VisitBook } from '../care-visit/index.ts';
import type { Instant } from '../shared/index.ts';
import { addCounts, tally, type CountName, type Counts } from './counts.ts';

/**
 * How one day's agency visits went, as far as they are over. On time: everybody had come within the time that the provider is allowed (none
 * where the time matters). Silence is `unheard`, never missed. `told`: late, and the agency had said so before it was.
 * Continuity: of those visits before which others are known, `familiar` are those to which somebody came who had come before.
 */
export function visitsCounted(visits: readonly CareVisit[], book: VisitBook, heard: readonly HeardReport[], now: Instant): Counts {
  const agency = visits.filter(({ forRequestId, endsAt }) => forRequestId === undefined && endsAt <= now);
  return addCounts(agency.map((visit) => tally(namesOf(visit, book, heard, now))));
}

function namesOf(visit: CareVisit, book: VisitBook, heard: readonly HeardReport[], now: Instant): readonly CountName[] {
  if (visit.status === 'cancelled') return [visit.cancelled?.by === 'agency' ? 'visits.agency-cancelled' : 'visits.other-cancelled'];
  const end = endOf(visit, book);
  const isTold = end === 'visits.late' && heard.some(({ heardAt, report }) => report.visitId === visit.id && report.said === 'running-late' && heardAt <= visit.startsAt + allowedLatenessMs(visit, book));
  return [
    'visits.planned', end, ...(isTold ? ['visits.told' as const] : []), ...(flagsOf(visit, book, now).isShort ? ['visits.short' as const] : []), ...continuityOf(visit, book),
  ];
}

function endOf(visit: CareVisit, book: VisitBook): CountName {
  const { arrivedAt, attendance = [], status, startsAt } = visit;
  if (arrivedAt !== undefined) return arrivedAt - startsAt > allowedLatenessMs(visit, book) ? 'visits.late' : 'visits.on-time';
  // One of two came, and the other never did: it was not begun in time.
  if (attendance.length > 0) return 'visits.late';
  if (status === 'missed') return 'visits.missed';
  return status === 'completed' || status === 'short' || status === 'started' ? 'visits.untimed' : 'visits.unheard';
}

function continuityOf({ attendance = [], startsAt }: CareVisit, { visits }: VisitBook): readonly CountName[] {
  const before = new Set(visits.filter((other) => other.startsAt < startsAt).flatMap((other) => other.attendance?.map(({ workerId }) => workerId) ?? []));
  if (attendance.length === 0 || before.size === 0) return [];
  return attendance.some(({ workerId }) => before.has(workerId)) ? ['visits.with-history', 'visits.familiar'] : ['visits.with-history'];
}
