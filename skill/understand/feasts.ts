import { addDays, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { dateOf } from './months-on.ts';

/** Easter Sunday of a year, by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): LocalDate {
  const [golden, century] = [year % 19, Math.floor(year / 100)];
  const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (leaps + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(dateOf(year, 3, 28), moon - weekday);
}

/** The first, second … of a weekday in a month; 0 is the last one. */
export function weekdayOfMonth(year: number, month: number, weekday: number, which: number): LocalDate {
  const from = which === 0 ? dateOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) : dateOf(year, month, 1);
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  return addDays(first, which === 0 ? -7 : 7 * (which - 1));
}

/** The bank holidays of England and Wales, in order, with the days given instead of those on a weekend. Source: gov.uk/bank-holidays. */
export function bankHolidaysOf(year: number): readonly LocalDate[] {
  const easter = easterOf(year);
  return [
    ...observed([dateOf(year, 1, 1)]), addDays(easter, -2), addDays(easter, 1),
    weekdayOfMonth(year, 5, 1, 1), weekdayOfMonth(year, 5, 1, 0), weekdayOfMonth(year, 8, 1, 0), ...observed([dateOf(year, 12, 25), dateOf(year, 12, 26)]),
  ].sort();
}

/** Neighbouring days: each that falls on a weekend is given on the next working day after them all. */
function observed(days: readonly LocalDate[]): readonly LocalDate[] {
  const kept = days.filter((day) => weekdayOf(day) < 6);
  let next = days.at(-1);
  while (next !== undefined && kept.length < days.length) {
    next = addDays(next, 1);
    if (weekdayOf(next) < 6) kept.push(next);
  }
  return kept;
}
