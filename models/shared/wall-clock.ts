import type { LocalTime } from './calendar.ts';

/** Whether it is a time of day written like `08:30`, from `00:00` to `23:59`. */
export function isLocalTime(text: string): text is LocalTime {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Minutes since midnight by the wall clock: 510 for half past eight. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time so many minutes after midnight; goes round at 24 hours, either way. */
export function timeAt(minutes: number): LocalTime {
  const ofDay = ((Math.floor(minutes) % 1440) + 1440) % 1440;
  const hour = Math.floor(ofDay / 60);
  const minute = ofDay % 60;
  return `${hour < 10 ? '0' : ''}${hour}:${minute < 10 ? '0' : ''}${minute}` as LocalTime;
}
