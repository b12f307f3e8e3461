import { localDate, localTime, toInstant, type Instant, type LocalDate, type LocalTime } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';
import { keepVisit } from './keep-visit.ts';

/** Something booked that comes to the home and is not the care agency's: the cleaner, the gardener. */
export interface BookedComing {
  readonly requestId: string;
  readonly who: string;
  readonly what: string;
  readonly on: LocalDate;
  readonly from: LocalTime;
  /** An hour where nobody has said. */
  readonly minutes?: number;
}

/** The book with it among the visits, so that it is told with the day. Nobody is missed or chased for it, and no agency is asked about it. */
export function putWithVisits(book: VisitBook, { requestId, who, what, on, from, minutes = 60 }: BookedComing, now: Instant, zone: string): VisitBook {
  const workerId = `booked-${requestId}`;
  const startsAt = toInstant(on, from, zone);
  const visit: CareVisit = {
    id: `booked-${requestId}`, forRequestId: requestId, on: localDate(startsAt, zone), from: localTime(startsAt, zone), minutes, startsAt, endsAt: (startsAt + minutes * 60_000) as Instant,
    workerIds: [workerId], tasks: [what], isTimeCritical: false, status: 'confirmed',
  };
  return { ...keepVisit(book, visit, now), workers: [...book.workers.filter(({ id }) => id !== workerId), { id: workerId, firstName: who }] };
}

/** The book without what was booked by requests that are over: cancelled, declined, run out. The same book where there is none. */
export function withoutBooked(book: VisitBook, isOver: (requestId: string) => boolean): VisitBook {
  const gone = book.visits.flatMap(({ forRequestId }) => (forRequestId !== undefined && isOver(forRequestId) ? [forRequestId] : []));
  if (gone.length === 0) return book;
  return { ...book, visits: book.visits.filter(({ forRequestId }) => forRequestId === undefined || !gone.includes(forRequestId)), workers: book.workers.filter(({ id }) => !gone.some((requestId) => id === `booked-${requestId}`)) };
}
