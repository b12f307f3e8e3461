import type { RowFault } from '../../../models/visits-in/index.ts';
import { addDays, daysBetween, localDate, localTime, minutesOf, resolveLocal, timeAt, type Instant, type LocalDate, type LocalTime } from '../../../models/shared/index.ts';
import { onWall, type CalendarTime } from './calendar-time.ts';
import { expandRule } from './expand-rule.ts';
import type { CalendarEvent } from './read-event.ts';

interface Series { readonly ref: string; readonly event: CalendarEvent | undefined; readonly changed: readonly CalendarEvent[] }
interface Occurrence extends Pick<CalendarEvent, 'start' | 'end' | 'minutes'> { readonly event: CalendarEvent; readonly ref: string }
interface Around { readonly window: { readonly from: LocalDate; readonly to: LocalDate }; readonly isOutOfTime: () => boolean }
interface Found { readonly occurrences: readonly Occurrence[]; readonly faults: readonly RowFault[]; readonly notes: readonly RowFault[] }

/** Every visit that an event, or a series with its exceptions, means within the days that matter. One that was changed keeps the number it has in its series. */
export function occurrencesOf({ ref, event, changed }: Series, around: Around): Found {
  const replaced = changed.map((each): Occurrence => ({ ...each, event: each, ref: refOf(ref, each.replaces, event?.start) }));
  if (event === undefined) return { occurrences: replaced, faults: [], notes: [] };
  if (event.rule === undefined && event.added.length === 0) return { occurrences: [{ ...event, event, ref }, ...replaced], faults: [], notes: [] };
  const days = daysOf(event, around);
  const fault = (why: string): Found => ({ occurrences: [], notes: [], faults: [event, ...changed].map(({ row }) => ({ row, ref, what: `The series cannot be taken: ${why}`, mend: 'Ask the agency for its visits one by one' })) });
  if (days.kind === 'refused') return fault(days.why);
  const { zone } = onWall(event.start);
  const gone = new Set([...event.leftOut, ...changed.flatMap(({ replaces }) => replaces ?? [])].map(keyOf));
  const occurrences = [...days.starts.map(({ on, at }) => occurrenceOn(event, on, at, zone)), ...event.added.flatMap((time) => (time.kind === 'day' ? [] : [addedAt(event, time)]))]
    .filter(({ start }) => !isGone(start, zone, gone))
    .map((each): Occurrence => ({ ...each, event, ref: refOf(ref, each.start, event.start) }));
  const notes = days.notShown.map((on): RowFault => ({ row: event.row, ref, what: `The clocks go forward on ${on} and its time is not there: by its rule there is no visit that day`, mend: 'Ask the agency whether somebody comes' }));
  return { occurrences: [...new Map([...occurrences, ...replaced].map((each) => [each.ref, each])).values()], faults: [], notes };
}

type Days = { readonly kind: 'days'; readonly starts: readonly { readonly on: LocalDate; readonly at: LocalTime }[]; readonly notShown: readonly LocalDate[] } | { readonly kind: 'refused'; readonly why: string };

function daysOf({ rule, start }: CalendarEvent, { window, isOutOfTime }: Around): Days {
  const { on: from, at, zone } = onWall(start);
  if (rule === undefined) return { kind: 'days', starts: [{ on: from, at }], notShown: [] };
  const until = rule.get('UNTIL');
  const end = until === undefined ? undefined : endIn(until);
  if (until !== undefined && end === undefined) return { kind: 'refused', why: 'the day on which it ends cannot be read' };
  const found = expandRule(rule, {
    from, at, window, isOutOfTime, isShown: (on) => resolveLocal(on, at, zone).was !== 'missing',
    isAfterEnd: (on) => end !== undefined && ('moment' in end ? resolveLocal(on, at, zone).instant > end.moment : on > end.on || (on === end.on && end.at !== undefined && at > end.at)),
  });
  return found.kind === 'refused' ? found : { kind: 'days', starts: found.days.map((on) => ({ on, at })), notShown: found.notShown };
}

/** UNTIL as it should be, in UTC, and as some write it: a day, or a time on the wall. */
function endIn(until: string): { readonly moment: number } | { readonly on: LocalDate; readonly at?: LocalTime } | undefined {
  const [, year, month, day, hour, minute, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(until) ?? [];
  if (year === undefined) return undefined;
  const on = `${year}-${month ?? ''}-${day ?? ''}` as LocalDate;
  if (hour === undefined) return { on };
  const moment = Date.parse(`${on}T${hour}:${minute ?? '00'}:59Z`);
  return Number.isNaN(moment) ? undefined : utc === undefined ? { on, at: `${hour}:${minute ?? '00'}` as LocalTime } : { moment };
}

/** The first of a series on another day: as long by the clock on the wall. */
function occurrenceOn({ start, end, minutes }: CalendarEvent, on: LocalDate, at: LocalTime, zone: string): Pick<Occurrence, 'start' | 'end' | 'minutes'> {
  const wall = (day: LocalDate, time: LocalTime): CalendarEvent['start'] => (start.kind === 'moment' ? { kind: 'moment', instant: Date.parse(`${day}T${time}:00Z`) as Instant } : { kind: 'wall', on: day, at: time, zone });
  if (end === undefined) return { start: wall(on, at), end: undefined, minutes };
  const [first, last] = [onWall(start), end.kind === 'wall' ? end : { on: localDate(end.instant, zone), at: localTime(end.instant, zone) }];
  const length = daysBetween(first.on, last.on) * 1_440 + minutesOf(last.at) - minutesOf(first.at);
  const ends = minutesOf(at) + length;
  return { start: wall(on, at), end: wall(addDays(on, Math.floor(ends / 1_440)), timeAt(ends)), minutes };
}

function addedAt({ start, end, minutes }: CalendarEvent, time: CalendarEvent['start']): Pick<Occurrence, 'start' | 'end' | 'minutes'> {
  const { on, at, zone } = onWall(time);
  return { ...occurrenceOn({ start, end, minutes } as CalendarEvent, on, at, zone), start: time };
}

/** What an exception is about: a moment, or, where it names a day alone, that day. */
function keyOf(time: CalendarTime): string {
  return time.kind === 'day' ? time.on : String(momentOf(time));
}

function isGone(start: CalendarEvent['start'], zone: string, gone: ReadonlySet<string>): boolean {
  const instant = momentOf(start);
  return gone.has(String(instant)) || gone.has(localDate(instant, zone));
}

function momentOf(time: CalendarEvent['start']): Instant {
  return time.kind === 'moment' ? time.instant : resolveLocal(time.on, time.at, time.zone).instant;
}

/** `uid/20261201T0830Z`: one visit of a series keeps this number wherever it moves. */
function refOf(ref: string, time: CalendarTime | undefined, series: CalendarEvent['start'] | undefined): string {
  if (time === undefined) return ref;
  const wall = series === undefined ? { at: '00:00' as LocalTime, zone: 'UTC' } : onWall(series);
  const instant = time.kind === 'day' ? resolveLocal(time.on, wall.at, wall.zone).instant : momentOf(time);
  return `${ref}/${new Date(instant).toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
}
