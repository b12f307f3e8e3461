import { addDays, daysBetween, localDate, localTime, minutesOf, resolveLocal, type Instant, type LocalDate, type LocalTime } from '../shared/index.ts';
import type { WrittenTime } from './read-time.ts';

/** When a visit starts and how long it takes; with what staff should know where the clocks go forward or back. */
export interface When { readonly startsAt: Instant; readonly minutes: number; readonly note?: string }
export type WhenFault = 'no-date' | 'ends-before' | 'no-length' | 'too-long';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/**
 * When a row has it. An end that is not after the start by the clock is on the next day, unless a day is given with it.
 * A time in the hour the clock skips is moved on by it, and of an hour that comes twice the first is meant, as everywhere here;
 * such a visit takes as long as the clock on the wall says. One that only spans the change ends at its end on the wall.
 */
export function whenOf(written: { readonly start: WrittenTime; readonly end: WrittenTime | undefined; readonly date?: LocalDate; readonly endDate?: LocalDate; readonly minutes?: number }, zone: string): When | WhenFault {
  const start = dated(written.start, written.date, zone);
  if (start === undefined) return 'no-date';
  const end = written.end === undefined ? undefined : endOf(written.end, start, written.endDate, zone);
  if (end === undefined) return written.minutes === undefined ? 'no-length' : checked(start, written.minutes, zone);
  const isUsual = start.was === 'plain' && end.was === 'plain';
  return checked(start, isUsual ? Math.round((end.instant - start.instant) / minuteMs) : daysBetween(start.on, end.on) * dayMinutes + minutesOf(end.at) - minutesOf(start.at), zone);
}

interface Dated { readonly on: LocalDate; readonly at: LocalTime; readonly instant: Instant; readonly was: 'plain' | 'missing' | 'repeated' }

function checked(start: Dated, minutes: number, zone: string): When | WhenFault {
  if (!Number.isInteger(minutes) || minutes < 1) return 'ends-before';
  // The day on which the clocks go back has an hour more.
  if (minutes > dayMinutes + 60) return 'too-long';
  return { startsAt: start.instant, minutes, ...(start.was !== 'plain' && { note: changeNote(start, zone) }) };
}

function dated(written: WrittenTime, date: LocalDate | undefined, zone: string): Dated | undefined {
  if ('instant' in written) return { on: localDate(written.instant, zone), at: localTime(written.instant, zone), instant: written.instant, was: 'plain' };
  const on = written.on ?? date;
  return on === undefined ? undefined : { on, at: written.at, ...resolveLocal(on, written.at, zone) };
}

function endOf(written: WrittenTime, start: Dated, endDate: LocalDate | undefined, zone: string): Dated | undefined {
  if ('instant' in written || written.on !== undefined || endDate !== undefined) return dated(written, endDate, zone);
  return dated(written, written.at > start.at ? start.on : addDays(start.on, 1), zone);
}

function changeNote({ on, at, instant, was }: Dated, zone: string): string {
  if (was === 'repeated') return `${at} comes twice on ${on}, when the clocks go back: the first of them is meant`;
  return `${at} is not there on ${on}, when the clocks go forward: it is taken as ${localTime(instant, zone)}`;
}

/** When somebody really came or left: without a day the time nearest to the plan, and of an hour that comes twice whichever is nearer. */
export function nearestTo(planned: Instant, { on, at }: { readonly on?: LocalDate; readonly at: LocalTime }, zone: string): Instant {
  const around = localDate(planned, zone);
  const days = on === undefined ? [addDays(around, -1), around, addDays(around, 1)] : [on];
  const moments = days.flatMap((day) => {
    const { instant, was } = resolveLocal(day, at, zone);
    return was === 'repeated' ? [instant, instant + 60 * minuteMs] : [instant];
  });
  return moments.toSorted((one, other) => Math.abs(one - planned) - Math.abs(other - planned))[0] as Instant;
}
