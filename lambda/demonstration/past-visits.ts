import { reportOnVisit, visitsBetween, type CareVisit, type VisitBook, type VisitReport } from '../../models/care-visit/index.ts';
import { addDays, daysBetween, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';

/** How many days back there are visits. */
export const pastDays = 14;

/** The book once the agency has told us of every coming and going up to now: nearly all well, one visit late and one cut short. */
export function withPastReported(book: VisitBook, today: LocalDate, now: Instant): VisitBook {
  return visitsBetween(book, addDays(today, -pastDays), today, demonstrationZone)
    .flatMap((visit, place) => reportsOf(visit, place, isFirstOfDay(visit, book) ? daysBetween(visit.on, today) : 0))
    .filter((report) => report.at <= now)
    .sort((a, b) => a.at - b.at)
    .reduce(noted, book);
}

const minuteMs = 60_000;
const lateDaysAgo = 5;
const shortDaysAgo = 3;
/** Minutes after the planned time they come, and minutes under the planned length they stay: people are not clocks. */
const comesAfter = [3, 0, 5, 2, 7, 1, 4];
const leavesEarly = [0, 2, 1, 0, 3];

/** `daysAgo` is 0 for a visit that is to go well whatever the day. */
function reportsOf(visit: CareVisit, place: number, daysAgo: number): VisitReport[] {
  const late = daysAgo === lateDaysAgo ? 35 : comesAfter[place % comesAfter.length] ?? 0;
  const stays = daysAgo === shortDaysAgo ? Math.floor(visit.minutes / 2) : visit.minutes - (leavesEarly[place % leavesEarly.length] ?? 0);
  const at = (minutes: number) => (visit.startsAt + minutes * minuteMs) as Instant;
  const warning: VisitReport[] = daysAgo === lateDaysAgo ? [{ visitId: visit.id, at: at(10), said: 'running-late', lateByMinutes: 30 }] : [];
  const comings = visit.workerIds.map((workerId, which): VisitReport => ({ visitId: visit.id, at: at(late + which), said: 'started', workerId }));
  const lastCame = late + visit.workerIds.length - 1;
  const goings = visit.workerIds.map((workerId, which): VisitReport => ({ visitId: visit.id, at: at(lastCame + stays + which), said: 'left', workerId }));
  return [...warning, ...comings, ...goings];
}

function isFirstOfDay(visit: CareVisit, book: VisitBook): boolean {
  return visitsBetween(book, visit.on, visit.on, demonstrationZone)[0]?.id === visit.id;
}

function noted(book: VisitBook, report: VisitReport): VisitBook {
  const result = reportOnVisit(book, report, report.at, demonstrationZone);
  if (result.kind === 'refused') throw new Error(`The demonstration cannot be: ${report.visitId} ${report.said}: ${result.reason}`);
  return result.book;
}
