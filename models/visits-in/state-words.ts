import type { IncomingCancelled, IncomingState } from './incoming-visit.ts';

/** The words rostering systems have for how a visit stands, plain as `plainStatus` makes them. CareLineLive: unallocated, allocated, checked in, visited, confirmed. */
const words: Readonly<Record<IncomingState, readonly string[]>> = {
  planned: ['', 'planned', 'scheduled', 'booked', 'allocated', 'unallocated', 'unvisited', 'unconfirmed', 'unassigned', 'assigned', 'pending', 'proposed', 'tentative', 'provisional', 'due', 'open', 'published', 'not started', 'upcoming', 'active', 'on again', 'reinstated'],
  confirmed: ['confirmed', 'accepted'],
  'en-route': ['en route', 'travelling', 'on the way', 'on way'],
  started: ['in progress', 'checked in', 'started', 'arrived', 'logged in', 'clocked in', 'under way', 'underway'],
  completed: ['visited', 'completed', 'complete', 'finished', 'fulfilled', 'checked out', 'logged out', 'clocked out', 'done', 'ended', 'verified', 'approved', 'actualised', 'delivered'],
  missed: ['missed', 'no show', 'noshow', 'missed visit', 'missed call', 'not attended'],
  cancelled: ['cancelled', 'canceled', 'cancelled by client', 'client cancelled', 'cancelled by office', 'cancelled by provider', 'declined', 'void', 'voided', 'suspended', 'deleted', 'revoked'],
};

const known = new Map(Object.entries(words).flatMap(([state, list]) => list.map((word) => [word, state as IncomingState] as const)));

/** How a visit stands by a source's word for it; undefined for a word nobody knows. */
export function stateOf(status: string): IncomingState | undefined {
  return known.get(status.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** Who called it off, by the source's words. Nobody named: the agency, so that the person is told. */
export function cancelledByOf(text: string): IncomingCancelled['by'] {
  const plain = text.toLowerCase();
  if (/\b(?:client|customer|service user|resident|patient|person|self)\b/.test(plain)) return 'person';
  if (/\b(?:family|relative|next of kin|son|daughter|wife|husband|partner|carer at home)\b/.test(plain)) return 'family';
  return /\b(?:council|local authority|social services|social worker|commissioner)\b/.test(plain) ? 'council' : 'agency';
}

/** Whether a cell means yes. */
export function isYes(text: string): boolean {
  return ['y', 'yes', 'true', '1', 'x'].includes(text.trim().toLowerCase());
}
