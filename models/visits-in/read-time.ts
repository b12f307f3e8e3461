import { isLocalDate, isLocalTime, type Instant, type LocalDate, type LocalTime } from '../shared/index.ts';

/** A time as somebody wrote it: on a wall calendar and clock, or a moment with its own offset from UTC. */
export type WrittenTime = { readonly on?: LocalDate; readonly at: LocalTime } | { readonly instant: Instant };

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as British systems write it: 01/12/2026 (the day first), 1.12.26, 2026-12-01, 1 Dec 2026. A midnight after it is nothing. Undefined for anything else. */
export function readDay(text: string): LocalDate | undefined {
  const written = text.trim().replace(/^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*,?\s+/i, '').replace(/[ T]0?0:00(?::00(?:\.0+)?)?Z?$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(written);
  if (british !== null) return dayOf(british[3], british[2], british[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/.exec(written);
  if (named === null) return undefined;
  const month = monthNames.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : dayOf(named[3], String(month), named[1]);
}

/** A time of day: 08:30, 8.30, 0830, 8:30 am, 08:30:00. 24:00 is midnight. */
function readClock(text: string): LocalTime | undefined {
  const found = /^(\d{1,2})[:.h]?(\d{2})(?:[:.]\d{2}(?:\.\d{1,6})?)?\s*(am|pm|a\.m\.|p\.m\.)?$/i.exec(text.trim()) ?? /^(\d{1,2})()\s*(am|pm|a\.m\.|p\.m\.)$/i.exec(text.trim());
  if (found === null) return undefined;
  const half = found[3]?.charAt(0).toLowerCase();
  const written = Number(found[1]);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const minute = found[2] === '' ? '00' : found[2] ?? '00';
  const time = hour === 24 && minute === '00' ? '00:00' : `${String(hour).padStart(2, '0')}:${minute}`;
  return isLocalTime(time) ? time : undefined;
}

/** A time of day, with its day or its offset where they were written. Undefined for what is none of these. */
export function readTime(text: string): WrittenTime | undefined {
  const written = text.trim();
  const clock = readClock(written);
  if (clock !== undefined) return { at: clock };
  const zoned = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)$/i.exec(written);
  if (zoned !== null) return momentOf(zoned[1] ?? '', zoned[2] ?? '', zoned[3] ?? '');
  const apart = /^(.{6,20}?)(?:T|,?\s+)(\d{1,2}[:.]\d{2}.*)$/.exec(written);
  const [on, at] = apart === null ? [undefined, undefined] : [readDay(apart[1] ?? ''), readClock(apart[2] ?? '')];
  return on === undefined || at === undefined ? undefined : { on, at };
}

function momentOf(day: string, clock: string, offset: string): WrittenTime | undefined {
  if (!isLocalDate(day) || !isLocalTime(clock)) return undefined;
  const zone = offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const at = Date.parse(`${day}T${clock}:00${zone}`);
  return Number.isNaN(at) ? undefined : { instant: at as Instant };
}

function dayOf(year = '', month = '', day = ''): LocalDate | undefined {
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}
