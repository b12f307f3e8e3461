import type { MessageBook } from './message.ts';

export type TakeBackResult = { readonly kind: 'taken-back'; readonly book: MessageBook } | { readonly kind: 'refused'; readonly reason: 'heard' | 'not-there' | 'not-yours' };

/** Takes a message back that the person has not heard; only whoever sent it may. It goes to the history, and is never read out. */
export function takeBackMessage(book: MessageBook, id: string, memberId: string): TakeBackResult {
  const message = book.forPerson.find((each) => each.id === id);
  if (message === undefined) return { kind: 'refused', reason: 'not-there' };
  if (message.fromMemberId !== memberId) return { kind: 'refused', reason: 'not-yours' };
  if (message.heardAt !== undefined) return { kind: 'refused', reason: 'heard' };
  return { kind: 'taken-back', book: { ...book, forPerson: book.forPerson.filter((each) => each.id !== id) } };
}
