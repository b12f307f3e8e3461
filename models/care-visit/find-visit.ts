import { addDays, localDate, type Instant, type LocalDate } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';
import { expectedEnd, isComing } from './coming.ts';
import { daysLookedAhead, isWished, nextVisit, type VisitWish } from './next-visit.ts';
import { visitsIn, type PartOfDay } from './part-of-day.ts';
import { visitsOn } from './visits-between.ts';

export interface VisitWords extends VisitWish { readonly day?: LocalDate; readonly partOfDay?: PartOfDay }

export type FoundVisit =
  | { readonly kind: 'one'; readonly visit: CareVisit }
  | { readonly kind: 'several'; readonly visits: readonly CareVisit[] }
  /** `next` is the nearest visit by the same care worker, or else by anybody. */
  | { readonly kind: 'none'; readonly next?: CareVisit };

/**
 * The visit somebody means by "Tuesday morning's" or "Priya's". With a day, only that day counts; without one, the first
 * day from today with such a visit. From today on only visits still to come; for a day gone by, those that were not cancelled.
 */
export function findVisit(book: VisitBook, words: VisitWords, now: Instant, zone: string): FoundVisit {
  const today = localDate(now, zone);
  const lastDay = words.day ?? addDays(today, daysLookedAhead);
  for (let day = words.day ?? today; day <= lastDay; day = addDays(day, 1)) {
    const isMeant = day < today ? (visit: CareVisit) => visit.status !== 'cancelled' : (visit: CareVisit) => isComing(visit) && expectedEnd(visit) > now;
    const visits = visitsOn(book, day, zone).filter((visit) => isMeant(visit) && fits(visit, words));
    const [first] = visits;
    if (first !== undefined) return visits.length === 1 ? { kind: 'one', visit: first } : { kind: 'several', visits };
  }
  const next = (words.workerId === undefined ? undefined : nextVisit(book, now, zone, { workerId: words.workerId })) ?? nextVisit(book, now, zone);
  return next === undefined ? { kind: 'none' } : { kind: 'none', next };
}

function fits(visit: CareVisit, words: VisitWords): boolean {
  return isWished(visit, words) && (words.partOfDay === undefined || visitsIn(words.partOfDay)(visit));
}
