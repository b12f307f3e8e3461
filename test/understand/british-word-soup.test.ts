// Promise: whatever is said, in whatever order, a finder answers at once and never reads beyond the end of the sentence.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isLocalDate, isLocalTime, type LocalDate } from '../../models/shared/index.ts';
import { daysIn } from '../../skill/slots.ts';
import { findDates } from '../../skill/understand/dates.ts';
import { findDurations } from '../../skill/understand/durations.ts';
import type { Found } from '../../skill/understand/found.ts';
import { findFourDigits, findNumbers, findOrdinals } from '../../skill/understand/numbers.ts';
import { findTimes } from '../../skill/understand/times.ts';
import { wordsOf } from '../../skill/heard/words.ts';
import { finders } from './british-speech.ts';
import { tuesday } from './hearing.ts';
import { bestOf } from '../support/best-of.ts';

const bare = { date: findDates, time: findTimes, duration: findDurations, number: findNumbers, fourDigits: findFourDigits, ordinal: findOrdinals };
const soup = ('a the of on in at to past after before next last this week weeks fortnight month year day days hour hours minutes half quarter and or so ago time now tonight tomorrow yesterday tuesday friday december may march '
  + 'first second eighth twenty thirty hundred thousand dozen couple one two five eight nineteen oh o double treble 8 08:30 0830 2026 31 30th 99999 christmas easter boxing bank holiday weekend end back beginning early late mid '
  + 'morning afternoon night tea dinner teatime noon midnight oclock am pm ish about gone just few bit coming following from today spring winter quid odd what carer').split(' ');
const sentence = fc.array(fc.constantFrom(...soup), { maxLength: 14 }).map((words) => words.join(' '));
const today = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01' as LocalDate, days));

const forms: Readonly<Record<keyof typeof bare, (value: string) => boolean>> = {
  date: (value) => isLocalDate(value) || daysIn(value, tuesday.today) !== undefined,
  time: (value) => isLocalTime(value) || ['MO', 'AF', 'EV', 'NI'].includes(value),
  duration: (value) => /^P(?:\d+[DWMY]|T(?:\d+H)?(?:\d+M)?)$/.test(value) && value !== 'PT',
  number: (value) => /^\d+$/.test(value), fourDigits: (value) => /^\d{4}$/.test(value), ordinal: (value) => /^\d{1,2}$/.test(value),
};

describe('A finder', () => {
  const kinds = Object.keys(bare) as (keyof typeof bare)[];

  test('takes any words on any day and stays within them', () => {
    fc.assert(fc.property(sentence, today, (said, day) => {
      const words = wordsOf(said);
      const wrong = kinds.flatMap((kind) => [...words, undefined].flatMap((_, at) => {
        const found = bare[kind](words, at, { ...tuesday, today: day });
        return found.filter(({ to, value }, place) => to <= at || to > words.length || to > (found[place - 1]?.to ?? to) || !forms[kind](value));
      }));
      expect(wrong).toEqual([]);
    }), { numRuns: 1000 });
  });

  test('finds the same where it is only asked at words that can begin something', () => {
    fc.assert(fc.property(sentence, (said) => {
      const words = wordsOf(said);
      const places = words.flatMap((_, at) => kinds.map((kind) => [kind, at] as const));
      const missed = places.filter(([kind, at]) => finders[kind](words, at, tuesday).length !== bare[kind](words, at, tuesday).length);
      expect(missed.map(([kind, at]) => `${kind}: ${words.slice(at).map(({ text }) => text).join(' ')}`)).toEqual([]);
    }), { numRuns: 1000 });
  });

  test('takes anything at all that can be typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (said) => {
      const words = wordsOf(said);
      const all: Found[] = words.flatMap((_, at) => kinds.flatMap((kind) => bare[kind](words, at, tuesday)));
      expect(all.every(({ to }) => to <= words.length)).toBe(true);
    }), { numRuns: 500 });
  });

  test('answers a long sentence of numbers and days in a moment', () => {
    const words = wordsOf('twenty two hundred and five past the first monday of the month '.repeat(9));
    expect(bestOf(20, () => { for (const kind of kinds) words.forEach((_, at) => bare[kind](words, at, tuesday)); })).toBeLessThan(100);
  });
});
