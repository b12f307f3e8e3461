// Promise: a reminder comes round with the visits it is for, by the wall clock, and none is planned for a visit that is not there.
import { describe, expect, test } from '@jest/globals';
import type { VisitBook } from '../../models/care-visit/index.ts';
import { firstHeardOn, planReminders, type ReminderTime, type ReminderWish } from '../../models/routine/index.ts';
import { at, bookOf, breakfast, day, lunch, round, tea } from '../care-visit/margarets-visits.ts';

const london = 'Europe/London';
const plan = (book: VisitBook, wish: Partial<ReminderWish> = {}, now = at('08:00')) => {
  const planned = planReminders(book, { leadMinutes: 15, ...wish }, now, london);
  return planned.kind === 'refused' ? planned.reason : planned.times.map(glance);
};
const glance = (time: ReminderTime) => `${time.kind === 'weekly' ? time.days.join('') : time.on} ${time.at} for ${time.visitFrom}`;
const visitOn = (on: string, from: string, status: 'planned' | 'cancelled' = 'planned') => ({
  id: `${from}@${on}`, on: day(on), from: from as never, minutes: 30, startsAt: at(from, on), endsAt: at(from, on), workerIds: ['priya'], tasks: [], isTimeCritical: false, status,
});

describe('what a wish comes to', () => {
  test('visits at one time of day are one reminder', () => {
    expect(plan(bookOf(), { workerId: 'priya' })).toEqual(['123567 08:15 for 08:30']);
  });
  test('each time of day is a reminder of its own, earliest first', () => {
    expect(plan(bookOf())).toEqual(['123567 08:15 for 08:30', '4 11:45 for 12:00', '12567 17:45 for 18:00']);
  });
  test('a task is enough to say which visits', () => {
    expect(plan(bookOf(), { task: 'tablets' })).toEqual(['4 11:45 for 12:00', '12567 17:45 for 18:00']);
  });
  test('so is a part of the day', () => {
    expect(plan(bookOf(), { partOfDay: 'evening' })).toEqual(['12567 17:45 for 18:00']);
  });
  test('a day that was named is that day alone', () => {
    expect(plan(bookOf(), { on: day('2026-12-04') })).toEqual(['2026-12-04 08:15 for 08:30', '2026-12-04 17:45 for 18:00']);
  });
  test('a longer warning moves the time, not the days', () => {
    expect(plan(bookOf(), { workerId: 'priya', leadMinutes: 60 })).toEqual(['123567 07:30 for 08:30']);
  });
});

describe('what is weekly and what is not', () => {
  test('one visit cancelled in four weeks is weekly still', () => {
    const book = bookOf([lunch], { visits: [{ ...visitOn('2026-12-10', '12:00', 'cancelled'), id: 'lunch@2026-12-10' }] });
    expect(plan(book)).toEqual(['4 11:45 for 12:00']);
  });
  test('every other week is not weekly: the next visit alone', () => {
    expect(plan(bookOf([round({ id: 'fortnight', days: [3], everyWeeks: 2, from: '10:00', startsOn: '2026-11-25' })]))).toEqual(['2026-12-09 09:45 for 10:00']);
  });
  test('a single visit is reminded of once', () => {
    expect(plan(bookOf([], { visits: [visitOn('2026-12-05', '14:00')] }))).toEqual(['2026-12-05 13:45 for 14:00']);
  });
  test('a round about to end is not called weekly', () => {
    expect(plan(bookOf([round({ id: 'ending', days: [2], from: '10:00', endsOn: '2026-12-08' })]))).toEqual(['2026-12-01 09:45 for 10:00']);
  });
});

describe('hours of the night', () => {
  test('nobody is woken before seven by a long warning', () => {
    expect(plan(bookOf([breakfast]), { leadMinutes: 120 })).toEqual(['123567 07:00 for 08:30']);
  });
  test('a visit before quarter past seven may be warned of earlier', () => {
    expect(plan(bookOf([round({ id: 'early', from: '06:45' })]))).toEqual(['1234567 06:30 for 06:45']);
  });
  test('a warning over midnight falls on the day before', () => {
    expect(plan(bookOf([round({ id: 'night', days: [1], from: '00:10' })]))).toEqual(['7 23:55 for 00:10']);
    expect(plan(bookOf([], { visits: [visitOn('2026-12-05', '00:10')] }))).toEqual(['2026-12-04 23:55 for 00:10']);
  });
  test('a day before is the same time a day before', () => {
    expect(plan(bookOf([lunch]), { leadMinutes: 24 * 60 })).toEqual(['3 12:00 for 12:00']);
  });
});

describe('what is not planned', () => {
  test.each([['nobody by that id', { workerId: 'gladys' }], ['no such task', { task: 'chiropody' }], ['a day without visits', { on: day('2026-12-03'), workerId: 'sam' }], ['a day gone by', { on: day('2026-11-24') }]])('%s', (_, wish) => {
    expect(plan(bookOf(), wish)).toBe('no-such-visit');
  });
  test('a visit too near to be warned of', () => {
    expect(plan(bookOf([], { visits: [visitOn('2026-12-01', '08:10')] }))).toBe('too-late');
  });
  test('nothing at all without visits', () => {
    expect(plan(bookOf([]))).toBe('no-such-visit');
  });
});

describe('when it is first heard', () => {
  const weekly: ReminderTime = { kind: 'weekly', days: [2, 5], at: '08:15' as never, visitFrom: '08:30' as never };
  test.each([['08:00', '2026-12-01'], ['08:15', '2026-12-04'], ['20:00', '2026-12-04']])('at %s on Tuesday it is %s', (now, first) => {
    expect(firstHeardOn(weekly, at(now), london)).toBe(first);
  });
  test('the wall clock holds across the change in spring', () => {
    expect(firstHeardOn({ ...weekly, days: [7] }, at('12:00', '2027-03-27'), london)).toBe('2027-03-28');
    expect(plan(bookOf([breakfast]), {}, at('07:00', '2027-03-25'))).toEqual(['123567 08:15 for 08:30']);
  });
  test('a reminder for tea counts today while tea is to come', () => {
    expect(plan(bookOf([tea]), { on: day('2026-12-01') }, at('17:40'))).toEqual(['2026-12-01 17:45 for 18:00']);
  });
});
