import type { LocalDate, Weekday } from './calendar.ts';

/** The day so many days later (or earlier, below zero). A day here is a square on the calendar, never 24 hours. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** How many days from one date to the next: 1 from today to tomorrow, below zero when the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDayNumber(dayNumberOf(date));
}

/** The Monday of the week a date is in: weeks start on Monday here. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Whether it is a real day between the years 1000 and 9999, written like `2026-12-01`. */
export function isLocalDate(text: string): text is LocalDate {
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && dateOfDayNumber(dayNumberOf(text as LocalDate)) === text;
}

/** Days since 1 January 1970, by integers alone: the Gregorian calendar counted in years that start in March. */
export function dayNumberOf(date: LocalDate): number {
  const month = digits(date, 5, 2);
  const day = digits(date, 8, 2);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - daysTo1970;
}

/** The date so many days after 1 January 1970; the other way round from `dayNumberOf`. */
export function dateOfDayNumber(dayNumber: number): LocalDate {
  const days = dayNumber + daysTo1970;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;
}

/** Day 0 was a Thursday. */
function weekdayOfDayNumber(dayNumber: number): Weekday {
  return ((((dayNumber + 3) % 7) + 7) % 7 + 1) as Weekday;
}

const daysTo1970 = 719_468;

function digits(text: string, at: number, length: number): number {
  let value = 0;
  for (let place = at; place < at + length; place++) value = value * 10 + text.charCodeAt(place) - 48;
  return value;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
