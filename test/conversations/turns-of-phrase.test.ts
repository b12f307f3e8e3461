// Promise: what stands around the facts changes from day to day, so that nobody hears a machine; the facts never change their words, their place or their order.
import { expect, test } from '@jest/globals';
import { conversation } from '../support/conversation.ts';
import { addDays, type LocalDate } from '../../models/shared/index.ts';
import { frames, wordingOfTheDay } from '../../skill/words/vary-by-day.ts';

const firstDay = '2026-12-01' as LocalDate;
const tenDays = Array.from({ length: 10 }, (_, count) => addDays(firstDay, count));

test('the same question on ten days has three wordings, and one set of facts', async () => {
  const heard: string[] = [];
  for (const day of tenDays) {
    const talk = await conversation('margaret', { at: `${day}T08:00` });
    await talk.user('I need someone for the garden');
    heard.push(talk.last.speech.replaceAll('’', "'"));
  }
  expect(new Set(heard).size).toBeGreaterThanOrEqual(3);
  const facts = heard.map((speech) => speech.match(/Green Fingers.*22 pounds an hour\./)?.[0]);
  expect(new Set(facts)).toEqual(new Set(["Green Fingers, 15 pounds an hour. Harrow Helping Hands, free, run by volunteers. And Smith's Gardens, 22 pounds an hour."]));
});

test('one day has one wording for one person, and the first day that of the guide', () => {
  for (const [first] of frames) {
    expect(wordingOfTheDay(first, 'margaret', firstDay)).toBe(first);
    for (const day of tenDays) expect(wordingOfTheDay(first, 'dev', day)).toBe(wordingOfTheDay(first, 'dev', day));
    expect(new Set(tenDays.map((day) => wordingOfTheDay(first, 'margaret', day))).size).toBe(3);
  }
});

test('every wording is one short sentence, and asks where the first one asks', () => {
  for (const wordings of frames) {
    expect(new Set(wordings).size).toBe(wordings.length);
    for (const words of wordings) expect({ words, isShort: words.split(' ').length <= 11, asks: words.endsWith('?') }).toEqual({ words, isShort: true, asks: wordings[0].endsWith('?') });
  }
});

test('a fact is never taken for a turn of phrase', () => {
  expect(wordingOfTheDay('You have 184 pounds left.', 'margaret', addDays(firstDay, 1))).toBe('You have 184 pounds left.');
});
