// Promise: no answer is longer than a tired person can hold: thirty-two words and thirteen seconds at the very most before a single question, but for two named kinds.
import { expect, test } from '@jest/globals';
import { everyPhrase } from '../../scripts/phrase-walk.ts';
import { isBrief, spokenLength } from '../support/spoken-length.ts';

test('nobody hears anything too long to follow, whatever is asked and whatever they reply', async () => {
  const tooLong = (await everyPhrase()).filter((phrase) => !isBrief(phrase, phrase.intent) && phrase.role !== 'after silence');
  expect(tooLong).toEqual([]);
});

test('pauses count, the question does not, and two questions are too many', () => {
  expect(spokenLength('<speak><s>Two visits today.</s><break time="600ms"/><s>Shall I go on?</s></speak>')).toEqual({ words: 3, seconds: 3 / 2.5 + 0.3, questions: 1 });
  expect(isBrief({ words: 32, seconds: 13, questions: 1 })).toBe(true);
  expect(isBrief({ words: 33, seconds: 12, questions: 1 })).toBe(false);
  expect(isBrief({ words: 20, seconds: 13.1, questions: 0 })).toBe(false);
  expect(isBrief({ words: 20, seconds: 9, questions: 2 })).toBe(false);
  expect(isBrief({ words: 36, seconds: 15, questions: 0 }, 'ExplainIntent')).toBe(true);
});
