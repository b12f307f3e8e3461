import ICAL from 'ical.js';
import { whenOf, type When, type WrittenTime } from '../../../models/visits-in/index.ts';
import type { CalendarTime } from './calendar-time.ts';
import type { RuleParts } from './expand-rule.ts';

/** One event of a calendar, its times read. */
export interface CalendarEvent {
  readonly row: number;
  readonly uid: string | undefined;
  readonly start: Exclude<CalendarTime, { kind: 'day' }>;
  readonly end: Exclude<CalendarTime, { kind: 'day' }> | undefined;
  readonly minutes: number | undefined;
  readonly isCancelled: boolean;
  readonly summary: string;
  /** How newer versions of the same event are told from older. */
  readonly version: readonly [number, string];
  /** Addresses and names of those who take part. */
  readonly attendees: readonly string[];
  readonly rule: RuleParts | undefined;
  /** Days and times that are left out, and added. */
  readonly leftOut: readonly CalendarTime[];
  readonly added: readonly CalendarTime[];
  /** Which one of its series this is about. */
  readonly replaces: CalendarTime | undefined;
  readonly isTimeCritical: boolean;
}

export type EventRead = { readonly event: CalendarEvent } | { readonly wrong: { readonly what: string; readonly mend: string; readonly uid?: string } };
type ReadTime = (value: string, zoneName: string | undefined) => CalendarTime | 'no-time' | 'unknown-zone';
type Property = readonly [name: string, params: Readonly<Record<string, unknown>>, type: string, ...values: unknown[]];

const mostTimes = 1_000;
const mostUidLength = 500;

/** One event by ical.js's reader of lines, or what is wrong with it. */
export function readEvent(row: number, text: string, readTime: ReadTime): EventRead {
  const properties = propertiesIn(text);
  if (properties === undefined) return wrong('It is not written as calendars are', 'Send it as your system exports it');
  const all = (name: string) => properties.filter(([each]) => each === name);
  const textOf = (name: string) => plain(all(name)[0]?.[3]);
  const uid = textOf('uid').slice(0, mostUidLength);
  const fault = (what: string, mend: string) => wrong(what, mend, uid);
  const times = (name: string) => all(name).flatMap((property) => property.slice(3).slice(0, mostTimes).map((value) => timeIn(property, value, readTime)));
  const [start] = times('dtstart');
  if (start === undefined || start === 'no-time') return fault('There is no time at which it starts', 'Give it a start');
  if (start === 'unknown-zone') return fault('It names a time zone that nobody knows', 'Write its times in Europe/London or in UTC');
  if (start.kind === 'day') return fault('It is a whole day, without a time', 'Give it a time if it is a visit');
  const [end] = times('dtend');
  if (end === 'no-time' || (end !== undefined && end !== 'unknown-zone' && end.kind === 'day')) return fault('The time at which it ends cannot be read', 'Give it an end with a time');
  if (end === 'unknown-zone') return fault('It names a time zone that nobody knows', 'Write its times in Europe/London or in UTC');
  const [leftOut, added, replaces] = [times('exdate'), times('rdate'), times('recurrence-id')];
  if ([...leftOut, ...added, ...replaces].some((time) => typeof time === 'string')) return fault('A day that is left out, added or changed cannot be read', 'Send it as your system exports it');
  if (all('exrule').length > 0) return fault('It leaves days out by a rule (EXRULE), which My Care does not follow', 'Leave the days out one by one');
  if (all('rrule').length > 1) return fault('It has more than one rule', 'Make it as many series');
  if (all('recurrence-id').some(([, params]) => params['range'] !== undefined)) return fault('It changes a series from a day on (THISANDFUTURE), which My Care does not follow', 'End the series and begin another');
  const duration = textOf('duration');
  const minutes = duration === '' ? undefined : minutesIn(duration);
  if (duration !== '' && minutes === undefined) return fault('How long it takes cannot be read', 'Give it an end');
  return { event: {
    row, uid: uid === '' ? undefined : uid, start, end, minutes, isCancelled: textOf('status').toUpperCase() === 'CANCELLED', summary: textOf('summary'), version: [Number(textOf('sequence')) || 0, textOf('last-modified') || textOf('dtstamp')],
    attendees: all('attendee').flatMap(([, params, , value]) => [plain(value).replace(/^mailto:/i, ''), plain(params['cn'])]).filter((each) => each !== ''), rule: ruleIn(all('rrule')[0]?.[3]),
    leftOut: leftOut.filter(isTime), added: added.filter(isTime), replaces: replaces.find(isTime), isTimeCritical: Number(textOf('priority')) === 1,
  } };
}

/** When it is, and for how long; what is wrong where there is neither an end nor a length. */
export function eventWhen({ start, end, minutes }: Pick<CalendarEvent, 'start' | 'end' | 'minutes'>, usual: string): When | { readonly what: string; readonly mend: string } {
  const isOneWall = start.kind === 'wall' && (end === undefined || (end.kind === 'wall' && end.zone === start.zone));
  const zone = isOneWall ? start.zone : usual;
  const when = whenOf({ start: written(start), end: end === undefined ? undefined : written(end), ...(minutes !== undefined && { minutes }) }, zone);
  if (typeof when !== 'string') return when;
  if (when === 'too-long') return { what: 'It is longer than a day', mend: 'Give every day an event of its own' };
  return when === 'no-length' ? { what: 'There is no time at which it ends', mend: 'Give it an end' } : { what: 'It ends before it starts, or at once', mend: 'Check its end' };
}

function written(time: Exclude<CalendarTime, { kind: 'day' }>): WrittenTime {
  return time.kind === 'moment' ? time : { on: time.on, at: time.at };
}

function propertiesIn(text: string): readonly Property[] | undefined {
  try {
    const [, properties] = ICAL.parse(`BEGIN:VEVENT\r\n${text}\r\nEND:VEVENT`) as [string, Property[]];
    return properties;
  } catch {
    return undefined;
  }
}

/** A period of added times is its start: its length is not followed. */
function timeIn([, params, type]: Property, value: unknown, readTime: ReadTime): CalendarTime | 'no-time' | 'unknown-zone' {
  if (type === 'period') return 'no-time';
  const zone = params['tzid'];
  return readTime(typeof value === 'string' ? value : '', typeof zone === 'string' ? zone : undefined);
}

const isTime = (time: CalendarTime | string): time is CalendarTime => typeof time !== 'string';

/** ical.js gives a rule in parts: back to the parts as they are written. */
function ruleIn(value: unknown): RuleParts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).map(([part, each]) => {
    const values = (Array.isArray(each) ? each : [each]).map(plain);
    const written = part === 'until' ? values.map((one) => one.replaceAll(/[-:]/g, '')) : part === 'wkst' ? values.map((one) => weekdays[Number(one) - 1] ?? one) : values;
    return [part.toUpperCase(), written.join(',').toUpperCase()];
  }));
}

/** ical.js counts the first day of a week from Sunday. */
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** PT30M, P1DT2H: whole minutes; undefined for what is none, or below one. */
function minutesIn(duration: string): number | undefined {
  const found = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?$/.exec(duration);
  if (found === null) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part) || 0);
  const whole = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + Math.round(seconds / 60);
  return whole >= 1 ? whole : undefined;
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/[\p{C}\s]+/gu, ' ').trim() : '';
}

function wrong(what: string, mend: string, uid = ''): EventRead {
  return { wrong: { what, mend, ...(uid !== '' && { uid }) } };
}
