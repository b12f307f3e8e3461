// Promise: calendars as six makers write them are read or refused with why, series with their exceptions come out right against an independent reckoning, and nothing hangs, throws or is guessed at.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, instant, mondayOf, resolveLocal, weekdayOf, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import type { ReadFile } from '../../models/visits-in/index.ts';
import { writeCalendar } from '../../lambda/calendar/write-calendar.ts';
import { readCalendar } from '../../lambda/visits-in/calendar/read-calendar.ts';
import { hostileWords } from '../support/hostile-words.ts';

const reading = { source: { names: 'first-name-first' as const, workerNames: { 'priya@example.org': 'Priya' } }, zone: 'Europe/London', fileName: 'feed.ics' };
const at = (time: string) => instant(Date.parse(time));
async function read(text: string, now = '2026-12-01T08:00:00Z'): Promise<ReadFile> {
  const found = await readCalendar(text, { ...reading, now: at(now) });
  if (found.kind !== 'read') throw new Error(found.what);
  return found;
}
const shown = ({ visits }: ReadFile) => visits.map(({ startsAt, minutes, state }) => `${new Date(startsAt).toISOString().slice(0, 16)} ${minutes}${state === 'planned' ? '' : ` ${state}`}`).toSorted();
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one', 'DTSTAMP:20261101T100000Z', 'SUMMARY:Care visit', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Margaret', ...events, 'END:VCALENDAR', ''].join('\r\n');
const london = (day: string, from = '080000', to = '083000') => [`DTSTART;TZID=Europe/London:${day}T${from}`, `DTEND;TZID=Europe/London:${day}T${to}`];
const why = ({ faults }: ReadFile) => faults.map(({ row, what }) => `${row}: ${what}`);
const sample = (name: string) => readFileSync(join(import.meta.dirname, 'calendars', name), 'utf8');

describe('as six makers write them', () => {
  test.each([
    ['Office-2012-owa.ics', '2020-10-26', ['2020-10-28T02:30 90', '2020-10-28T17:30 90', '2020-11-02T18:30 90'], ['4: The series cannot be taken: its first day is none of the days of its own rule']],
    ['google-calendar-kiev-tz.ics', '2016-08-24', ['2016-08-25T11:00 60', '2016-08-26T11:00 60', '2016-08-27T11:00 60', '2016-08-28T11:00 60'], []],
    ['tentative-apple-calendar.ics', '2022-07-04', ['2022-07-04T23:00 50', '2022-07-05T16:00 60', '2022-07-06T20:00 60 cancelled', '2022-07-07T16:00 60'], []],
    ['sabredav-school-holidays.ics', '2018-07-01', [], ['1: It is a whole day, without a time']],
    ['utf8-french-calendar.ics', '2013-07-14', [], []],
  ])('%s', async (name, day, visits, faults) => {
    const found = await read(sample(name), `${day}T08:00:00Z`);
    expect([shown(found), why(found)]).toEqual([visits, faults]);
  });

  test('Lanyrd: whole days, an end that is a day, and a start that reads “Next Year” are each refused for what they are', async () => {
    const { visits, faults } = await read(sample('multi-event-basic.ics'), '2011-03-10T08:00:00Z');
    expect([visits, faults.map(({ what }) => what)]).toEqual([[], ['The time at which it ends cannot be read', ...Array.from({ length: 7 }, () => 'It is a whole day, without a time'), 'There is no time at which it starts']]);
  });

  test.each([
    ['Europe/London', '2026-12-02T08:00'], ['"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', '2026-12-02T08:00'], ['GMT Standard Time', '2026-12-02T08:00'], ['/freeassociation.sourceforge.net/Tzfile/Europe/Paris', '2026-12-02T07:00'], ['Eastern Standard Time', '2026-12-02T13:00'], ['Europe/Kiev', '2026-12-02T06:00'],
  ])('times in the zone that is called %s', async (zone, start) => {
    expect(shown(await read(calendar(event(`DTSTART;TZID=${zone}:20261202T080000`, 'DURATION:PT30M'))))).toEqual([`${start} 30`]);
  });

  test('a zone of its own name is known by what the calendar says of it, and refused where nobody says', async () => {
    const zone = (location: string) => ['BEGIN:VTIMEZONE', 'TZID:Office', ...(location === '' ? [] : [`X-LIC-LOCATION:${location}`]), 'END:VTIMEZONE'].join('\r\n');
    const visit = event('DTSTART;TZID=Office:20261202T080000', 'DURATION:PT30M');
    expect(shown(await read(calendar(zone('Europe/Paris'), visit)))).toEqual(['2026-12-02T07:00 30']);
    expect(why(await read(calendar(zone(''), visit)))).toEqual(['1: It names a time zone that nobody knows']);
  });
});

describe('a series', () => {
  const weekdays = event(...london('20261130'), 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261211T080000Z');
  test('has days left out, added, moved and cancelled, in whatever order they stand', async () => {
    const moved = event('RECURRENCE-ID;TZID=Europe/London:20261203T080000', ...london('20261203', '100000', '104500'));
    const off = event('RECURRENCE-ID;TZID=Europe/London:20261204T080000', ...london('20261204'), 'STATUS:CANCELLED');
    const series = weekdays.replace('END:VEVENT', 'EXDATE;TZID=Europe/London:20261202T080000,20261209T080000\r\nEXDATE;VALUE=DATE:20261210\r\nRDATE;TZID=Europe/London:20261205T090000\r\nEND:VEVENT');
    const expected = ['2026-11-30T08:00 30', '2026-12-01T08:00 30', '2026-12-03T10:00 45', '2026-12-04T08:00 30 cancelled', '2026-12-05T09:00 30', '2026-12-07T08:00 30', '2026-12-08T08:00 30', '2026-12-11T08:00 30'];
    for (const order of [[series, moved, off], [off, moved, series]]) expect(shown(await read(calendar(...order)))).toEqual(expected);
    expect((await read(calendar(moved, series))).visits.find(({ minutes }) => minutes === 45)?.refs).toEqual(['one/20261203T0800Z']);
  });

  test('of several versions the newest holds', async () => {
    expect(shown(await read(calendar(event(...london('20261202', '110000', '113000'), 'SEQUENCE:2'), event(...london('20261202'), 'SEQUENCE:1'))))).toEqual(['2026-12-02T11:00 30']);
  });

  test('goes by the rule through the clock changes, and tells of a day that has no such time', async () => {
    const daily = (from: string) => calendar(event(...london(from, '013000', '023000'), 'RRULE:FREQ=DAILY'));
    const spring = await read(daily('20270325'), '2027-03-27T08:00:00Z');
    expect(shown(spring).slice(2, 5)).toEqual(['2027-03-27T01:30 60', '2027-03-29T00:30 60', '2027-03-30T00:30 60']);
    expect(spring.notes.map(({ what }) => what)).toEqual(['The clocks go forward on 2027-03-28 and its time is not there: by its rule there is no visit that day']);
    expect(shown(await read(daily('20261020'), '2026-10-24T08:00:00Z')).slice(4, 7)).toEqual(['2026-10-24T00:30 60', '2026-10-25T00:30 60', '2026-10-26T01:30 60']);
    // What is not there is not counted either.
    expect(shown(await read(calendar(event(...london('20270327', '013000', '023000'), 'RRULE:FREQ=DAILY;COUNT=2')), '2027-03-27T08:00:00Z'))).toEqual(['2027-03-27T01:30 60', '2027-03-29T00:30 60']);
  });

  test.each([
    ['FREQ=SECONDLY', 'it comes round by “SECONDLY”'], ['FREQ=DAILY;BYHOUR=8,9', 'its rule has “BYHOUR”, which My Care does not follow'], ['FREQ=YEARLY;BYWEEKNO=20', 'its rule has “BYWEEKNO”, which My Care does not follow'], ['FREQ=DAILY;COUNT=999999', 'its rule counts more than 3000 times'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'its rule cannot be followed: it may never come, or have begun too long ago'], ['FREQ=DAILY;INTERVAL=2147483647', 'its rule has a number that cannot be'], ['FREQ=WEEKLY;BYDAY=SU', 'its first day is none of the days of its own rule'], ['FREQ=MONTHLY;BYDAY=2MO', 'its first day is none of the days of its own rule'],
  ])('%s is refused: %s', async (rule, reason) => {
    const started = performance.now();
    const found = await read(calendar(event(...london('20261202'), `RRULE:${rule}`)));
    expect([found.visits, why(found)]).toEqual([[], [`1: The series cannot be taken: ${reason}`]]);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test.each([['EXRULE:FREQ=DAILY', 'It leaves days out by a rule (EXRULE), which My Care does not follow'], ['RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T080000Z', 'It changes a series from a day on (THISANDFUTURE), which My Care does not follow'], ['RRULE:FREQ=NEVER;;;', undefined], ['EXDATE:soon', 'A day that is left out, added or changed cannot be read'], ['DURATION:PT0S', 'How long it takes cannot be read']])('%s', async (line, what) => {
    const { visits, faults } = await read(calendar(event(...london('20261202').slice(0, line.startsWith('DURATION') ? 1 : 2), line)));
    expect([visits.length, faults.length]).toEqual([0, 1]);
    if (what !== undefined) expect(faults[0]?.what).toBe(what);
  });

  // Reckoned day by day from what RFC 5545 says of each part, with no library.
  test('comes on the days that an independent reckoning finds', async () => {
    const letters = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
    const now = '2026-12-01' as LocalDate;
    const window = Array.from({ length: 70 }, (_, day) => addDays(now, day - 7));
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('weekly' as const), interval: fc.integer({ min: 1, max: 5 }), days: fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }) }),
      fc.record({ kind: fc.constant('monthly' as const), interval: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('nth' as const), interval: fc.integer({ min: 1, max: 2 }) }),
    );
    await fc.assert(fc.asyncProperty(rule, fc.integer({ min: -900, max: 30 }), fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }), async (asked, offset, count) => {
      const start = addDays(now, offset);
      const own = letters[weekdayOf(start) - 1]!;
      const nth = Math.ceil(Number(start.slice(8)) / 7);
      const days = asked.kind === 'weekly' ? [...new Set([...asked.days, own])] : [];
      const isDay = (day: LocalDate): boolean => {
        const months = (Number(day.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(start.slice(5, 7));
        switch (asked.kind) {
          case 'daily': return daysBetween(start, day) % asked.interval === 0;
          case 'weekly': return days.includes(letters[weekdayOf(day) - 1]!) && (daysBetween(mondayOf(start), mondayOf(day)) / 7) % asked.interval === 0;
          case 'monthly': return day.slice(8) === start.slice(8) && months % asked.interval === 0;
          case 'nth': return weekdayOf(day) === weekdayOf(start) && Math.ceil(Number(day.slice(8)) / 7) === nth && months % asked.interval === 0;
        }
      };
      const parts = { daily: 'FREQ=DAILY', weekly: `FREQ=WEEKLY;BYDAY=${days.join(',')}`, monthly: 'FREQ=MONTHLY', nth: `FREQ=MONTHLY;BYDAY=${nth}${own}` }[asked.kind];
      const all: LocalDate[] = [];
      for (let day = start; day <= window.at(-1)!; day = addDays(day, 1)) if (isDay(day) && (count === undefined || all.length < count)) all.push(day);
      const expected = all.filter((day) => day >= window[0]!).map((day) => `${new Date(resolveLocal(day, '08:00' as LocalTime, 'Europe/London').instant).toISOString().slice(0, 16)} 30`);
      const found = await read(calendar(event(...london(start.replaceAll('-', '')), `RRULE:${parts};INTERVAL=${asked.interval}${count === undefined ? '' : `;COUNT=${count}`};WKST=MO`)));
      expect(why(found)).toEqual([]);
      expect(shown(found).filter((line) => line.slice(0, 10) >= window[0]! && line.slice(0, 10) <= window.at(-1)!)).toEqual(expected);
    }), { numRuns: 120 });
  });
});

describe('round trips and rubbish', () => {
  test('our own calendars are read back the same', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.record({ uid: fc.uuid(), start: fc.integer({ min: 0, max: 50 * 1_440 }), minutes: fc.integer({ min: 1, max: 600 }), isOff: fc.boolean(), title: fc.constantFrom(...hostileWords.filter((each) => each.length < 500)) }), { selector: ({ start }) => start, maxLength: 12 }), async (visits) => {
      const from = Date.parse('2026-12-01T00:00:00Z');
      const text = writeCalendar('Margaret', visits.map(({ uid, start, minutes, isOff, title }) => ({ event: { uid, startsAt: instant(from + start * 60_000), endsAt: instant(from + (start + minutes) * 60_000), title, status: isOff ? 'cancelled' : 'confirmed' }, revision: { sequence: 0, changedAt: instant(from) } }) as never));
      const found = await read(text);
      expect([found.faults, found.visits.map(({ refs, startsAt, minutes, state }) => `${refs[0]} ${startsAt} ${minutes} ${state}`).toSorted()]).toEqual([[], visits.map(({ uid, start, minutes, isOff }) => `${uid} ${from + start * 60_000} ${minutes} ${isOff ? 'cancelled' : 'planned'}`).toSorted()]);
    }), { numRuns: 40 });
  });

  test('hostile words in every property are text, a fault or nothing', async () => {
    for (const words of hostileWords) {
      for (const property of ['UID', 'SUMMARY', 'STATUS', 'DTSTART', 'DTEND', 'DTSTART;TZID', 'RRULE', 'EXDATE', 'RECURRENCE-ID', 'SEQUENCE', 'ATTENDEE;CN', 'DURATION', 'X-WR-CALNAME', 'BEGIN', 'END']) {
        const found = await readCalendar(calendar(event(...london('20261202'), `${property}:${words}`)).replace('X-WR-CALNAME:Margaret', `X-WR-CALNAME:${words}`), { ...reading, now: at('2026-12-01T08:00:00Z') });
        if (found.kind === 'read') expect(found.visits.every(({ startsAt, minutes, client, tasks }) => Number.isInteger(startsAt) && minutes >= 1 && minutes <= 1_500 && client !== '' && tasks.every((task) => task.length <= 80))).toBe(true);
      }
    }
  });

  test('calendars with lines lost, doubled and cut are read or refused', async () => {
    const whole = ['Office-2012-owa.ics', 'google-calendar-kiev-tz.ics', 'tentative-apple-calendar.ics'].map((name) => sample(name).split(/\r?\n/));
    const change = fc.record({ at: fc.nat(200), how: fc.constantFrom('drop', 'double', 'cut', 'rubbish'), rubbish: fc.string({ maxLength: 30 }) });
    await fc.assert(fc.asyncProperty(fc.constantFrom(...whole), fc.array(change, { minLength: 1, maxLength: 6 }), async (lines, changes) => {
      const spoiled = changes.reduce<readonly string[]>((before, { at: place, how, rubbish }) => before.flatMap((line, number) => (number !== place % before.length ? [line] : how === 'drop' ? [] : how === 'double' ? [line, line] : how === 'cut' ? [line.slice(0, line.length / 2)] : [line + rubbish])), lines);
      const found = await readCalendar(spoiled.join('\n'), { ...reading, now: at('2020-10-26T08:00:00Z') });
      expect(['read', 'refused']).toContain(found.kind);
    }), { numRuns: 200 });
  });

  test.each([['METHOD:REPLY', 'It is somebody’s answer to an invitation, and no calendar']])('%s is refused', async (line, what) => {
    expect(await readCalendar(calendar(line, event(...london('20261202'))), { ...reading, now: at('2026-12-01T08:00:00Z') })).toMatchObject({ kind: 'refused', what });
  });

  test('METHOD:CANCEL calls off what it names, and says nothing of other days', async () => {
    const found = await read(calendar('METHOD:CANCEL', event(...london('20261202'))));
    expect([shown(found), found.scope]).toEqual([['2026-12-02T08:00 30 cancelled'], 'single-visits']);
  });

  test('care workers are those whom staff have named; else nobody is', async () => {
    const found = await read(calendar(event(...london('20261202'), 'ATTENDEE;CN="Priya S":mailto:priya@example.org'), event(...london('20261203'), 'UID:two').replace('UID:one\r\n', '')));
    expect(found.visits.map(({ workers }) => workers.map(({ firstName }) => firstName))).toEqual([['Priya'], ['a care worker']]);
  });
});
