import { addDays, daysBetween, weekdayOf, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { timeWords } from './time-words.ts';

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** A day in full: "Tuesday the 1st of December"; the year is added when it is not the year we are in. */
export function fullDayWords(day: LocalDate, today: LocalDate): string {
  const year = day.slice(0, 4) === today.slice(0, 4) || daysBetween(today, day) < 180 && daysBetween(today, day) > 0 ? '' : ` ${day.slice(0, 4)}`;
  return `${weekdayName(day)} the ${ordinal(Number(day.slice(8, 10)))} of ${monthName(day)}${year}`;
}

/** A day as it is nearest to say: "today", "tomorrow", "on Thursday", "on Thursday the 10th of December", "yesterday". */
export function dayWords(day: LocalDate, today: LocalDate): string {
  const away = daysBetween(today, day);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  if (away > 1 && away < 7) return `on ${weekdayName(day)}`;
  if (away < -1 && away > -7) return `last ${weekdayName(day)}`;
  return `on ${fullDayWords(day, today)}`;
}

/** The part of a day an hour falls in, as it is said of today: "this morning", "tonight". */
function partOfToday(time: LocalTime): string {
  return { morning: 'this morning', afternoon: 'this afternoon', evening: 'this evening', night: 'tonight' }[partOf(time)];
}

/** Day and time together: "half past eight this morning", "tomorrow at half past eight in the morning". */
export function whenWords(day: LocalDate, time: LocalTime, today: LocalDate): string {
  if (day === today) return withPart(time, partOfToday(time));
  return `${dayWords(day, today)} at ${timeOfDayWords(time)}`;
}

/** A time with its part of the day: "half past eight in the morning"; midday and midnight need none. */
export function timeOfDayWords(time: LocalTime): string {
  const part = partOf(time);
  return withPart(time, part === 'night' ? 'at night' : `in the ${part}`);
}

/** When something was said or done: "twenty to nine", "last night at ten past nine", "yesterday". */
export function agoWords(day: LocalDate, time: LocalTime, today: LocalDate): string {
  if (day === today) return `at ${timeWords(time)}`;
  if (day === addDays(today, -1)) {
    const part = partOf(time);
    return part === 'evening' || part === 'night' ? `last night at ${timeWords(time)}` : `yesterday at ${timeOfDayWords(time)}`;
  }
  return `${dayWords(day, today)} at ${timeOfDayWords(time)}`;
}

function weekdayName(day: LocalDate): string {
  return weekdays[weekdayOf(day) - 1] ?? '';
}

export function monthName(day: LocalDate): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}

function ordinal(number: number): string {
  const last = number % 10;
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  const ending = isTeen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${number}${ending}`;
}

function withPart(time: LocalTime, part: string): string {
  const words = timeWords(time);
  return words === 'midday' || words === 'midnight' ? words : `${words} ${part}`;
}

function partOf(time: LocalTime): 'morning' | 'afternoon' | 'evening' | 'night' {
  if (time < '05:00') return 'night';
  if (time < '12:00') return 'morning';
  if (time < '17:00') return 'afternoon';
  return time < '22:00' ? 'evening' : 'night';
}
