import type { Instant } from '../shared/index.ts';
import type { CareVisit } from './care-visit.ts';

/** Whether somebody is still to come, or is there now, by what the agency has told us: not cancelled, missed or over. */
export function isComing(visit: CareVisit): boolean {
  return isAwaited(visit) || visit.status === 'started' || visit.status === 'part-started';
}

/** Whether nobody has come yet and nobody has said that they won't. */
export function isAwaited(visit: CareVisit): boolean {
  return visit.status === 'planned' || visit.status === 'confirmed' || visit.status === 'en-route';
}

/** Whether the care agency is waited for: silence about it means something. */
export function isWatched(visit: CareVisit): boolean {
  return isAwaited(visit) && visit.forRequestId === undefined;
}

/** When it would be over, counting the lateness the agency told us of (in minutes after the planned start). */
export function expectedEnd(visit: CareVisit): Instant {
  return (visit.endsAt + (visit.lastReport?.lateByMinutes ?? 0) * 60_000) as Instant;
}
