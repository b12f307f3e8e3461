// Promise: what the clock shows and when it was are told apart rightly in every zone people may live in.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instant, localDate, localTime, resolveLocal, toInstant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';

const zones = ['Europe/London', 'Europe/Dublin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Kolkata'];
const anyZone = fc.constantFrom(...zones);
const anyMinute = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 }).map((minutes) => instant(minutes * 60_000));

describe('Reading the clock', () => {
  test('date and time agree with a calendar library anywhere', () => {
    fc.assert(fc.property(anyMinute, anyZone, (at, zone) => {
      const expected = DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
      expect(`${localDate(at, zone)} ${localTime(at, zone)}`).toBe(expected);
    }), { numRuns: 4000 });
  });

  test('every hour of a clock-change day agrees too', () => {
    for (const zone of zones) {
      for (const [month, day] of [[2, 28], [9, 31], [3, 4], [8, 26], [10, 7], [2, 14]] as const) {
        for (let quarter = -8; quarter <= 96 + 8; quarter++) {
          const at = instant(Date.UTC(2027, month, day) + quarter * 15 * 60_000);
          expect(`${localDate(at, zone)} ${localTime(at, zone)}`).toBe(DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm'));
        }
      }
    }
  });
});

describe('Finding the moment', () => {
  test('what the clock shows leads back to its moment', () => {
    fc.assert(fc.property(anyMinute, anyZone, (at, zone) => {
      const found = resolveLocal(localDate(at, zone), localTime(at, zone), zone);
      if (found.was === 'repeated') expect(at - found.instant === 0 || at - found.instant === 3_600_000 || at - found.instant === 1_800_000).toBe(true);
      else expect(found).toEqual({ instant: at, was: 'plain' });
    }), { numRuns: 4000 });
  });

  test('a missing hour in London moves on by an hour', () => {
    const found = resolveLocal('2027-03-28' as LocalDate, '01:30' as LocalTime, 'Europe/London');
    expect([new Date(found.instant).toISOString(), found.was]).toEqual(['2027-03-28T01:30:00.000Z', 'missing']);
    expect(localTime(found.instant, 'Europe/London')).toBe('02:30');
  });

  test('a repeated hour in London means the first', () => {
    const found = resolveLocal('2026-10-25' as LocalDate, '01:30' as LocalTime, 'Europe/London');
    expect([new Date(found.instant).toISOString(), found.was]).toEqual(['2026-10-25T00:30:00.000Z', 'repeated']);
  });

  test('a gap of half an hour moves on by half an hour', () => {
    const found = toInstant('2026-10-04' as LocalDate, '02:15' as LocalTime, 'Australia/Lord_Howe');
    expect(localTime(found, 'Australia/Lord_Howe')).toBe('02:45');
  });

  test('a zone nobody has heard of is a fault', () => {
    expect(() => localDate(instant(0), 'Europe/Harrow')).toThrow('Not a time zone');
  });
});
