import { addDays, daysBetween, mondayOf, type LocalDate } from '../../models/shared/index.ts';

/** The ISO week a day is in, as AMAZON.DATE gives it: 2026-W49. A week belongs to the year its Thursday is in. */
export function isoWeek(day: LocalDate): string {
  const thursday = addDays(mondayOf(day), 3);
  const firstThursday = `${thursday.slice(0, 4)}-01-04` as LocalDate;
  const weeks = daysBetween(mondayOf(firstThursday), mondayOf(day)) / 7;
  return `${thursday.slice(0, 4)}-W${String(weeks + 1).padStart(2, '0')}`;
}

/** The weekend at the end of that week: 2026-W49-WE. */
export function isoWeekend(day: LocalDate): string {
  return `${isoWeek(day)}-WE`;
}
