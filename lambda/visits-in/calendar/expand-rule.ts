import { RRuleTemporal } from 'rrule-temporal';
import { addDays, daysBetween, weekdayOf, type LocalDate, type LocalTime } from '../../../models/shared/index.ts';

/** A rule as the calendar has it, part by part: `FREQ` to `WEEKLY`, `BYDAY` to `MO,WE`. */
export type RuleParts = ReadonlyMap<string, string>;
export interface Expanding {
  readonly from: LocalDate;
  readonly at: LocalTime;
  /** The days wanted, both included. */
  readonly window: { readonly from: LocalDate; readonly to: LocalDate };
  /** Whether the wall shows that time on that day; what it does not show is neither there nor counted (RFC 5545, 3.3.10). */
  readonly isShown: (on: LocalDate) => boolean;
  /** Whether a day is after the end of the rule. */
  readonly isAfterEnd: (on: LocalDate) => boolean;
  readonly isOutOfTime: () => boolean;
}

export type Expanded = { readonly kind: 'days'; readonly days: readonly LocalDate[]; readonly notShown: readonly LocalDate[] } | { readonly kind: 'refused'; readonly why: string };

const followed = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST']);
const frequencies = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const mostCounted = 3_000;
const notItsOwn = 'its first day is none of the days of its own rule';

/**
 * The days of a rule within a window, by rrule-temporal, on a clock that never changes; what the real clock makes of them is for whoever asks.
 * A rule that cannot be followed for certain is refused with why, and never guessed at: parts we do not know, more than once a day, too long ago.
 */
export function expandRule(parts: RuleParts, expanding: Expanding): Expanded {
  const refused = (why: string): Expanded => ({ kind: 'refused', why });
  const frequency = parts.get('FREQ') ?? '';
  if (!frequencies.has(frequency)) return refused(`it comes round by “${frequency.slice(0, 20)}”`);
  const unknown = [...parts.keys()].find((part) => !followed.has(part));
  if (unknown !== undefined) return refused(`its rule has “${unknown.slice(0, 20)}”, which My Care does not follow`);
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : Infinity;
  if (!Number.isInteger(interval) || interval < 1 || interval > 400 || !(count >= 1)) return refused('its rule has a number that cannot be');
  if (count !== Infinity && count > mostCounted) return refused(`its rule counts more than ${mostCounted} times`);
  if ((frequency === 'DAILY' || frequency === 'WEEKLY') && parts.get('BYDAY')?.split(',').includes(weekdayLetters(expanding.from)) === false) return refused(notItsOwn);
  const start = count === Infinity ? nearer(expanding.from, frequency, interval, expanding.window.from) : expanding.from;
  try {
    return within(new RRuleTemporal({ rruleString: `DTSTART:${start.replaceAll('-', '')}T${expanding.at.replace(':', '')}00Z\nRRULE:${[...parts].filter(([part]) => part !== 'COUNT' && part !== 'UNTIL').map((part) => part.join('=')).join(';')}` }), start, count, expanding);
  } catch {
    return refused('its rule cannot be followed: it may never come, or have begun too long ago');
  }
}

function within(rule: RRuleTemporal, start: LocalDate, count: number, { from, window, isShown, isAfterEnd, isOutOfTime }: Expanding): Expanded {
  const [days, notShown]: [LocalDate[], LocalDate[]] = [[], []];
  const is: { counted: number; first?: LocalDate; isLate: boolean } = { counted: 0, isLate: false };
  rule.all((moment) => {
    const on = new Date(moment.epochMilliseconds).toISOString().slice(0, 10) as LocalDate;
    is.first ??= on;
    is.isLate = isOutOfTime();
    if (is.isLate || on > window.to || isAfterEnd(on) || is.counted >= count) return false;
    if (isShown(on)) is.counted += 1;
    if (on >= window.from) (isShown(on) ? days : notShown).push(on);
    return true;
  });
  if (is.isLate) return { kind: 'refused', why: 'its rule takes too long to follow: it may have begun many years ago' };
  if (start === from && is.first !== undefined && is.first !== from) return { kind: 'refused', why: notItsOwn };
  return { kind: 'days', days, notShown };
}

/** What comes round every so many days or weeks does so from any of its days: there is no need to begin years ago. */
function nearer(from: LocalDate, frequency: string, interval: number, wanted: LocalDate): LocalDate {
  const every = frequency === 'DAILY' ? interval : frequency === 'WEEKLY' ? interval * 7 : undefined;
  // One round is left before the window, so that what is chosen from a week is chosen in it.
  const rounds = every === undefined ? 0 : Math.floor((daysBetween(from, wanted) - 7) / every) - 1;
  return every === undefined || rounds < 1 ? from : addDays(from, rounds * every);
}

const weekdayLetters = (day: LocalDate): string => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekdayOf(day) - 1] ?? 'MO';
