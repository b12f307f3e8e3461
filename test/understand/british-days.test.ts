// Promise: a day said in any British way is read back as that day, whatever day it is said on.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isLocalDate, mondayOf, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { finders, inWords, monthNames, ordinal, read, shortOrdinal, weekdayNames } from './british-speech.ts';

const dateOn = (today: LocalDate) => (said: string) => read(finders.date, said, { today })?.value;
const ofMonth = (date: LocalDate) => Number(date.slice(8));
const monthName = (date: LocalDate) => monthNames[Number(date.slice(5, 7)) - 1] ?? '';
const weekdayName = (date: LocalDate) => weekdayNames[weekdayOf(date) - 1] ?? '';

/** Those of many ways of saying a date that are not read back as it, and what they are read as. */
function misread(today: LocalDate, ways: readonly string[], date: LocalDate | undefined) {
  return ways.map((said) => [said, dateOn(today)(said)]).filter(([, value]) => value !== date);
}

function searchFrom(today: LocalDate, isMeant: (date: LocalDate) => boolean): LocalDate | undefined {
  for (let ahead = 0; ahead < 3000; ahead++) if (isMeant(addDays(today, ahead))) return addDays(today, ahead);
  return undefined;
}

/** Any day of nine years, leap days and the turn of the year more often than they come. */
const today = fc.oneof(
  fc.integer({ min: 0, max: 3287 }).map((days) => addDays('2024-01-01' as LocalDate, days)),
  fc.constantFrom(...['2024-02-28', '2024-02-29', '2024-03-01', '2028-02-29', '2026-12-31', '2027-01-01', '2026-12-28', '2027-01-03', '2025-12-29', '2026-02-28', '2027-01-31'] as LocalDate[]),
);
const ahead = fc.integer({ min: 0, max: 400 });

describe('A day up to four hundred days on', () => {
  const check = (rule: (today: LocalDate, date: LocalDate, readBack: (said: string) => string | undefined) => void) =>
    fc.assert(fc.property(today, ahead, (now, days) => rule(now, addDays(now, days), dateOn(now))), { numRuns: 400 });

  test('is read back by its day and month, which are those that come next', () => {
    check((now, date) => {
      const [day, month] = [ofMonth(date), monthName(date)];
      const coming = searchFrom(now, (each) => each.slice(5) === date.slice(5));
      expect(misread(now, [`the ${ordinal(day)} of ${month}`, `${month} the ${ordinal(day)}`, `${shortOrdinal(day)} ${month}`, `on the ${shortOrdinal(day)} of ${month}`, `${day} ${month}`, `${weekdayName(date)} the ${ordinal(day)} of ${month}`, `${weekdayName(date)} ${shortOrdinal(day)} ${month}`], coming)).toEqual([]);
    });
  });

  test('is read back with its year', () => {
    check((now, date) => {
      const year = Number(date.slice(0, 4));
      expect(misread(now, [`the ${ordinal(ofMonth(date))} of ${monthName(date)} ${year}`, `${shortOrdinal(ofMonth(date))} ${monthName(date)} twenty ${inWords(year - 2000)}`, `${monthName(date)} the ${ordinal(ofMonth(date))} two thousand and ${inWords(year - 2000)}`], date)).toEqual([]);
    });
  });

  test('is read back by how many days, weeks or months off it is', () => {
    check((now, date, readBack) => {
      const days = daysBetween(now, date);
      if (days > 1) expect(misread(now, [`in ${days} days`, `in ${inWords(days)} days`, `in ${inWords(days)} days' time`, `${inWords(days)} days from now`], date)).toEqual([]);
      const weeks = days % 52 + 1;
      const weeksOn = addDays(now, 7 * weeks);
      const unit = weeks === 1 ? 'week' : 'weeks';
      expect(misread(now, [`in ${inWords(weeks)} ${unit}`, `${inWords(weeks)} ${unit} today`, `${inWords(weeks)} ${unit} from today`, `in ${inWords(weeks)} ${unit}' time`], weeksOn)).toEqual([]);
      expect(readBack(`${inWords(weeks)} ${unit} ago`)).toBe(addDays(now, -7 * weeks));
    });
  });

  test('is read back by its day of the month alone: the next to come', () => {
    check((now, date, readBack) => {
      expect(readBack(`the ${ordinal(ofMonth(date))}`)).toBe(searchFrom(now, (each) => ofMonth(each) === ofMonth(date)));
      expect(readBack(`the ${ordinal(ofMonth(date))} of the month`)).toBe(readBack(`on the ${shortOrdinal(ofMonth(date))}`));
    });
  });
});

describe('A weekday with its day of the month', () => {
  test('is the day on which both agree, if it is within three months', () => {
    fc.assert(fc.property(today, fc.integer({ min: 0, max: 90 }), (now, days) => {
      const date = addDays(now, days);
      const meant = searchFrom(now, (each) => ofMonth(each) === ofMonth(date) && weekdayOf(each) === weekdayOf(date));
      expect(dateOn(now)(`${weekdayName(date)} the ${ordinal(ofMonth(date))}`)).toBe(meant);
    }), { numRuns: 500 });
  });

  test('that never agree soon is the day of the month, since the read back will tell of the slip', () => {
    expect(dateOn('2026-12-01' as LocalDate)('Monday the eighth')).toBe('2027-02-08');
    expect(dateOn('2026-12-01' as LocalDate)('Wednesday the eighth')).toBe('2026-12-08');
  });
});

describe('A weekday', () => {
  test('is the coming one, or so many weeks after it', () => {
    fc.assert(fc.property(today, fc.integer({ min: 1, max: 7 }), (now, weekday) => {
      const name = weekdayNames[weekday - 1] ?? '';
      const coming = searchFrom(now, (each) => weekdayOf(each) === weekday) as LocalDate;
      const after = coming === now ? addDays(now, 7) : coming;
      const last = addDays(coming, -7);
      const expected = [
        [coming, [name, `on ${name}`, `this ${name}`, `this coming ${name}`, `${name} coming`, `the coming ${name}`]], [after, [`next ${name}`, `${name} next`]], [addDays(after, 7), [`the ${name} after next`, `${name} after next`, `the ${name} after`]],
        [last, [`last ${name}`, `${name} gone`, `${name} just gone`, `${name} last`, `this past ${name}`]], [addDays(last, -7), [`the ${name} before last`, `a week last ${name}`]],
        [addDays(coming, 7), [`${name} week`, `a week on ${name}`, `a week ${name}`, `a week from ${name}`, `a week this ${name}`]], [addDays(coming, 14), [`${name} fortnight`, `a fortnight ${name}`, `a fortnight on ${name}`, `two weeks on ${name}`, `${name} two weeks`]],
        [addDays(mondayOf(now), weekday - 1), [`${name} this week`, `this week on ${name}`]], [addDays(mondayOf(now), weekday + 6), [`${name} next week`, `next week on ${name}`, `${name} of next week`]], [addDays(mondayOf(now), weekday - 8), [`${name} last week`]],
      ] as const;
      expect(expected.flatMap(([date, ways]) => misread(now, ways, date))).toEqual([]);
    }), { numRuns: 300 });
  });

  test('before or after a day with a name is read from that day', () => {
    fc.assert(fc.property(today, fc.integer({ min: 1, max: 7 }), fc.constantFrom('Christmas', 'Boxing Day', 'Easter', 'the bank holiday', 'the tenth of June'), (now, weekday, name) => {
      const readBack = dateOn(now);
      const day = readBack(name) as LocalDate;
      const said = weekdayNames[weekday - 1];
      expect(readBack(`the ${said} before ${name}`)).toBe(Array.from({ length: 7 }, (_, back) => addDays(day, -1 - back)).find((each) => weekdayOf(each) === weekday));
      expect(readBack(`the ${said} after ${name}`)).toBe(Array.from({ length: 7 }, (_, on) => addDays(day, 1 + on)).find((each) => weekdayOf(each) === weekday));
      expect([readBack(`the day before ${name}`), readBack(`the day after ${name}`)]).toEqual([addDays(day, -1), addDays(day, 1)]);
    }));
  });
});

describe('A part of the calendar', () => {
  const isoWeekOf = (date: LocalDate) => {
    const thursday = addDays(date, 4 - weekdayOf(date));
    return `${thursday.slice(0, 4)}-W${String(Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as LocalDate, thursday) / 7) + 1).padStart(2, '0')}`;
  };

  test('is read back as the week, weekend or month it is on any day', () => {
    fc.assert(fc.property(today, (now) => {
      const readBack = dateOn(now);
      const week = (weeks: number) => isoWeekOf(addDays(now, 7 * weeks));
      expect(['last week', 'this week', 'next week', 'the week after next', 'the back end of next week', 'early next week'].map(readBack)).toEqual([-1, 0, 1, 2, 1, 1].map(week));
      expect(['last weekend', 'the weekend', 'next weekend'].map(readBack)).toEqual([-1, 0, 1].map((weeks) => `${week(weeks)}-WE`));
      const months = [-1, 0, 1].map((on) => new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1 + on, 1)).toISOString().slice(0, 7));
      expect(['last month', 'this month', 'next month'].map(readBack)).toEqual(months);
      expect(readBack('the end of next month')).toBe(searchFrom(now, (each) => each.startsWith(months[2] ?? '') && !addDays(each, 1).startsWith(months[2] ?? '')));
      expect(readBack('the week beginning the seventh')).toBe(isoWeekOf(searchFrom(now, (each) => ofMonth(each) === 7) as LocalDate));
    }), { numRuns: 300 });
  });

  test('is read back as the first, second or last weekday of a month', () => {
    fc.assert(fc.property(today, fc.integer({ min: 1, max: 7 }), (now, weekday) => {
      const name = weekdayNames[weekday - 1];
      const isFirst = (each: LocalDate) => weekdayOf(each) === weekday && ofMonth(each) <= 7;
      const isLast = (each: LocalDate) => weekdayOf(each) === weekday && addDays(each, 7).slice(0, 7) !== each.slice(0, 7);
      expect(dateOn(now)(`the first ${name} of the month`)).toBe(searchFrom(now, isFirst));
      expect(dateOn(now)(`the last ${name} in June`)).toBe(searchFrom(now, (each) => isLast(each) && each.slice(5, 7) === '06'));
    }));
  });

  test('by its season is now or to come, and last is over', () => {
    const firstMonths: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
    fc.assert(fc.property(today, fc.constantFrom('spring', 'summer', 'autumn', 'winter'), (now, season) => {
      const month = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7));
      const first = (said: string) => Number((dateOn(now)(said) ?? '').slice(0, 4)) * 12 + (firstMonths[season] ?? 0);
      expect(first(`in the ${season}`) + 3 > month && first(`in the ${season}`) <= month + 9).toBe(true);
      expect(first(`next ${season}`) > month && first(`next ${season}`) <= month + 12).toBe(true);
      expect(first(`last ${season}`) + 3 <= month && first(`last ${season}`) + 15 > month).toBe(true);
    }));
  });
});

describe('A holiday', () => {
  /** Source: gov.uk/bank-holidays, England and Wales. */
  const published = ['2024-12-25', '2024-12-26', '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'];

  test('of the banks is the next of those the government publishes', () => {
    const days = Array.from({ length: 1100 }, (_, on) => addDays('2024-12-20' as LocalDate, on));
    expect(days.filter((day) => dateOn(day)('the bank holiday') !== published.find((each) => each >= day))).toEqual([]);
  });

  test('at Easter is a real Sunday in spring with its days around it', () => {
    const known: Readonly<Record<string, string>> = { 2024: '2024-03-31', 2025: '2025-04-20', 2026: '2026-04-05', 2027: '2027-03-28', 2028: '2028-04-16', 2029: '2029-04-01', 2030: '2030-04-21', 2035: '2035-03-25', 2038: '2038-04-25' };
    for (const [year, easter] of Object.entries(known)) {
      const readBack = dateOn(`${year}-01-01` as LocalDate);
      expect(readBack('Easter Sunday')).toBe(easter);
      expect(['Good Friday', 'Easter Monday', 'Mothering Sunday', 'Shrove Tuesday'].map(readBack)).toEqual([-2, 1, -21, -47].map((days) => addDays(easter as LocalDate, days)));
    }
  });

  test('with a name of its own is a real day to come', () => {
    fc.assert(fc.property(today, fc.constantFrom('Christmas Eve', 'Boxing Day', 'New Year\'s Day', 'Good Friday', 'Mother\'s Day', 'Father\'s Day', 'Remembrance Sunday', 'the August bank holiday', 'the May bank holiday', 'bonfire night', 'St George\'s Day'), (now, name) => {
      const date = dateOn(now)(name) as LocalDate;
      expect(isLocalDate(date) && date >= now && date <= addDays(now, 400)).toBe(true);
      expect((dateOn(now)(`last ${name.replace('the ', '')}`) ?? '') < now).toBe(true);
    }));
  });
});
