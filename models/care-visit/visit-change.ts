import type { Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook, VisitChangeRequest } from './care-visit.ts';
import { expectedEnd, isAwaited } from './coming.ts';
import { visitById } from './visits-between.ts';

export type AskedOrRefused =
  | { readonly kind: 'asked'; readonly request: VisitChangeRequest; readonly visit: CareVisit; readonly book: VisitBook }
  | ChangeRefused;

export interface ChangeRefused {
  readonly kind: 'refused';
  readonly reason: 'no-such-visit' | 'already-started' | 'already-asked' | 'in-the-past' | 'same-time' | 'already-cancelled' | 'not-the-agencys';
  readonly visit?: CareVisit;
  /** The request that is still waiting for an answer, when that is why. */
  readonly request?: VisitChangeRequest;
}

/** The visit, if asking to change it makes sense now: still awaited, not gone by, and nothing asked about it yet. */
export function visitOpenToChange(book: VisitBook, visitId: string, now: Instant, zone: string): { readonly kind: 'open'; readonly visit: CareVisit } | ChangeRefused {
  const visit = visitById(book, visitId, zone);
  if (visit === undefined) return { kind: 'refused', reason: 'no-such-visit' };
  if (visit.forRequestId !== undefined) return { kind: 'refused', reason: 'not-the-agencys', visit };
  if (visit.status === 'cancelled') return { kind: 'refused', reason: 'already-cancelled', visit };
  if (visit.status === 'started' || visit.status === 'part-started') return { kind: 'refused', reason: 'already-started', visit };
  if (!isAwaited(visit) || expectedEnd(visit) <= now) return { kind: 'refused', reason: 'in-the-past', visit };
  const request = book.changeRequests.find((each) => each.visitId === visitId && each.state === 'asked');
  return request === undefined ? { kind: 'open', visit } : { kind: 'refused', reason: 'already-asked', visit, request };
}

/** How many change requests a book keeps; the oldest settled ones go first. */
const changeRequestsKept = 60;

/** The book with a new request in it; the visit itself is untouched. */
export function addRequest(
  book: VisitBook, visit: CareVisit, asked: Pick<VisitChangeRequest, 'id' | 'reference' | 'change'>, now: Instant,
): Extract<AskedOrRefused, { kind: 'asked' }> {
  const request: VisitChangeRequest = {
    id: asked.id, reference: asked.reference, visitId: visit.id, visitOn: visit.on, visitFrom: visit.from,
    change: asked.change, askedAt: now, state: 'asked',
  };
  return { kind: 'asked', request, visit, book: { ...book, changeRequests: [...withRoom(book.changeRequests), request] } };
}

function withRoom(requests: readonly VisitChangeRequest[]): readonly VisitChangeRequest[] {
  if (requests.length < changeRequestsKept) return requests;
  const oldest = requests.findIndex((request) => request.state !== 'asked');
  return requests.filter((_, place) => place !== Math.max(oldest, 0));
}
