import type { Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';

/** How many visits gone by a book keeps, so that reading it stays quick; those ahead are all kept. */
const pastVisitsKept = 60;

/** The book with this visit in place of what it held, or its round would make, under the same id. */
export function keepVisit(book: VisitBook, visit: CareVisit, now: Instant): VisitBook {
  return keepVisits(book, [visit], now);
}

/** The same for several at once. */
export function keepVisits(book: VisitBook, kept: readonly CareVisit[], now: Instant): VisitBook {
  const ids = new Set(kept.map(({ id }) => id));
  const visits = [...book.visits.filter((each) => !ids.has(each.id)), ...kept].sort((a, b) => a.startsAt - b.startsAt);
  const past = visits.filter((each) => each.endsAt <= now).length;
  return { ...book, visits: visits.slice(Math.max(0, past - pastVisitsKept)) };
}
