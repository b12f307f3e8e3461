// Promise: "when is my next visit" and "which visit do you mean" find the one the person has in mind, or say that there is none.
import { describe, expect, test } from '@jest/globals';
import { findVisit, nextVisit, partOfDay, visitsIn, visitsOn, type CareVisit } from '../../models/care-visit/index.ts';
import { at, bookOf, breakfast, day, hoist, london, round, tea, time } from './margarets-visits.ts';

const which = (visit: CareVisit | undefined) => (visit === undefined ? 'none' : `${visit.on} ${visit.from} ${visit.workerIds.join('+')}`);

describe('The next visit', () => {
  test.each([
    ['before breakfast', '08:00', '2026-12-01 08:30 priya'],
    ['when Priya is due and not heard of', '08:50', '2026-12-01 08:30 priya'],
    ['once her time has gone by', '09:15', '2026-12-01 18:00 sam'],
    ['late in the evening', '21:00', '2026-12-02 08:30 priya'],
  ])('%s it is the one still to come', (_, now, expected) => {
    expect(which(nextVisit(bookOf(), at(now), london))).toBe(expected);
  });

  test('a care worker or a task can be named', () => {
    const book = bookOf([breakfast, tea, hoist]);
    expect(which(nextVisit(book, at('08:00'), london, { workerId: 'blessing' }))).toBe('2026-12-01 19:00 sam+blessing');
    expect(which(nextVisit(book, at('10:00'), london, { task: 'washing' }))).toBe('2026-12-02 08:30 priya');
    expect(which(nextVisit(book, at('10:00'), london, { task: 'hairdressing' }))).toBe('none');
  });

  test('a visit under way or cancelled is not the next one', () => {
    const [first] = visitsOn(bookOf(), day('2026-12-01'), london);
    const changed = (status: CareVisit['status']) => bookOf(undefined, { visits: [{ ...(first as CareVisit), status }] });
    for (const status of ['started', 'cancelled', 'missed', 'completed'] as const) {
      expect(which(nextVisit(changed(status), at('08:31'), london))).toBe('2026-12-01 18:00 sam');
    }
  });

  test('a visit the agency says is late stays next', () => {
    const [first] = visitsOn(bookOf(), day('2026-12-01'), london);
    const late = { ...(first as CareVisit), lastReport: { at: at('08:40'), said: 'running-late' as const, lateByMinutes: 60 } };
    expect(which(nextVisit(bookOf(undefined, { visits: [late] }), at('09:30'), london))).toBe('2026-12-01 08:30 priya');
  });

  test('a night visit begun yesterday evening is still next', () => {
    const night = bookOf([round({ id: 'night', from: '23:00', minutes: 600 })]);
    expect(which(nextVisit(night, at('02:00'), london))).toBe('2026-11-30 23:00 priya');
  });

  test('it is looked for sixty days ahead and no further', () => {
    expect(which(nextVisit(bookOf([round({ id: 'far', from: '10:00', startsOn: '2027-01-30', days: [6] })]), at('08:00'), london))).toBe('2027-01-30 10:00 priya');
    expect(which(nextVisit(bookOf([round({ id: 'too far', from: '10:00', startsOn: '2027-01-31' })]), at('08:00'), london))).toBe('none');
  });
});

describe('The visit that is meant', () => {
  const found = (words: Parameters<typeof findVisit>[1], now = '08:00') => findVisit(bookOf(), words, at(now), london);

  test('a day and part of it name one visit', () => {
    expect(found({ day: day('2026-12-02'), partOfDay: 'morning' })).toMatchObject({ kind: 'one', visit: { id: 'breakfast@2026-12-02' } });
  });

  test('a day with two visits leaves two to choose from', () => {
    expect(found({ day: day('2026-12-04') })).toMatchObject({ kind: 'several', visits: [{ from: '08:30' }, { from: '18:00' }] });
  });

  test('a name without a day means the next such visit', () => {
    expect(found({ workerId: 'blessing' })).toMatchObject({ kind: 'one', visit: { id: 'lunch@2026-12-03' } });
    expect(found({ partOfDay: 'evening' }, '19:00')).toMatchObject({ kind: 'one', visit: { id: 'tea@2026-12-04' } });
  });

  test('nothing there is said, with the nearest instead', () => {
    expect(found({ day: day('2026-12-03'), workerId: 'priya' })).toMatchObject({ kind: 'none', next: { id: 'breakfast@2026-12-01' } });
    expect(findVisit(bookOf([]), {}, at('08:00'), london)).toEqual({ kind: 'none' });
  });

  test('a visit gone by today is no longer meant', () => {
    expect(found({ day: day('2026-12-01') }, '12:00')).toMatchObject({ kind: 'one', visit: { id: 'tea@2026-12-01' } });
  });

  test('a day gone by is looked back on', () => {
    expect(found({ day: day('2026-11-30'), partOfDay: 'morning' })).toMatchObject({ kind: 'one', visit: { id: 'breakfast@2026-11-30' } });
  });
});

describe('Parts of the day', () => {
  test.each([
    ['00:00', 'night'], ['04:59', 'night'], ['05:00', 'morning'], ['11:59', 'morning'], ['12:00', 'afternoon'], ['16:59', 'afternoon'],
    ['17:00', 'evening'], ['21:59', 'evening'], ['22:00', 'night'],
  ])('%s falls in the %s', (clock, part) => {
    expect(partOfDay(time(clock))).toBe(part);
  });

  test('the visits of one part are picked out', () => {
    expect(visitsOn(bookOf(), day('2026-12-01'), london).filter(visitsIn('evening')).map(which)).toEqual(['2026-12-01 18:00 sam']);
  });
});
