import { localDate, type Instant } from '../shared/index.ts';
import type { MessageBook } from './message.ts';

/** Whether we have brought this up today already: once a day is enough, in whichever talk it was. */
export function isBroughtUpToday(book: MessageBook, id: string, now: Instant, zone: string): boolean {
  const today = localDate(now, zone);
  return (book.broughtUp ?? []).some((each) => each.id === id && localDate(each.at, zone) === today);
}

/** The book once it has been brought up. Only today's are kept: tomorrow anything may be said again. */
export function bringUp(book: MessageBook, id: string, now: Instant, zone: string): MessageBook {
  const today = localDate(now, zone);
  return { ...book, broughtUp: [...(book.broughtUp ?? []).filter((each) => localDate(each.at, zone) === today), { id, at: now }] };
}
