import type { Instant } from '../shared/index.ts';
import type { MessageBook, MessageForPerson } from './message.ts';

/** The messages not heard yet, oldest first. */
export function waitingMessages(book: MessageBook): readonly MessageForPerson[] {
  return book.forPerson.filter((message) => message.heardAt === undefined);
}

/** The book once the person has heard a message. Hearing it again changes nothing. */
export function markHeard(book: MessageBook, id: string, at: Instant): MessageBook {
  const isNew = (message: MessageForPerson) => message.id === id && message.heardAt === undefined;
  if (!book.forPerson.some(isNew)) return book;
  return { ...book, forPerson: book.forPerson.map((message) => (isNew(message) ? { ...message, heardAt: at } : message)) };
}

/** A message comes for the person. The newest 50 are kept; the same one (by id) comes once only. */
export function takeMessage(book: MessageBook, message: MessageForPerson): MessageBook {
  if (book.forPerson.some(({ id }) => id === message.id)) return book;
  return { ...book, forPerson: [...book.forPerson, message].slice(-messagesKept) };
}

const messagesKept = 50;
