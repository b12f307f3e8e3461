// Promise: every time of the day, in every British way of saying it, is read back to the minute.
import { describe, expect, test } from '@jest/globals';
import type { LocalTime } from '../../models/shared/index.ts';
import { hear } from './hearing.ts';
import { finders, inWords, read } from './british-speech.ts';

const time = (said: string, now = '08:00') => read(finders.time, said, { now: now as LocalTime })?.value;
const twoDigits = (value: number) => String(value).padStart(2, '0');
const everyMinute = Array.from({ length: 1440 }, (_, minute) => ({ hour: Math.floor(minute / 60), minute: minute % 60, value: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` }));
const onTheFace = (hour: number) => inWords(hour % 12 === 0 ? 12 : hour % 12);

/** The ways of saying a time on a clock of twelve hours. */
function facesOf(hour: number, minute: number): readonly string[] {
  const [here, next] = [onTheFace(hour), onTheFace(hour + 1)];
  if (minute === 0) return [`${here} o'clock`, `${here} o clock`, `${here}ish`, `${inWordsToFigures(hour)}.00`];
  const said = inWords(minute);
  const ways = [minute < 10 ? `${here} oh ${said}` : `${here} ${said}`, `${inWordsToFigures(hour)}:${twoDigits(minute)}`, `${inWordsToFigures(hour)}.${twoDigits(minute)}`];
  if (minute === 15) ways.push(`quarter past ${here}`, `a quarter past ${here}`);
  if (minute === 45) ways.push(`quarter to ${next}`, `a quarter to ${next}`);
  if (minute === 25) ways.push(`five and twenty past ${here}`);
  if (minute === 35) ways.push(`five and twenty to ${next}`);
  if (minute === 30) return [...ways, `half past ${here}`, `half ${here}`, `half ${here}ish`];
  return [...ways, minute < 30 ? `${said} past ${here}` : `${inWords(60 - minute)} to ${next}`, minute < 30 ? `${said} minutes past ${here}` : `${inWords(60 - minute)} minutes to ${next}`];
}

/** Those of many ways of saying a time that are not read back as it. */
function misread(said: readonly string[], value: string): readonly string[] {
  return said.filter((each) => time(each) !== value);
}

function inWordsToFigures(hour: number): string {
  return String(hour % 12 === 0 ? 12 : hour % 12);
}

/** What is said after a time to tell its half of the day: what people say at that hour. */
function halvesOf(hour: number): readonly string[] {
  if (hour < 5) return ['at night', 'am'];
  if (hour < 12) return ['in the morning', 'am', 'a.m.', 'of a morning'];
  return hour < 17 ? ['in the afternoon', 'pm'] : hour < 20 ? ['in the evening', 'pm', 'p.m.', 'of an evening'] : ['at night', 'pm', 'in the evening'];
}

describe('Every minute of the day', () => {
  const misreadOf = (minutes: typeof everyMinute, ways: (minute: typeof everyMinute[number]) => readonly string[]) => minutes.flatMap((each) => misread(ways(each), each.value));

  test('is read back with its half of the day said after it', () => {
    expect(misreadOf(everyMinute, ({ hour, minute }) => facesOf(hour, minute).flatMap((face) => halvesOf(hour).map((half) => `${face} ${half}`)))).toEqual([]);
  });

  test('from seven in the morning to just before seven at night is read back with nothing more said', () => {
    expect(misreadOf(everyMinute.slice(7 * 60, 19 * 60), ({ hour, minute }) => facesOf(hour, minute))).toEqual([]);
  });

  test('is read back with the part of the day said before it', () => {
    expect(misreadOf(everyMinute.slice(5 * 60), ({ hour, minute }) => {
      const part = hour < 12 ? 'tomorrow morning' : hour < 17 ? 'tomorrow afternoon' : 'tomorrow evening';
      return facesOf(hour, minute).flatMap((face) => ['at', 'about', 'at about', ''].map((join) => `${part} ${join} |${face}`));
    })).toEqual([]);
  });

  test('is read back from the clock of twenty four hours', () => {
    expect(misreadOf(everyMinute, ({ hour, minute, value }) => {
      const minutes = minute === 0 ? 'hundred' : minute < 10 ? `oh ${inWords(minute)}` : inWords(minute);
      const ways = [value, `${value} hours`, `${value.replace(':', '')} hours`];
      if (hour > 12) ways.push(`at |${inWords(hour)} ${minutes} hours`, `at |${inWords(hour)} ${minutes}`);
      if (hour > 0 && hour < 10) ways.push(`at |oh ${inWords(hour)} ${minutes} hours`, `at |zero ${inWords(hour)} ${minutes}`);
      return ways;
    })).toEqual([]);
  });

  test('is read back with the words that hedge it', () => {
    expect(misreadOf(everyMinute, ({ hour, minute }) => {
      const [face = ''] = facesOf(hour, minute);
      const [half = ''] = halvesOf(hour);
      return [`about ${face} ${half}`, `around ${face} ${half}`, `just after ${face} ${half}`, `just gone ${face} ${half}`, `${face} on the dot ${half}`, `${face} ${half} or so`];
    })).toEqual([]);
  });

  test('said without its hour is the next time the clock shows it', () => {
    for (const { hour, minute, value } of everyMinute) {
      const oneAfter = everyMinute[(hour * 60 + minute + 1) % 1440];
      const next = everyMinute[(hour * 60 + minute + 60) % 1440];
      const said = minute === 15 ? 'quarter past' : minute === 30 ? 'half past' : minute === 45 ? 'quarter to' : minute === 50 ? 'ten to' : minute === 25 ? 'five and twenty past' : undefined;
      if (said !== undefined) expect([time(said, value), time(said, oneAfter?.value), time(said, everyMinute[(hour * 60 + minute + 1439) % 1440]?.value)]).toEqual([next?.value, next?.value, value]);
    }
  });
});

describe('A time', () => {
  test.each([
    ['half eight', '08:30'], ['half past eight', '08:30'], ['ten to nine', '08:50'], ['twenty five to eight', '07:35'], ['eightish', '08:00'], ['about eightish', '08:00'], ['half eight ish', '08:30'], ['ten thirty', '10:30'], ['half ten in the morning', '10:30'],
    ['six in the evening', '18:00'], ['seven of an evening', '19:00'], ['eleven at night', '23:00'], ['two at night', '02:00'], ['noon', '12:00'], ['twelve noon', '12:00'], ['just after nine', '09:00'], ['gone nine', '09:00'], ['nine on the dot', '09:00'], ['nine sharp', '09:00'],
    ['eight hundred hours', '08:00'], ['nineteen thirty', '19:30'], ['08:30', '08:30'], ['8.30', '08:30'], ['8am', '08:00'], ['8 p.m.', '20:00'], ['eight a m', '08:00'], ['0830 hours', '08:30'], ['half three this afternoon', '15:30'], ['half eight tonight', '20:30'], ['elevenses', '11:00'],
    ['half past midnight', '00:30'], ['five to midnight', '23:55'], ['quarter past noon', '12:15'], ['ten to noon', '11:50'], ['dead on nine', '09:00'], ['getting on for ten', '10:00'], ['half five for tea', '17:30'], ['half twelve for lunch', '12:30'], ['half eleven at dinner time', '11:30'],
  ])('said as "%s" is %s', (said, value) => {
    expect(time(said)).toBe(value);
  });

  test.each([['dinner time', 'AF'], ['lunchtime', 'AF'], ['tea time', 'EV'], ['about teatime', 'EV'], ['supper time', 'EV'], ['breakfast time', 'MO'], ['bedtime', 'NI']])('with a name of its own, "%s", is a part of the day, with dinner at midday: %s', (said, value) => {
    expect(time(said)).toBe(value);
  });

  test.each([
    ['tomorrow evening at eight', { day: '2026-12-02', time: '20:00' }], ['tonight at half nine', { day: '2026-12-01', time: '21:30' }], ['thursday night about ten', { day: '2026-12-03', time: '22:00' }], ['move it to half eight tonight', { day: '2026-12-01', time: '20:30' }],
    ['tomorrow at six in the evening', { day: '2026-12-02', time: '18:00' }],
  ])('is in the part of the day that was said with the day, "%s"', async (said, slots) => {
    expect((await hear(said)).slots).toMatchObject(slots);
  });

  test('of twelve after "tomorrow morning" is midday, since nobody is expected at midnight', () => {
    expect(time('tomorrow morning at |twelve o\'clock')).toBe('12:00');
    expect(time('tomorrow morning at |half twelve')).toBe('12:30');
  });

  test.each(['thirteen o\'clock', 'half an hour', 'half a dozen', 'a couple', '25:00', '8:75', 'half thirteen', 'oh'])('is not read from "%s"', (said) => {
    expect(time(said)).toBeUndefined();
  });
});
