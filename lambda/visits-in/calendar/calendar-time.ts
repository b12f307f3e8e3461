import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isLocalDate, isLocalTime, localDate, localTime, type Instant, type LocalDate, type LocalTime } from '../../../models/shared/index.ts';

/** A time in a calendar: a day, or a time of day on the wall of a zone, or a moment. */
export type CalendarTime = { readonly kind: 'day'; readonly on: LocalDate } | { readonly kind: 'wall'; readonly on: LocalDate; readonly at: LocalTime; readonly zone: string } | { readonly kind: 'moment'; readonly instant: Instant };

/** Reads times of one calendar. `usual`: the zone of times that name none. */
export function calendarTimes(usual: string, own: ReadonlyMap<string, string>): (value: string, zoneName: string | undefined) => CalendarTime | 'no-time' | 'unknown-zone' {
  return (value, zoneName) => {
    const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(Z)?)?$/.exec(value);
    const [, on = '', at = '', utc] = found ?? [];
    if (found === null || !isLocalDate(on)) return 'no-time';
    if (at === '') return { kind: 'day', on };
    if (!isLocalTime(at)) return 'no-time';
    if (utc !== undefined) return { kind: 'moment', instant: Date.parse(`${on}T${at}:00Z`) as Instant };
    const zone = zoneName === undefined ? usual : zoneCalled(zoneName, own);
    return zone === undefined ? 'unknown-zone' : { kind: 'wall', on, at, zone };
  };
}

/** The same on the wall of a zone; a moment keeps to UTC, whose clock never changes. */
export function onWall(time: Exclude<CalendarTime, { kind: 'day' }>): { readonly on: LocalDate; readonly at: LocalTime; readonly zone: string } {
  return time.kind === 'wall' ? time : { on: localDate(time.instant, 'UTC'), at: localTime(time.instant, 'UTC'), zone: 'UTC' };
}

/** The zone that calendars call so: by its own name, by the last parts of a longer one, by what the calendar says of it, or by Windows' names for them (as node-ical lists them). */
export function zoneCalled(name: string, own: ReadonlyMap<string, string> = new Map()): string | undefined {
  const plain = name.replaceAll(/^"+|"+$/g, '').trim();
  const ends = plain.split('/').filter((part) => part !== '');
  return [plain, ends.slice(-2).join('/'), ends.slice(-3).join('/'), own.get(plain) ?? '', windowsZone(plain) ?? ''].find((each) => each !== '' && isZone(each));
}

const known = new Map<string, boolean>();

function isZone(name: string): boolean {
  if (name.length > 60) return false;
  const before = known.get(name);
  if (before !== undefined) return before;
  let is = true;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
  } catch {
    is = false;
  }
  if (known.size < 1_000) known.set(name, is);
  return is;
}

let windows: Readonly<Record<string, { readonly iana: readonly string[] } | undefined>> | undefined;

function windowsZone(name: string): string | undefined {
  windows ??= JSON.parse(readFileSync(join(dirname(createRequire(import.meta.url).resolve('node-ical/package.json')), 'windowsZones.json'), 'utf8')) as NonNullable<typeof windows>;
  if (Object.hasOwn(windows, name)) return windows[name]?.iana[0];
  // Outlook's display names differ by version: "(UTC+00:00) Dublin, Edinburgh, Lisbon, London".
  return /^\((?:UTC|GMT)(?:[+-]00:00)?\).*\bLondon\b/.test(name) ? 'Europe/London' : undefined;
}
