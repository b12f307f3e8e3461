import { localDate, localTime, toInstant, type Instant } from '../shared/index.ts';
import { attend } from './attendance.ts';
import type { CareVisit, VisitBook, VisitStatus } from './care-visit.ts';
import { keepVisit } from './keep-visit.ts';
import type { VisitReport } from './visit-report.ts';
import { visitById } from './visits-between.ts';

export type ReportResult =
  | { readonly kind: 'noted'; readonly visit: CareVisit; readonly book: VisitBook }
  | { readonly kind: 'refused'; readonly reason: ReportRefusal; readonly visit?: CareVisit };

type ReportRefusal =
  | 'no-such-visit' | 'not-yet' | 'out-of-order' | 'already-told' | 'no-such-worker' | 'everybody-is-there' | 'not-there' | 'not-all-came' | 'gone-by';

/**
 * Notes the agency's word on a visit, if it can be true: nothing from the future, nothing older than what we know (but a care worker's
 * own coming and going), nothing after the end, no move to a time gone by. A double-up is only part started until both have come, and over only when both have left.
 */
export function reportOnVisit(book: VisitBook, report: VisitReport, now: Instant, zone: string): ReportResult {
  const visit = visitById(book, report.visitId, zone);
  if (visit === undefined || visit.forRequestId !== undefined) return { kind: 'refused', reason: 'no-such-visit' };
  const after = decide(visit, report, book, now, zone);
  if (typeof after === 'string') return { kind: 'refused', reason: after, visit };
  const noted = { ...after, lastReport: lastReport(after, report, visit.lastReport?.at) };
  return { kind: 'noted', visit: noted, book: { ...keepVisit(book, noted, now), lastHeardAt: now } };
}

type Said = VisitReport['said'];

/** What may be said of a visit as it stands. A visit told as missed may yet begin: the worker came after all. */
const mayFollow: Readonly<Record<VisitStatus, readonly Said[]>> = {
  planned: ['confirmed', 'moved', 'en-route', 'running-late', 'started', 'completed', 'missed', 'cancelled'],
  confirmed: ['moved', 'en-route', 'running-late', 'started', 'completed', 'missed', 'cancelled'],
  'en-route': ['running-late', 'started', 'completed', 'missed', 'cancelled'],
  'part-started': ['started', 'left', 'completed'],
  started: ['left', 'completed', 'started'],
  missed: ['started'],
  completed: [],
  short: [],
  cancelled: ['on-again'],
};

function decide(visit: CareVisit, report: VisitReport, book: VisitBook, now: Instant, zone: string): CareVisit | ReportRefusal {
  if (report.at > now) return 'not-yet';
  if (isRepeat(visit, report)) return 'already-told';
  if (!mayFollow[visit.status].includes(report.said)) return 'out-of-order';
  if (!isOfOneWorker(report) && visit.lastReport !== undefined && report.at < visit.lastReport.at) return 'out-of-order';

  switch (report.said) {
    case 'confirmed': case 'en-route': return { ...visit, status: report.said };
    case 'missed': return report.at < visit.startsAt ? 'not-yet' : { ...visit, status: 'missed' };
    case 'running-late': return visit;
    case 'moved': return moved(visit, report, now, zone);
    case 'on-again': return onAgain(visit, now);
    case 'cancelled': return { ...visit, status: 'cancelled', cancelled: { by: report.by, reason: report.reason, at: report.at } };
    case 'started': case 'left': return attend(visit, report, book);
    case 'completed': return completed(visit, report.at);
  }
}

/** Who came or went themselves is believed however late it is heard: their phone may have had no signal while others told us more. */
function isOfOneWorker({ said }: VisitReport): boolean {
  return said === 'started' || said === 'left';
}

/** The same thing told again; a new figure for running late is news. */
function isRepeat(visit: CareVisit, report: VisitReport): boolean {
  if (report.said === 'running-late') return visit.lastReport?.said === 'running-late' && visit.lastReport.lateByMinutes === report.lateByMinutes;
  if (report.said === 'moved') return visit.on === report.on && visit.from === report.from;
  return visit.status === report.said && report.said !== 'started';
}

/** To a time still to come. What was said of the old time (running late) is no longer so. */
function moved(visit: CareVisit, { on, from }: Extract<VisitReport, { said: 'moved' }>, now: Instant, zone: string): CareVisit | ReportRefusal {
  const startsAt = toInstant(on, from, zone);
  if (startsAt <= now) return 'gone-by';
  return { ...visit, on: localDate(startsAt, zone), from: localTime(startsAt, zone), startsAt, endsAt: (startsAt + visit.minutes * 60_000) as Instant, status: 'confirmed' };
}

/** What was cancelled and is still to come takes place after all. */
function onAgain({ cancelled: _, ...visit }: CareVisit, now: Instant): CareVisit | ReportRefusal {
  return visit.startsAt <= now ? 'gone-by' : { ...visit, status: 'planned' };
}

function completed(visit: CareVisit, at: Instant): CareVisit | ReportRefusal {
  if (visit.status === 'part-started') return 'not-all-came';
  const attendance = visit.attendance?.map((each) => (each.leftAt === undefined ? { ...each, leftAt: at } : each));
  return { ...visit, status: 'completed', leftAt: at, ...(attendance === undefined ? {} : { attendance }) };
}

function lastReport(visit: CareVisit, report: VisitReport, before: Instant = report.at): NonNullable<CareVisit['lastReport']> {
  if (report.said === 'running-late') {
    return { at: report.at, said: 'running-late', ...(report.lateByMinutes === undefined ? {} : { lateByMinutes: report.lateByMinutes }) };
  }
  return { at: Math.max(report.at, before) as Instant, said: visit.status };
}
