import { addDays, weekdayOf, type LocalDate } from '../shared/index.ts';

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/**
 * Whether a day is a bank holiday, by the rules that have held since 1978; a holiday on a weekend moves to the next weekday that is
 * none. Days proclaimed once only are not foreseen. Source: Banking and Financial Dealings Act 1971, schedule 1, and gov.uk/bank-holidays.
 */
export function isBankHoliday(day: LocalDate, nation: Nation): boolean {
  const year = Number(day.slice(0, 4));
  return holidaysOf(year, nation).includes(day) || (day.slice(5, 7) === '01' && holidaysOf(year - 1, nation).includes(day));
}

function holidaysOf(year: number, nation: Nation): readonly LocalDate[] {
  const easter = easterSunday(year);
  const on = (monthDay: string) => `${year}-${monthDay}` as LocalDate;
  const common = [addDays(easter, -2), nthMonday(year, 5, 1), lastMonday(year, 5)];
  const fixed = { 'england-and-wales': ['01-01', '12-25', '12-26'], scotland: ['01-01', '01-02', '11-30', '12-25', '12-26'], 'northern-ireland': ['01-01', '03-17', '07-12', '12-25', '12-26'] }[nation].map(on);
  const movable = nation === 'scotland' ? [nthMonday(year, 8, 1)] : [addDays(easter, 1), lastMonday(year, 8)];
  return [...common, ...movable, ...observed(fixed)];
}

/** Each on its own day, or on the next weekday that is not one already. */
function observed(days: readonly LocalDate[]): readonly LocalDate[] {
  const taken = new Set(days.filter((day) => weekdayOf(day) <= 5));
  return days.map((day) => {
    if (weekdayOf(day) <= 5) return day;
    let next = addDays(day, 1);
    while (weekdayOf(next) > 5 || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
    return next;
  });
}

function nthMonday(year: number, month: number, nth: number): LocalDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as LocalDate;
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7);
}

function lastMonday(year: number, month: number): LocalDate {
  const fifth = nthMonday(year, month, 5);
  return Number(fifth.slice(5, 7)) === month ? fifth : nthMonday(year, month, 4);
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const h = (19 * a + b - d - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}` as LocalDate;
}
