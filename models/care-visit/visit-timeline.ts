import { localDate, type Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';
import { reportOnVisit } from './report-on-visit.ts';
import { visitById } from './visits-between.ts';
import type { HeardReport, VisitReport } from './visit-report.ts';

/** A visit as it was from a moment on. `isReport`: the agency’s word made it so, and not something else that was kept. */
interface VisitMoment { readonly from: Instant; readonly visit: CareVisit; readonly isReport: boolean }

/** All that a visit has been, oldest first. `isWhole` is false where what was said of it at the time is only known in part. */
export interface VisitTimeline { readonly visitId: string; readonly moments: readonly VisitMoment[]; readonly isWhole: boolean }

const always = 0 as Instant;

/**
 * What a visit was at each moment, by the reports of it in the order they were heard, under the very rule that noted them. Where no
 * report was kept, it is put together from who came and went, the last word, and what else is known (`otherwise`). Ends with the visit as it is kept.
 */
export function visitTimeline(visit: CareVisit, { heard, otherwise }: { readonly heard: readonly HeardReport[]; readonly otherwise: readonly HeardReport[] }, book: VisitBook, zone: string): VisitTimeline {
  const isWhole = heard.length > 0 || visit.lastReport === undefined;
  const reports = (heard.length > 0 ? [...heard] : [...leftOf(visit), ...otherwise]).sort((one, other) => one.heardAt - other.heardAt);
  const moments: VisitMoment[] = [{ from: always, visit: asPlanned(visit, reports, book, zone), isReport: false }];
  for (const { heardAt, report } of reports) {
    const before = moments.at(-1)?.visit ?? visit;
    const result = reportOnVisit({ ...book, rounds: [], visits: [before] }, report, heardAt, zone);
    if (result.kind === 'noted') moments.push({ from: heardAt, visit: result.visit, isReport: true });
  }
  const last = moments.at(-1);
  if (last !== undefined && (last.visit.status !== visit.status || last.visit.startsAt !== visit.startsAt)) moments.push({ from: Math.max(last.from, visit.cancelled?.at ?? visit.lastReport?.at ?? always) as Instant, visit, isReport: false });
  return { visitId: visit.id, moments, isWhole };
}

/** The visit at that moment. */
export function visitAt({ moments }: VisitTimeline, at: Instant): CareVisit | undefined {
  return moments.findLast(({ from }) => from <= at)?.visit;
}

/** The visit before anybody said anything of it: as its round makes it, unless something other than a report has moved it. */
function asPlanned(visit: CareVisit, reports: readonly HeardReport[], book: VisitBook, zone: string): CareVisit {
  const fromRound = visitById({ ...book, visits: [] }, visit.id, zone);
  if (fromRound !== undefined && (fromRound.startsAt === visit.startsAt || reports.some(({ report }) => report.said === 'moved'))) return fromRound;
  const { lastReport: _said, arrivedAt: _came, leftAt: _left, attendance: _who, cancelled: _why, ...rest } = visit;
  return { ...rest, on: localDate(visit.startsAt, zone), status: 'planned' };
}

/** What the visit itself still shows of what was reported. */
function leftOf({ id: visitId, attendance = [], lastReport, cancelled }: CareVisit): HeardReport[] {
  const heard = (report: VisitReport): HeardReport => ({ heardAt: report.at, report });
  return [
    ...attendance.flatMap(({ workerId, arrivedAt, leftAt }) => [heard({ visitId, at: arrivedAt, said: 'started', workerId }), ...(leftAt === undefined ? [] : [heard({ visitId, at: leftAt, said: 'left', workerId })])]),
    ...(lastReport?.said === 'running-late' ? [heard({ visitId, at: lastReport.at, said: 'running-late', ...(lastReport.lateByMinutes !== undefined && { lateByMinutes: lastReport.lateByMinutes }) })] : []),
    ...(lastReport?.said === 'en-route' || lastReport?.said === 'confirmed' || lastReport?.said === 'missed' ? [heard({ visitId, at: lastReport.at, said: lastReport.said })] : []),
    ...(cancelled !== undefined && cancelled.by !== 'person' ? [heard({ visitId, at: cancelled.at, said: 'cancelled', by: cancelled.by, reason: cancelled.reason })] : []),
  ];
}
