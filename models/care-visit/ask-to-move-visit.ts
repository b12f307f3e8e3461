import { toInstant, type Instant, type LocalDate, type LocalTime } from '../shared/index.ts';
import type { VisitBook } from './care-visit.ts';
import { addRequest, visitOpenToChange, type AskedOrRefused } from './visit-change.ts';

export interface AskToMoveVisit {
  /** The new request's id. */
  readonly id: string;
  /** Two words a person can say. */
  readonly reference: string;
  readonly visitId: string;
  readonly on: LocalDate;
  readonly from: LocalTime;
}

/** Asks the agency for another day or time. The visit stays where it is until they agree; a time gone by, or the same time, is refused. */
export function askToMoveVisit(command: AskToMoveVisit, book: VisitBook, now: Instant, zone: string): AskedOrRefused {
  const open = visitOpenToChange(book, command.visitId, now, zone);
  if (open.kind === 'refused') return open;
  const { visit } = open;
  if (visit.on === command.on && visit.from === command.from) return { kind: 'refused', reason: 'same-time', visit };
  if (toInstant(command.on, command.from, zone) <= now) return { kind: 'refused', reason: 'in-the-past', visit };
  return addRequest(book, visit, { ...command, change: { kind: 'move', on: command.on, from: command.from } }, now);
}
