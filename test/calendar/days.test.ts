// Promise: days are counted as on a wall calendar, whatever the clocks do.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, daysBetween, isLocalDate, isLocalTime, minutesOf, mondayOf, timeAt, weekdayOf, type LocalDate } from '../../models/shared/index.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((days) => DateTime.utc(2026, 12, 1).plus({ days }));
const written = (day: DateTime) => day.toFormat('yyyy-MM-dd') as LocalDate;

describe('Days on the wall calendar', () => {
  test('adding days agrees with a calendar library', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      expect(addDays(written(day), days)).toBe(written(day.plus({ days })));
      expect(daysBetween(written(day), written(day.plus({ days })))).toBe(days);
    }), { numRuns: 2000 });
  });

  test('weekdays and Mondays agree with a calendar library', () => {
    fc.assert(fc.property(anyDay, (day) => {
      expect(weekdayOf(written(day))).toBe(day.weekday);
      expect(mondayOf(written(day))).toBe(written(day.startOf('week')));
    }), { numRuns: 2000 });
  });

  test('every real day is taken for a day', () => {
    fc.assert(fc.property(anyDay, (day) => {
      expect(isLocalDate(written(day))).toBe(true);
    }), { numRuns: 1000 });
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-12-00', '26-12-01', '2026-12-1', '2026-12-01T08:00', '', 'tomorrow', '2100-02-29'])(
    'what is not a day is not taken for one: %p', (text) => {
      expect(isLocalDate(text)).toBe(false);
    });
});

describe('Times on the wall clock', () => {
  test('every minute of the day goes out and back', () => {
    for (let minute = 0; minute < 1440; minute++) {
      expect(isLocalTime(timeAt(minute))).toBe(true);
      expect(minutesOf(timeAt(minute))).toBe(minute);
    }
  });

  test('minutes past midnight either way go round the clock', () => {
    expect([timeAt(1440 + 15), timeAt(-15), timeAt(510.9)]).toEqual(['00:15', '23:45', '08:30']);
  });

  test.each(['24:00', '8:30', '08:60', '08:30:00', 'noon', ''])('what is not a time is not taken for one: %p', (text) => {
    expect(isLocalTime(text)).toBe(false);
  });
});
