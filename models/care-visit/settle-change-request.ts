import { localDate, localTime, toInstant, type Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook, VisitChangeRequest } from './care-visit.ts';
import { isAwaited } from './coming.ts';
import { keepVisit } from './keep-visit.ts';
import { visitById } from './visits-between.ts';

export type SettleResult =
  | { readonly kind: 'settled'; readonly request: VisitChangeRequest; readonly book: VisitBook }
  | { readonly kind: 'refused'; readonly reason: 'no-such-request' | 'already-settled' | 'no-such-visit' | 'already-started' | 'already-cancelled' };

/** The agency's answer to a request. Agreed: the visit is changed. Refused: it stands. A request is answered once. */
export function settleChangeRequest(book: VisitBook, id: string, answer: 'agreed' | 'refused', now: Instant, zone: string): SettleResult {
  const request = book.changeRequests.find((each) => each.id === id);
  if (request === undefined) return { kind: 'refused', reason: 'no-such-request' };
  if (request.state !== 'asked') return { kind: 'refused', reason: 'already-settled' };
  if (answer === 'refused') return settled({ ...book, lastHeardAt: now }, { ...request, state: 'refused' });

  const visit = visitById(book, request.visitId, zone);
  if (visit === undefined) return { kind: 'refused', reason: 'no-such-visit' };
  if (visit.status === 'cancelled') return { kind: 'refused', reason: 'already-cancelled' };
  if (!isAwaited(visit)) return { kind: 'refused', reason: 'already-started' };
  const changed = keepVisit(book, changedVisit(visit, request.change, now, zone), now);
  return settled({ ...changed, lastHeardAt: now }, { ...request, state: 'agreed' });
}

/** Takes back a request the agency has not answered; the visit stands. */
export function withdrawChangeRequest(book: VisitBook, id: string): SettleResult {
  const request = book.changeRequests.find((each) => each.id === id);
  if (request === undefined) return { kind: 'refused', reason: 'no-such-request' };
  if (request.state !== 'asked') return { kind: 'refused', reason: 'already-settled' };
  return settled(book, { ...request, state: 'withdrawn' });
}

function settled(book: VisitBook, request: VisitChangeRequest): SettleResult {
  return { kind: 'settled', request, book: { ...book, changeRequests: book.changeRequests.map((each) => (each.id === request.id ? request : each)) } };
}

function changedVisit(visit: CareVisit, change: VisitChangeRequest['change'], now: Instant, zone: string): CareVisit {
  if (change.kind === 'cancel') return { ...visit, status: 'cancelled', cancelled: { by: 'person', reason: 'asked by the person', at: now } };
  const startsAt = toInstant(change.on, change.from, zone);
  const endsAt = (startsAt + visit.minutes * 60_000) as Instant;
  return { ...visit, on: localDate(startsAt, zone), from: localTime(startsAt, zone), startsAt, endsAt };
}
