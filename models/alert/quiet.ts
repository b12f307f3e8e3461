import { addDays, localDate, localTime, toInstant, type Instant } from '../shared/index.ts';
import type { QuietHours } from './ladder.ts';

/** When the quiet that holds now is over; undefined when it is not quiet. */
export function quietUntil({ from, to }: QuietHours, now: Instant, zone: string): Instant | undefined {
  const time = localTime(now, zone);
  const isOverMidnight = to < from;
  if (isOverMidnight ? time < from && time >= to : time < from || time >= to) return undefined;
  const day = localDate(now, zone);
  return toInstant(isOverMidnight && time >= from ? addDays(day, 1) : day, to, zone);
}
