import { addDays, localDate, type Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';
import { expectedEnd, isAwaited } from './coming.ts';
import { visitsOn } from './visits-between.ts';

/** Which visits are meant: by one care worker, or for one task. */
export interface VisitWish { readonly workerId?: string; readonly task?: string }

/**
 * The next visit nobody has come to yet: one that is due now and not over counts, one under way does not.
 * Looks up to 60 days ahead, nearest day first.
 */
export function nextVisit(book: VisitBook, now: Instant, zone: string, wish: VisitWish = {}): CareVisit | undefined {
  const today = localDate(now, zone);
  for (let ahead = -1; ahead <= daysLookedAhead; ahead++) {
    const found = visitsOn(book, addDays(today, ahead), zone).find((visit) => isAwaited(visit) && expectedEnd(visit) > now && isWished(visit, wish));
    if (found !== undefined) return found;
  }
  return undefined;
}

export const daysLookedAhead = 60;

/** Whether a visit is the kind asked for: by that care worker, for that task. */
export function isWished(visit: CareVisit, wish: VisitWish): boolean {
  if (wish.workerId !== undefined && !visit.workerIds.includes(wish.workerId)) return false;
  return wish.task === undefined || visit.tasks.some((task) => isSameTask(task, wish.task ?? ''));
}

/** "help with washing" is the visit for "washing", and the other way about. */
function isSameTask(task: string, words: string): boolean {
  const [ours, theirs] = [task.toLowerCase(), words.toLowerCase()];
  return theirs !== '' && (ours.includes(theirs) || theirs.includes(ours));
}
