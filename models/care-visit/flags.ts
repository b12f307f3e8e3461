import type { Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';
import { isAwaited, isWatched } from './coming.ts';

/** What follows from the reports and the clock. Worked out each time, never stored as if somebody had said it. */
export interface VisitFlags {
  /** We know that it is or was late: the agency said so, or they came after the time allowed. */
  readonly isLate: boolean;
  readonly lateByMinutes?: number;
  /** It has not begun and no care worker is down to come. */
  readonly isUnallocated: boolean;
  /** It ended with more than a fifth of the time not given. */
  readonly isShort: boolean;
  /** It went on, or is going on, more than a quarter of an hour too long. */
  readonly isOverrun: boolean;
  /** The time allowed has passed and nobody has told us that anyone came. Silence: not the same as late, and never missed. */
  readonly isUnheardOf: boolean;
}

/** The flags of one visit. The time allowed is the provider's setting; a time-critical visit has none. */
export function flagsOf(visit: CareVisit, book: VisitBook, now: Instant): VisitFlags {
  const allowedMs = allowedLatenessMs(visit, book);
  const lateByMinutes = lateness(visit, allowedMs);
  return {
    isLate: lateByMinutes !== undefined || isReportedLate(visit),
    ...(lateByMinutes === undefined ? {} : { lateByMinutes }),
    isUnallocated: isAwaited(visit) && visit.workerIds.length === 0,
    isShort: visit.status === 'short' || isCutShort(visit),
    isOverrun: isTooLong(visit, now),
    isUnheardOf: isWatched(visit) && now > visit.startsAt + allowedMs,
  };
}

/** How late a visit may be before it is called late, in milliseconds: what the provider allows, and nothing where the time matters. */
export function allowedLatenessMs(visit: CareVisit, book: VisitBook): number {
  return visit.isTimeCritical ? 0 : book.provider.lateAfterMinutes * minuteMs;
}

const minuteMs = 60_000;
const overrunMs = 15 * minuteMs;

function isReportedLate(visit: CareVisit): boolean {
  return isAwaited(visit) && visit.lastReport?.said === 'running-late';
}

/** Whole minutes after the planned start: as it turned out, or as the agency put it. */
function lateness(visit: CareVisit, allowedMs: number): number | undefined {
  if (visit.arrivedAt === undefined) return isReportedLate(visit) ? visit.lastReport?.lateByMinutes : undefined;
  const lateMs = visit.arrivedAt - visit.startsAt;
  return lateMs > allowedMs ? Math.floor(lateMs / minuteMs) : undefined;
}

function isCutShort(visit: CareVisit): boolean {
  if (visit.arrivedAt === undefined || visit.leftAt === undefined) return false;
  return (visit.leftAt - visit.arrivedAt) * 5 < visit.minutes * minuteMs * 4;
}

function isTooLong(visit: CareVisit, now: Instant): boolean {
  if (visit.arrivedAt === undefined || (visit.leftAt === undefined && visit.status !== 'started')) return false;
  return (visit.leftAt ?? now) - visit.arrivedAt > visit.minutes * minuteMs + overrunMs;
}
