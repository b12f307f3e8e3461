// Promise: every number, code and length of time said the British way is read back as it was meant.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hear } from './hearing.ts';
import { digitByDigit, finders, inWords, ordinal, read, shortOrdinal } from './british-speech.ts';

const number = (said: string) => read(finders.number, said)?.value;
const duration = (said: string) => read(finders.duration, said)?.value;
const upTo = (most: number, from = 0) => Array.from({ length: most - from + 1 }, (_, place) => from + place);

describe('A number', () => {
  test('from nought to 999 is read back in words and figures', () => {
    const misread = upTo(999).filter((each) => [inWords(each), inWords(each, 'a'), inWords(each).replace(' and ', ' '), String(each)].some((said) => number(said) !== String(each)));
    expect(misread).toEqual([]);
  });

  test('of thousands is read back up to a million', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (thousands, rest) => {
      const said = `${inWords(thousands)} thousand${rest === 0 ? '' : `${rest < 100 ? ' and' : ''} ${inWords(rest)}`}`;
      expect(number(said)).toBe(String(thousands * 1000 + rest));
    }));
  });

  test('in order from first to thirty first is an ordinal', () => {
    for (const day of upTo(31, 1)) expect([ordinal(day), shortOrdinal(day)].map((said) => read(finders.ordinal, said)?.value)).toEqual([String(day), String(day)]);
  });

  test.each([
    ['a dozen', '12'], ['half a dozen', '6'], ['two dozen', '24'], ['a couple', '2'], ['couple of', '2'], ['a hundred and twenty', '120'], ['twelve hundred', '1200'], ['a thousand', '1000'], ['twenty odd', '20'], ['five and twenty', '25'],
    ['1,250', '1250'], ['double four one nine', '4419'], ['treble two', '222'], ['oh seven double o nine', '07009'], ['four eighty two nine thirteen', '482913'], ['forty eight twenty nine thirteen', '482913'],
  ])('said as "%s" is %s', (said, value) => {
    expect(number(`number |${said}`)).toBe(value);
  });

  test.each([['two or three', '2'], ['one or two', '1'], ['three or four', '3']])('said as "%s" is the smaller, %s, so that nobody pays for more than was said', (said, value) => {
    expect(number(said)).toBe(value);
  });

  test.each(['thirty quid', 'about thirty pounds', 'three pound', 'a hundred quid', '£30', 'a fiver', 'a tenner'])('of money, "%s", is never taken for that many hours or things', async (said) => {
    expect(number(said)).toBeUndefined();
    expect((await hear(said, { expecting: ['GiveAmountIntent'] })).slots['number']).toBeUndefined();
  });
});

describe('A code', () => {
  const noughts = fc.array(fc.constantFrom('oh', 'nought', 'zero', 'o'), { minLength: 1, maxLength: 3 });
  const runs = fc.array(fc.boolean(), { minLength: 1, maxLength: 3 });
  /** Few different digits, so that they come in runs. */
  const code = (length: number) => fc.oneof(fc.stringMatching(new RegExp(`^\\d{${length}}$`)), fc.stringMatching(new RegExp(`^[048]{${length}}$`)));

  test('of four digits is read back with oh, nought, zero, double and treble', () => {
    fc.assert(fc.property(code(4), noughts, runs, (pin, oh, run) => {
      expect(read(finders.fourDigits, `pin |${digitByDigit(pin, oh, run)}`)?.value).toBe(pin);
    }), { numRuns: 500 });
  });

  test('of four digits is heard whole in a sentence', async () => {
    await fc.assert(fc.asyncProperty(code(4), noughts, runs, async (pin, oh, run) => {
      expect(await hear(`my pin is ${digitByDigit(pin, oh, run)}`)).toMatchObject({ intent: 'GivePinIntent', slots: { pin } });
    }));
  });

  test('of six digits is read back with oh, nought, zero, double and treble', async () => {
    await fc.assert(fc.asyncProperty(code(6), noughts, runs, async (six, oh, run) => {
      expect(number(`code |${digitByDigit(six, oh, run)}`)).toBe(six);
      expect(await hear(`my code is ${digitByDigit(six, oh, run)}`)).toMatchObject({ intent: 'LinkWithCodeIntent', slots: { code: six } });
    }));
  });

  test('of four digits is read back when it is said in twos', () => {
    const pins = upTo(99, 10).flatMap((first) => [10, 19, 20, 47, 99].map((second) => ({ said: `${inWords(first)} ${inWords(second)}`, pin: `${first}${second}` })));
    expect(pins.filter(({ said, pin }) => read(finders.fourDigits, said)?.value !== pin)).toEqual([]);
  });
});

describe('A length of time', () => {
  const plural = (count: number, unit: string) => `${inWords(count)} ${unit}${count === 1 ? '' : 's'}`;
  const minutesIn = (iso: string | undefined) => {
    const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(iso ?? '');
    return Number(parts?.[1] ?? 0) * 60 + Number(parts?.[2] ?? 0);
  };

  test('of minutes, days, weeks, months and years is read back', () => {
    for (const count of upTo(120, 1)) {
      expect(['minute', 'day', 'week', 'month', 'year'].map((unit) => duration(plural(count, unit)))).toEqual([`PT${count}M`, `P${count}D`, `P${count}W`, `P${count}M`, `P${count}Y`]);
    }
  });

  test('of hours and minutes is read back in every way of saying it', () => {
    const misread: string[] = [];
    for (const hours of upTo(24, 1)) {
      for (const minutes of upTo(59)) {
        const start = plural(hours, 'hour');
        const ways = minutes === 0 ? [start, `${start} or so`, `about ${start}`] : [`${start} and ${plural(minutes, 'minute')}`, `${start} ${plural(minutes, 'minute')}`, `${start} ${inWords(minutes)}`];
        if (minutes === 30) ways.push(`${start} and a half`, `${inWords(hours)} and a half hours`);
        if (minutes === 15) ways.push(`${start} and a quarter`, `${inWords(hours)} and a quarter hours`);
        if (minutes === 45) ways.push(`${start} and three quarters`, `${inWords(hours)} and three quarter hours`);
        misread.push(...ways.filter((said) => minutesIn(duration(said)) !== hours * 60 + minutes));
      }
    }
    expect(misread).toEqual([]);
  });

  test.each([
    ['a couple of hours', 'PT2H'], ['half an hour', 'PT30M'], ['half hour', 'PT30M'], ['half an hour or so', 'PT30M'], ['an hour and a half', 'PT1H30M'], ['hour and a half', 'PT1H30M'], ['one and a half hours', 'PT1H30M'], ['two hours and a half', 'PT2H30M'],
    ['three quarters of an hour', 'PT45M'], ['a quarter of an hour', 'PT15M'], ['an hour or so', 'PT1H'], ['a good hour', 'PT1H'], ['just over an hour', 'PT1H'], ['up to two hours', 'PT2H'], ['at least an hour', 'PT1H'], ['two hours at the most', 'PT2H'],
    ['two and a bit hours', 'PT2H'], ['ninety minutes', 'PT90M'], ['five and twenty minutes', 'PT25M'], ['an hour twenty', 'PT1H20M'], ['a fortnight', 'P2W'], ['2hrs', 'PT2H'], ['90 mins', 'PT90M'], ['1.5 hours', 'PT1H30M'], ['1 hour 30', 'PT1H30M'],
    ['half a dozen weeks', 'P6W'], ['twenty odd minutes', 'PT20M'],
  ])('said as "%s" is %s', (said, value) => {
    expect(duration(said)).toBe(value);
  });

  test.each([['two or three hours', 'PT2H'], ['an hour or two', undefined]])('said as "%s" is the smaller or is asked again, so that nobody pays for more: %s', (said, value) => {
    expect(duration(said)).toBe(value);
  });

  test('of a few hours is three, as the word is most often meant', () => {
    expect(['a few hours', 'a few days', 'a few minutes'].map(duration)).toEqual(['PT3H', 'P3D', 'PT5M']);
  });

  test.each(['half a day', 'all morning', 'a while', 'a bit', 'ages'])('as vague as "%s" is left to be asked', (said) => {
    expect(duration(said)).toBeUndefined();
  });
});
