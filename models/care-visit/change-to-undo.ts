import type { Instant } from '../shared/index.ts';
import type { VisitBook, VisitChangeRequest } from './care-visit.ts';

const undoMs = 10 * 60_000;

/** The newest change asked for that may still be taken back by "cancel that": unanswered, and within ten minutes of asking. */
export function changeToUndo({ changeRequests }: VisitBook, now: Instant): VisitChangeRequest | undefined {
  return changeRequests.findLast((request) => request.state === 'asked' && now - request.askedAt <= undoMs);
}
