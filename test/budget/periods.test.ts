// Promise: every London day is in exactly one budget period, whatever the clocks do.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { periodOf } from '../../models/budget/index.ts';
import { addDays, daysBetween } from '../../models/shared/index.ts';
import { day, settings } from './margarets-budget.ts';

describe('Budget periods', () => {
  test.each([
    ['2026-11-22', '2026-10-26', '2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-23', '2026-12-20', '2026-12-21'],
    ['2026-12-01', '2026-11-23', '2026-12-20', '2026-12-21'],
    ['2026-12-20', '2026-11-23', '2026-12-20', '2026-12-21'],
    ['2026-12-21', '2026-12-21', '2027-01-17', '2027-01-18'],
    ['2027-03-28', '2027-03-15', '2027-04-11', '2027-04-12'],
  ])('%s is in the one from %s to %s', (on, from, to, nextFrom) => {
    expect(periodOf(settings, day(on))).toEqual({ from, to, nextFrom });
  });

  test('no day falls between two periods or in both', () => {
    fc.assert(fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 52 }), (days, periodWeeks) => {
      const of = { periodWeeks, periodAnchor: settings.periodAnchor };
      const on = addDays(settings.periodAnchor, days);
      const period = periodOf(of, on);
      expect(period.from <= on && on <= period.to).toBe(true);
      expect(daysBetween(period.from, period.nextFrom)).toBe(periodWeeks * 7);
      expect(addDays(period.to, 1)).toBe(period.nextFrom);
      expect(periodOf(of, period.nextFrom).from).toBe(period.nextFrom);
      expect(periodOf(of, period.to)).toEqual(period);
    }), { numRuns: 3000 });
  });
});
