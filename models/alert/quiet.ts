import { addDays, localDate, localTime, toInstant, type Instant, type LocalTime } from '../shared/index.ts';
import type { QuietHours } from './ladder.ts';

/** A person's own quiet is no longer than this: ordinary news of visits has to come at some time of the day. */
export const mostQuietHours = 14;

/** Whether a time by the wall clock lies in the quiet, which may go over midnight. */
export function isQuietAt({ from, to }: QuietHours, time: LocalTime): boolean {
  return to < from ? time >= from || time < to : time >= from && time < to;
}

/** How long a day's quiet is by the wall clock, in minutes; 0 for none. */
export function quietMinutes({ from, to }: QuietHours): number {
  return (minutesOf(to) - minutesOf(from) + dayMinutes) % dayMinutes;
}

/** When the quiet that holds now is over; undefined when it is not quiet. */
export function quietUntil(hours: QuietHours, now: Instant, zone: string): Instant | undefined {
  const time = localTime(now, zone);
  if (!isQuietAt(hours, time)) return undefined;
  const day = localDate(now, zone);
  return toInstant(hours.to < hours.from && time >= hours.from ? addDays(day, 1) : day, hours.to, zone);
}

const dayMinutes = 24 * 60;

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
