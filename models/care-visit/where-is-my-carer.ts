import { addDays, localDate, type Instant } from '../shared/index.ts';
import { backupPlanFor } from './backup-plan.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';
import { expectedEnd, isAwaited } from './coming.ts';
import { allowedLatenessMs } from './flags.ts';
import { nextVisit } from './next-visit.ts';
import { visitsBetween } from './visits-between.ts';

export type WhereIsMyCarer =
  | {
    readonly kind: 'arrived' | 'on-the-way' | 'not-heard' | 'running-late' | 'not-due-yet' | 'cancelled' | 'missed' | 'done';
    readonly visit: CareVisit;
    /** When they may be expected, by what the agency has told us; absent when we have no ground for any figure. */
    readonly between?: { readonly from: Instant; readonly to: Instant };
    /** When the agency last told us anything about this visit. */
    readonly lastHeardAt?: Instant;
    /** When somebody is told that nobody has come. Absent once they have, or when nobody is in the plan. */
    readonly backupPlanAt?: Instant;
    readonly tell: readonly string[];
    /** The visit after the one spoken of. */
    readonly next?: CareVisit;
  }
  | { readonly kind: 'none'; readonly next?: CareVisit };

/**
 * Where the care worker is, as far as the agency has told us. Silence is only ever `not-heard`; `missed` and `cancelled`
 * are the agency's own word. `workerId` asks about one care worker's visits alone.
 */
export function whereIsMyCarer(book: VisitBook, now: Instant, zone: string, workerId?: string): WhereIsMyCarer {
  const visit = visitAskedAbout(book, now, zone, workerId);
  if (visit === undefined) return { kind: 'none', ...following(book, now, zone, workerId) };

  const kind = kindOf(visit, now);
  const isExpected = isAwaited(visit);
  const between = isExpected ? band(visit, kind, allowedLatenessMs(visit, book), now) : undefined;
  const plan = backupPlanFor(book, visit);
  const next = visitAfter(book, visit, now, zone);
  return {
    kind,
    visit,
    tell: plan.tell,
    ...(between === undefined ? {} : { between }),
    ...(visit.lastReport === undefined ? {} : { lastHeardAt: visit.lastReport.at }),
    ...(isExpected && plan.tell.length > 0 ? { backupPlanAt: plan.at } : {}),
    ...(next === undefined ? {} : { next }),
  };
}

const minuteMs = 60_000;
/** Asking about a visit makes sense until so long after its end, unless another has begun. */
const askedAboutAfterMs = 180 * minuteMs;
/** From so long before it starts, the coming visit is the one meant. */
const aboutToStartMs = 30 * minuteMs;
const bandMs = 15 * minuteMs;

/** One under way; else the last that was due and has not ended well; else the next today; else the last that ended. */
function visitAskedAbout(book: VisitBook, now: Instant, zone: string, workerId: string | undefined): CareVisit | undefined {
  const today = localDate(now, zone);
  const visits = visitsBetween(book, addDays(today, -1), today, zone).filter((visit) => visit.forRequestId === undefined && (workerId === undefined || visit.workerIds.includes(workerId)));
  const underWay = visits.findLast((visit) => isUnderWay(visit) && now < visit.endsAt + askedAboutAfterMs);
  if (underWay !== undefined) return underWay;

  const ahead = visits.find((visit) => visit.startsAt > now);
  const due = visits.findLast((visit) => visit.startsAt <= now && now < visit.endsAt + askedAboutAfterMs);
  if (due !== undefined && !isOver(due) && !(ahead !== undefined && ahead.startsAt - now <= aboutToStartMs && now > due.endsAt)) return due;
  if (ahead !== undefined) return ahead;
  return visits.findLast((visit) => visit.on === today && visit.startsAt <= now);
}

function isUnderWay(visit: CareVisit): boolean {
  return visit.status === 'started' || visit.status === 'part-started';
}

function isOver(visit: CareVisit): boolean {
  return visit.status === 'completed' || visit.status === 'short';
}

function kindOf(visit: CareVisit, now: Instant): Exclude<WhereIsMyCarer['kind'], 'none'> {
  if (isUnderWay(visit)) return 'arrived';
  if (visit.status === 'cancelled' || visit.status === 'missed') return visit.status;
  if (isOver(visit)) return 'done';
  if (visit.lastReport?.said === 'running-late') return 'running-late';
  if (visit.status === 'en-route') return 'on-the-way';
  return visit.startsAt > now ? 'not-due-yet' : 'not-heard';
}

/** Honest: from the report or the plan alone, never before now, and nothing once the whole band has gone by. */
function band(visit: CareVisit, kind: WhereIsMyCarer['kind'], allowedMs: number, now: Instant): { from: Instant; to: Instant } | undefined {
  const late = visit.lastReport?.lateByMinutes;
  if (kind === 'not-heard' || (kind === 'running-late' && late === undefined)) return undefined;
  const from = visit.startsAt + (kind === 'running-late' ? (late ?? 0) * minuteMs : 0);
  const to = from + Math.max(allowedMs, bandMs);
  return to <= now ? undefined : { from: Math.max(from, now) as Instant, to: to as Instant };
}

function visitAfter(book: VisitBook, visit: CareVisit, now: Instant, zone: string): CareVisit | undefined {
  const afterIt = Math.max(now, expectedEnd(visit)) as Instant;
  const next = nextVisit(book, afterIt, zone);
  return next?.id === visit.id ? undefined : next;
}

function following(book: VisitBook, now: Instant, zone: string, workerId: string | undefined): { next?: CareVisit } {
  const next = nextVisit(book, now, zone, workerId === undefined ? {} : { workerId });
  return next === undefined ? {} : { next };
}
