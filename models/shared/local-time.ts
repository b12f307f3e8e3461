import type { Instant, LocalDate, LocalTime } from './calendar.ts';
import { dateOfDayNumber, dayNumberOf } from './civil-day.ts';
import { minutesOf, timeAt } from './wall-clock.ts';
import { zoneOffsetMinutes } from './zone-offset.ts';

/** The date on the wall calendar of a zone at this moment. */
export function localDate(at: Instant, zone: string): LocalDate {
  return dateOfDayNumber(Math.floor((at + zoneOffsetMinutes(at, zone) * minuteMs) / dayMs));
}

/** The time on the wall clock of a zone at this moment, to the minute below. */
export function localTime(at: Instant, zone: string): LocalTime {
  return timeAt((at + zoneOffsetMinutes(at, zone) * minuteMs) / minuteMs);
}

/**
 * The moment a wall clock shows this date and time.
 * In spring an hour is missing: a time in it is moved on by the gap, so that 01:30 means 02:30 that night and nothing is left out.
 * In autumn an hour comes twice: the first time is meant, so that nothing happens twice. Staff are told of both (`resolveLocal`).
 */
export function toInstant(date: LocalDate, time: LocalTime, zone: string): Instant {
  return resolveLocal(date, time, zone).instant;
}

/** As `toInstant`, saying as well whether the clock showed that time once (`plain`), never (`missing`) or twice (`repeated`). */
export function resolveLocal(date: LocalDate, time: LocalTime, zone: string): { readonly instant: Instant; readonly was: 'plain' | 'missing' | 'repeated' } {
  const asIfUtc = dayNumberOf(date) * dayMs + minutesOf(time) * minuteMs;
  const before = zoneOffsetMinutes(asIfUtc - dayMs, zone);
  const after = zoneOffsetMinutes(asIfUtc + dayMs, zone);
  const byBefore = asIfUtc - before * minuteMs;
  if (before === after) return { instant: byBefore as Instant, was: 'plain' };

  const byAfter = asIfUtc - after * minuteMs;
  const isShownBefore = zoneOffsetMinutes(byBefore, zone) === before;
  const isShownAfter = zoneOffsetMinutes(byAfter, zone) === after;
  if (isShownBefore && isShownAfter) return { instant: Math.min(byBefore, byAfter) as Instant, was: 'repeated' };
  if (isShownAfter) return { instant: byAfter as Instant, was: 'plain' };
  return { instant: byBefore as Instant, was: isShownBefore ? 'plain' : 'missing' };
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
