import type { Instant } from '../shared/index.ts';
import type { VisitBook } from './care-visit.ts';
import { addRequest, visitOpenToChange, type AskedOrRefused } from './visit-change.ts';

export interface AskToCancelVisit {
  /** The new request's id. */
  readonly id: string;
  /** Two words a person can say. */
  readonly reference: string;
  readonly visitId: string;
}

/** Asks the agency to cancel one visit. The visit stands until they agree; one that has begun, or is over, is refused. */
export function askToCancelVisit(command: AskToCancelVisit, book: VisitBook, now: Instant, zone: string): AskedOrRefused {
  const open = visitOpenToChange(book, command.visitId, now, zone);
  if (open.kind === 'refused') return open;
  return addRequest(book, open.visit, { ...command, change: { kind: 'cancel' } }, now);
}
