import { localDate, type Instant, type PersonId } from '../shared/index.ts';
import type { PersonProblem, VisitRun } from './run.ts';
import type { VisitSource } from './source.ts';

/** A calendar of a source that is read from its address, about once an hour: the rota of one person. */
export interface RotaCalendar {
  readonly id: string;
  readonly sourceId: string;
  /** Counted within its source, so that it can be named without a word of whose it is. */
  readonly number: number;
  /** Whoever has it can read the rota: it is in no log, no audit and no address of ours. */
  readonly secretAddress: string;
  /** Whose it is, as staff said; absent where the calendar's own name says so, as in a file. */
  readonly personId?: PersonId;
  readonly addedBy: string;
  readonly addedAt: Instant;
  /** When it is looked at next. */
  readonly nextAt: Instant;
  readonly last?: CalendarReading;
  readonly failure?: CalendarFailure;
}

/** What it said when it was read last. */
export interface CalendarReading {
  /** Read whole, and brought in or kept waiting for a yes. */
  readonly at: Instant;
  /** Last found to say just that still. */
  readonly confirmedAt: Instant;
  /** SHA-256 of it, but for when it was written. */
  readonly digest: string;
  readonly marks: CalendarMarks;
  /** The days it speaks of: what it had at its very end, and has no more, is missed as well. */
  readonly span?: VisitRun['span'];
  readonly visits: number;
  readonly changed: number;
  readonly missing: number;
  readonly faults: number;
  readonly alerts: number;
  /** Its run, as long as that is kept; none where there was nothing to tell of. */
  readonly runId?: string;
  readonly forPerson?: PersonId;
  /** More than half was called off: nothing is brought in before somebody's yes. */
  readonly isWaiting: boolean;
}

/** What its server marked that state of it with (RFC 9110, section 8.8). */
export interface CalendarMarks { readonly etag?: string; readonly lastModified?: string }

/** Why nothing of it was taken, since when, and when that was last found so. */
export interface CalendarFailure {
  readonly why: CalendarFailed;
  readonly since: Instant;
  readonly at: Instant;
  /** What its server answered. */
  readonly status?: number;
  /** What the reader of calendars says of it, with how to mend it. */
  readonly words?: string;
}

/** `answered`: with anything but a calendar's 200. `refused`: it is a calendar that cannot be read. `nobody`: its name is nobody's here. The first eight are those of fetching. */
export type CalendarFailed = 'bad-address' | 'not-outside' | 'too-many-redirects' | 'too-large' | 'too-slow' | 'unreachable' | 'line-broke' | 'cannot-be-unpacked' | 'answered' | 'no-calendar' | 'refused' | 'nobody' | PersonProblem;

export type CalendarAddressFault = 'no-address' | 'not-https' | 'has-password' | 'unusual-port' | 'too-long';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const mostAddressLength = 2_000;
/** Four letters of a shorter word would give too much of it away. */
const shortestSecret = 14;
const usualPorts: readonly string[] = ['', '443', '8443'];

/** An address as somebody typed or copied it (`webcal:` is another word for https), ready to be called; or what is wrong with it. */
export function calendarAddress(written: string): { readonly address: string } | { readonly fault: CalendarAddressFault } {
  const typed = written.trim().replace(/^webcals?:/i, 'https:');
  if (typed.length > mostAddressLength) return { fault: 'too-long' };
  if (!URL.canParse(typed)) return { fault: 'no-address' };
  const url = new URL(typed);
  if (url.protocol !== 'https:') return { fault: url.protocol === 'http:' ? 'not-https' : 'no-address' };
  if (url.username !== '' || url.password !== '') return { fault: 'has-password' };
  if (!usualPorts.includes(url.port)) return { fault: 'unusual-port' };
  url.hash = '';
  return { address: url.href };
}

/** Enough of an address to know it by, and too little to open it: its host, and the last four letters of the longest word of it, which is the secret. */
export function shortAddress({ secretAddress }: Pick<RotaCalendar, 'secretAddress'>): string {
  const { host, pathname, search } = new URL(secretAddress);
  const longest = (pathname + search).split(/[^A-Za-z0-9_-]+/).reduce((long, word) => (word.length > long.length ? word : long), '');
  return `${host}/…${longest.length < shortestSecret ? '' : `${longest.slice(-4)}…`}`;
}

/** What it is called where nobody may learn whose it is: "Kindly Care rota, calendar 2". */
export function calendarName({ name }: Pick<VisitSource, 'name'>, { number }: Pick<RotaCalendar, 'number'>): string {
  return `${name}, calendar ${number}`;
}

/** By what its silence is told, as a device's is. */
export function calendarDevice({ id }: Pick<RotaCalendar, 'id'>): string {
  return `rota-calendar-${id}`;
}

/** The next look after one at `at`: about an hour later, at the calendar's own minute of the hour, so that all of them are spread over it. */
export function nextLookAt(id: string, at: Instant): Instant {
  let sum = 0;
  for (const letter of id) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  const minute = (sum % 60) * minuteMs;
  // A look comes some seconds after its time: counted from a little earlier, so that the next hour is not left out.
  return (Math.ceil((at + hourMs - 5 * minuteMs - minute) / hourMs) * hourMs + minute) as Instant;
}

/** Whether it is to be read whole: once a day, for what is more than 60 days ahead is taken when its time comes; and after anything went wrong. */
export function isReadWhole({ last, failure }: Pick<RotaCalendar, 'last' | 'failure'>, now: Instant, zone: string): boolean {
  return last === undefined || failure !== undefined || localDate(last.at, zone) !== localDate(now, zone);
}

/** What went wrong in a run that was brought in, if anything did. */
export function failureIn({ unmatchedClients, counts: { problems } }: Pick<VisitRun, 'unmatchedClients' | 'counts'>): CalendarFailed | undefined {
  const [problem] = Object.keys(problems) as (keyof typeof problems)[];
  return problem ?? (unmatchedClients > 0 ? 'nobody' : undefined);
}

/** Whether a run has anything in it that somebody may want to read. */
export function isWorthKeeping({ faults, unmatchedClients, counts: { changes, missing, problems } }: Pick<VisitRun, 'faults' | 'unmatchedClients' | 'counts'>): boolean {
  return faults > 0 || unmatchedClients > 0 || missing > 0 || Object.keys(changes).length > 0 || Object.keys(problems).length > 0;
}
