import type { MessageBook, WordLeft } from './message.ts';

/** Leaves word for somebody. The newest 50 are kept here; the same word (by id) is left once only. */
export function leaveWord(book: MessageBook, word: WordLeft): MessageBook {
  if (book.wordLeft.some((each) => each.id === word.id)) return book;
  return { ...book, wordLeft: [...book.wordLeft, word].slice(-wordsKept) };
}

const wordsKept = 50;
