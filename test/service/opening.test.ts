// Promise: "is it on that day?" is answered from the record's rule, right for every day, and "unknown" when it has none.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isOpen, usualTimes } from '../../models/service/opening.ts';
import type { Schedule } from '../../models/service/index.ts';
import { addDays, type LocalDate } from '../../models/shared/index.ts';
import { today } from './a-service.ts';

const rule = (rest: Partial<Schedule>): Schedule[] => [{ id: 'rule', ...rest }];
const on = (schedules: Schedule[], day: string) => isOpen(schedules, day as LocalDate, undefined);
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

describe('a weekly rule', () => {
  test('holds on its days for every day of ten years', () => {
    fc.assert(fc.property(fc.subarray(codes, { minLength: 1 }), fc.integer({ min: 0, max: 3650 }), (days, ahead) => {
      const day = addDays(today, ahead);
      expect(on(rule({ freq: 'WEEKLY', byday: days.join(',') }), day)).toBe(days.includes(codes[DateTime.fromISO(day).weekday - 1]!) ? 'yes' : 'no');
    }), { numRuns: 500 });
  });

  test('every other week counts from the week it starts in', () => {
    const fortnightly = rule({ freq: 'WEEKLY', interval: 2, byday: 'TH', dtstart: '2026-12-03' });
    expect(['2026-12-03', '2026-12-10', '2026-12-17', '2026-11-26'].map((day) => on(fortnightly, day))).toEqual(['yes', 'no', 'yes', 'no']);
  });

  test('does not hold outside the days it is valid', () => {
    expect(on(rule({ byday: 'TU', valid_to: '2026-11-30' }), '2026-12-01')).toBe('no');
    expect(on(rule({ byday: 'TU', valid_from: '2026-12-02' }), '2026-12-01')).toBe('no');
  });
});

describe('a monthly rule', () => {
  test('"2TH" and "-1FR" agree with counting the days of the month', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3650 }), fc.constantFrom(1, 2, 3, 4, -1, -2), fc.integer({ min: 0, max: 6 }), (ahead, nth, weekday) => {
      const day = DateTime.fromISO(addDays(today, ahead));
      const same = Array.from({ length: day.daysInMonth ?? 0 }, (_, n) => day.set({ day: n + 1 })).filter((each) => each.weekday === weekday + 1);
      const meant = same.at(nth > 0 ? nth - 1 : nth);
      expect(on(rule({ freq: 'MONTHLY', byday: `${nth}${codes[weekday]}` }), day.toISODate() ?? '')).toBe(meant?.hasSame(day, 'day') ? 'yes' : 'no');
    }), { numRuns: 500 });
  });

  test('days of the month count from either end', () => {
    const ends = rule({ freq: 'MONTHLY', bymonthday: '1,-1' });
    expect(['2026-12-01', '2026-12-02', '2026-12-31', '2027-02-28', '2028-02-28'].map((day) => on(ends, day))).toEqual(['yes', 'no', 'yes', 'yes', 'no']);
  });
});

describe('parts of the day', () => {
  const afternoon = rule({ byday: 'TH', opens_at: '14:00', closes_at: '15:30' });
  test('a time from two to half past three is afternoon only', () => {
    expect((['morning', 'afternoon', 'evening', 'night'] as const).map((part) => isOpen(afternoon, undefined, part))).toEqual(['no', 'yes', 'no', 'no']);
  });
  test('no times given means any part of the day', () => {
    expect(isOpen(rule({ byday: 'TH' }), undefined, 'evening')).toBe('yes');
  });
});

test('no rule at all is unknown', () => {
  expect(isOpen(undefined, today, 'morning')).toBe('unknown');
  expect(on(rule({ description: 'Ring for times' }), today)).toBe('unknown');
});

test('usual times are told for speech, without rules gone by', () => {
  const rules: Schedule[] = [{ id: 'a', freq: 'WEEKLY', byday: 'TH', opens_at: '14:00', closes_at: '15:30' }, { id: 'b', freq: 'MONTHLY', byday: '2TU' }, { id: 'c', byday: 'MO', valid_to: '2020-01-01' }];
  expect(usualTimes(rules, today)).toEqual([{ days: [4], everyWeeks: 1, opensAt: '14:00', closesAt: '15:30' }, { days: [2], everyWeeks: 1, ofMonth: 2 }]);
});
