// Promise: a message waits until it is heard, and word left for somebody is kept once and never forgotten too soon.
import { describe, expect, test } from '@jest/globals';
import { leaveWord, markHeard, waitingMessages, type MessageBook, type WordLeft } from '../../models/message/index.ts';
import { instant } from '../../models/shared/index.ts';

const message = { id: 'sunday', fromMemberId: 'susan', fromName: 'Susan', words: "Lunch on Sunday, I'll pick you up at twelve.", sentAt: instant(1000) };
const book: MessageBook = { forPerson: [{ ...message, id: 'older', heardAt: instant(900) }, message, { ...message, id: 'newer' }], wordLeft: [] };
const word = (id: string): WordLeft => ({ id, to: { kind: 'council', name: 'Mr Okafor' }, about: 'a new telly', words: 'Can the budget be used for a new telly?', leftAt: instant(2000) });

describe('Messages for the person', () => {
  test('those not heard wait, oldest first', () => {
    expect(waitingMessages(book).map((each) => each.id)).toEqual(['sunday', 'newer']);
  });

  test('once heard a message waits no longer', () => {
    expect(waitingMessages(markHeard(book, 'sunday', instant(3000))).map((each) => each.id)).toEqual(['newer']);
  });

  test('hearing it again keeps the first time', () => {
    const once = markHeard(book, 'sunday', instant(3000));
    expect(markHeard(once, 'sunday', instant(4000))).toBe(once);
    expect(markHeard(book, 'nobody sent this', instant(3000))).toBe(book);
  });
});

describe('Word left for others', () => {
  test('the same word is left once only', () => {
    expect(leaveWord(leaveWord(book, word('telly')), word('telly')).wordLeft).toEqual([word('telly')]);
  });

  test('the newest fifty are kept, in order', () => {
    const all = Array.from({ length: 60 }, (_, number) => word(`word ${number}`)).reduce(leaveWord, book);
    expect([all.wordLeft.length, all.wordLeft[0]?.id, all.wordLeft.at(-1)?.id]).toEqual([50, 'word 10', 'word 59']);
  });
});
