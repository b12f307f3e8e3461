import { addDays, isLocalDate, type LocalDate } from '../../models/shared/index.ts';

/** The month so many months on, as AMAZON.DATE gives it: 2026-12. */
export function monthOn(day: LocalDate, ahead: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + ahead;
  return `${Math.floor(month / 12)}-${twoDigits((month % 12) + 1)}`;
}

export function firstOfMonth(day: LocalDate, ahead: number): LocalDate {
  return `${monthOn(day, ahead)}-01` as LocalDate;
}

export function lastOfMonth(day: LocalDate, ahead: number): LocalDate {
  return addDays(firstOfMonth(day, ahead + 1), -1);
}

/** The same day of the month so many months on, or the last there is: a month after the 31st of January is the 28th of February. */
export function sameDayMonthsOn(day: LocalDate, ahead: number): LocalDate {
  const same = `${monthOn(day, ahead)}${day.slice(7)}`;
  return isLocalDate(same) ? same : lastOfMonth(day, ahead);
}

/** Which day it would be; it need not be a real one. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
