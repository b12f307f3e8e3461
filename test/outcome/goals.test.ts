// Promise: "can I use it for…" is answered from the person's own plan or not at all, and their own words are kept as they said them.
import { describe, expect, test } from '@jest/globals';
import { goalFor, isExcluded, recordFeedback, type Feedback, type Goal, type OutcomeBook } from '../../models/outcome/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { eight } from '../budget/margarets-budget.ts';

const setOn = '2026-04-01' as LocalDate;
const goals: readonly Goal[] = [
  { id: 'home', words: 'keeping my home nice', covers: ['gardening', 'cleaning'], setOn },
  { id: 'people', words: 'getting out and seeing people', covers: ['social club', 'transport', 'pottery barn'], setOn },
];

describe('Can I use it for', () => {
  test.each([
    ['the bingo', 'people'], ['bingo', 'people'], ['a social club', 'people'], ['social-club', 'people'], ['a lunch club', 'people'], ['a taxi', 'people'],
    ['the garden', 'home'], ['a cleaner', 'home'], ['cleaning', 'home'],
  ])('%s? The plan covers it', (words, goal) => {
    expect(goalFor(goals, words)?.id).toBe(goal);
  });

  test.each(['a new telly', 'a holiday in Spain', 'alcohol', 'the', ''])('%s? We do not guess', (words) => {
    expect(goalFor(goals, words)).toBeUndefined();
  });

  test.each([['a bottle of alcohol', true], ['alcohol', true], ['a dog walker', true], ['pet-care', true], ['bingo', false], ['the garden', false]])('%s: ruled out is %s', (words, isOut) => {
    expect(isExcluded(['alcohol', 'help with pets'], words)).toBe(isOut);
  });
});

describe('How it went', () => {
  const book: OutcomeBook = { goals, excluded: [], feedback: [] };
  const said = (id: string): Feedback => ({ id, about: { kind: 'visit', id: 'v1', name: 'the visit from Priya' }, words: 'She were lovely, <b>& kind', at: eight });

  test('her words are kept as she said them', () => {
    expect(recordFeedback(book, said('one')).feedback).toEqual([said('one')]);
  });

  test('the same words by the same id are kept once', () => {
    const once = recordFeedback(book, said('one'));
    expect(recordFeedback(once, said('one'))).toBe(once);
  });

  test('the newest hundred stay in the book', () => {
    const full = Array.from({ length: 105 }).reduce<OutcomeBook>((so, _, number) => recordFeedback(so, said(`word-${number}`)), book);
    expect([full.feedback.length, full.feedback[0]?.id, full.feedback.at(-1)?.id]).toEqual([100, 'word-5', 'word-104']);
  });
});
