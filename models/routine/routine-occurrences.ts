import { addDays, localDate, localTime, toInstant, weekdayOf, type Instant, type LocalDate, type LocalTime } from '../shared/index.ts';
import { isBankHoliday } from './bank-holidays.ts';
import type { Routine } from './routine.ts';

/** One time a routine comes round. `isShifted`: its hour does not exist that night, and it comes an hour later by the clock. */
export interface Occurrence { readonly on: LocalDate; readonly at: Instant; readonly isShifted: boolean }

/**
 * When a routine comes round from one moment up to another. An hour that the spring clock skips comes later by as much, one that
 * the autumn clock repeats comes the first time only: left out for a clock it never is.
 */
export function occurrencesBetween(routine: Routine, from: Instant, until: Instant, zone: string): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (let day = addDays(localDate(from, zone), -1); day <= addDays(localDate(until, zone), 1); day = addDays(day, 1)) {
    if (!comesOn(routine, day)) continue;
    const at = toInstant(day, routine.at, zone);
    if (at >= from && at < until) occurrences.push({ on: day, at, isShifted: isOtherTime(at, routine.at, zone) });
  }
  return occurrences;
}

/** A day added by hand counts whatever else is said of it. */
function comesOn({ days, startsOn, endsOn, notOn, alsoOn, bankHolidays: { nation, rule } }: Routine, day: LocalDate): boolean {
  if (alsoOn.includes(day)) return true;
  if (day < startsOn || (endsOn !== undefined && day > endsOn) || notOn.includes(day) || !days.includes(weekdayOf(day))) return false;
  return rule === 'as-usual' || !isBankHoliday(day, nation);
}

function isOtherTime(at: Instant, wanted: LocalTime, zone: string): boolean {
  return localTime(at, zone) !== wanted;
}
