// Promise: a round comes on every one of its days, once, at its own time by the clock on the wall, for ever.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isComing, visitById, visitsBetween, visitsOn, type VisitRound } from '../../models/care-visit/index.ts';
import { addDays, daysBetween, localTime, mondayOf, type LocalDate, type Weekday } from '../../models/shared/index.ts';
import { at, bookOf, breakfast, day, glance, hoist, london, lunch, round, tea, time } from './margarets-visits.ts';

describe("Margaret's week", () => {
  test.each([
    ['2026-12-01', '08:30 priya, 18:00 sam'],
    ['2026-12-02', '08:30 priya'],
    ['2026-12-03', '12:00 blessing'],
    ['2026-12-10', '12:00 blessing'],
  ])('the visits on %s are those of her rounds', (on, expected) => {
    expect(glance(visitsOn(bookOf(), day(on), london))).toBe(expected);
  });

  test('a fortnightly round skips the week between', () => {
    const book = bookOf([round({ id: 'bath', days: [3], everyWeeks: 2, from: '10:00', startsOn: '2026-12-01' })]);
    expect(visitsBetween(book, day('2026-11-25'), day('2026-12-31'), london).map((visit) => visit.on)).toEqual(['2026-12-02', '2026-12-16', '2026-12-30']);
  });

  test('a round ends on its last day, included', () => {
    const book = bookOf([round({ id: 'after hospital', from: '10:00', startsOn: '2026-12-01', endsOn: '2026-12-03' })]);
    expect(visitsBetween(book, day('2026-11-25'), day('2026-12-31'), london).map((visit) => visit.on)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });

  test('what the agency changed stands in place of the round', () => {
    const [planned] = visitsOn(bookOf(), day('2026-12-02'), london);
    if (planned === undefined) throw new Error('No visit to change');
    const moved = { ...planned, on: day('2026-12-03'), from: time('09:15'), startsAt: at('09:15', '2026-12-03'), endsAt: at('10:00', '2026-12-03') };
    const book = bookOf(undefined, { visits: [moved] });
    expect(glance(visitsOn(book, day('2026-12-02'), london))).toBe('');
    expect(glance(visitsOn(book, day('2026-12-03'), london))).toBe('09:15 priya, 12:00 blessing');
    expect(visitById(book, planned.id, london)).toEqual(moved);
  });

  test('a one-off visit is added and a cancelled one kept', () => {
    const [first] = visitsOn(bookOf(), day('2026-12-01'), london);
    if (first === undefined) throw new Error('No visit to change');
    const oneOff = { ...first, id: 'nurse', workerIds: ['blessing'], from: time('14:00'), startsAt: at('14:00'), endsAt: at('14:30') };
    const { roundId: _, ...withoutRound } = oneOff;
    const cancelled = { ...first, status: 'cancelled' as const, cancelled: { by: 'agency' as const, reason: 'snow', at: at('07:00') } };
    const visits = visitsOn(bookOf(undefined, { visits: [withoutRound, cancelled] }), day('2026-12-01'), london);
    expect(glance(visits)).toBe('08:30 priya cancelled, 14:00 blessing, 18:00 sam');
    expect(glance(visits.filter(isComing))).toBe('14:00 blessing, 18:00 sam');
  });

  test('a visit is found by its id only on its days', () => {
    expect(visitById(bookOf(), 'lunch@2026-12-10', london)?.from).toBe('12:00');
    expect(visitById(bookOf(), 'lunch@2026-12-11', london)).toBeUndefined();
    expect(visitById(bookOf(), 'lunch@whenever', london)).toBeUndefined();
  });
});

describe('Across the clock changes', () => {
  test('every round keeps its wall time for ten years', () => {
    const book = bookOf([breakfast, tea, lunch, hoist]);
    for (let year = 2026; year <= 2036; year++) {
      for (const [from, to] of [[`${year}-03-24`, `${year}-04-01`], [`${year}-10-24`, `${year}-11-01`]] as const) {
        for (const visit of visitsBetween(book, day(from), day(to), london)) {
          const source = book.rounds.find((each) => each.id === visit.roundId);
          expect([localTime(visit.startsAt, london), visit.endsAt - visit.startsAt]).toEqual([source?.from, visit.minutes * 60_000]);
        }
      }
    }
  });

  test('a night visit in the missing hour is moved, not lost', () => {
    const night = bookOf([round({ id: 'turning', from: '01:30', startsOn: '2027-03-01' })]);
    expect(visitsBetween(night, day('2027-03-27'), day('2027-03-29'), london).map((visit) => `${visit.on} ${visit.from}`))
      .toEqual(['2027-03-27 01:30', '2027-03-28 02:30', '2027-03-29 01:30']);
  });

  test('a night visit in the repeated hour comes once only', () => {
    const night = bookOf([round({ id: 'turning', from: '01:30', startsOn: '2026-10-01' })]);
    expect(visitsOn(night, day('2026-10-25'), london).map((visit) => new Date(visit.startsAt).toISOString())).toEqual(['2026-10-25T00:30:00.000Z']);
  });
});

describe('Any rounds at all', () => {
  const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2026-01-01'), days));
  const anyRound = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }), everyWeeks: fc.constantFrom(1, 2, 4),
    minute: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 15, max: 600 }), startsOn: anyDay, lasts: fc.option(fc.integer({ min: 0, max: 90 })),
  });
  const asRound = (made: { days: number[]; everyWeeks: number; minute: number; length: number; startsOn: LocalDate; lasts: number | null }, place: number): VisitRound => ({
    ...round({ id: `round ${place}`, from: `${String(Math.floor(made.minute / 60)).padStart(2, '0')}:${String(made.minute % 60).padStart(2, '0')}`, startsOn: made.startsOn }),
    days: made.days as Weekday[], everyWeeks: made.everyWeeks as 1 | 2 | 4, minutes: made.length,
    ...(made.lasts === null ? {} : { endsOn: addDays(made.startsOn, made.lasts) }),
  });

  test('visits come in order, none twice, and none is left out', () => {
    fc.assert(fc.property(fc.array(anyRound, { maxLength: 5 }), anyDay, fc.integer({ min: 0, max: 40 }), (made, from, length) => {
      const rounds = made.map(asRound);
      const to = addDays(from, length);
      const visits = visitsBetween(bookOf(rounds), from, to, london);
      expect(new Set(visits.map((visit) => visit.id)).size).toBe(visits.length);
      expect(visits.every((visit, place) => visit.startsAt >= (visits[place - 1]?.startsAt ?? 0))).toBe(true);
      expect(visits.map((visit) => visit.id).sort()).toEqual(rounds.flatMap((each) => daysByHand(each, from, to).map((on) => `${each.id}@${on}`)).sort());
    }), { numRuns: 300 });
  });

  /** Counts forward from the round's own first week, so that it shares nothing with the rule it checks. */
  function daysByHand(of: VisitRound, from: LocalDate, to: LocalDate): LocalDate[] {
    const days: LocalDate[] = [];
    for (let monday = mondayOf(of.startsOn); monday <= to; monday = addDays(monday, 7 * of.everyWeeks)) {
      for (const weekday of of.days) {
        const on = addDays(monday, weekday - 1);
        if (on >= from && on <= to && daysBetween(of.startsOn, on) >= 0 && (of.endsOn === undefined || daysBetween(on, of.endsOn) >= 0)) days.push(on);
      }
    }
    return days;
  }
});
