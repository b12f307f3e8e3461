import { isComing, isWished, visitsBetween, visitsIn, type CareVisit, type VisitBook } from '../care-visit/index.ts';
import { addDays, localDate, minutesOf, timeAt, toInstant, weekdayOf, type Instant, type LocalDate, type LocalTime, type Weekday } from '../shared/index.ts';
import type { ReminderTime, ReminderWish } from './reminder.ts';

export type ReminderPlan =
  /** Each is a reminder of its own, earliest in the day first, and needs a yes of its own. */
  | { readonly kind: 'planned'; readonly times: readonly ReminderTime[] }
  | { readonly kind: 'refused'; readonly reason: 'no-such-visit' | 'too-late' };

const daysLookedAhead = 28;
/** Of four weeks. One visit cancelled does not make a weekly visit any less so. */
const fewestWeeks = 3;
const nobodyIsWokenBefore = '07:00' as LocalTime;
const earlyVisitsFrom = '07:15' as LocalTime;

/**
 * The reminders a wish comes to: the visits of the next four weeks, brought together by the time of day. Visits that come
 * in three weeks of four come round weekly; where none does, the next visit alone is meant. A day that was named is that day alone.
 */
export function planReminders(book: VisitBook, wish: ReminderWish, now: Instant, zone: string): ReminderPlan {
  const today = localDate(now, zone);
  const [from, to] = wish.on === undefined ? [today, addDays(today, daysLookedAhead - 1)] : [wish.on, wish.on];
  const isMeant = (visit: CareVisit) => isComing(visit) && visit.startsAt > now && isWished(visit, wish) && (wish.partOfDay === undefined || visitsIn(wish.partOfDay)(visit));
  const visits = visitsBetween(book, from, to, zone).filter(isMeant);
  if (visits.length === 0) return { kind: 'refused', reason: 'no-such-visit' };
  const weekly = wish.on === undefined ? weeklyTimes(visits, wish.leadMinutes) : [];
  if (weekly.length > 0) return { kind: 'planned', times: weekly };
  const singles = uniqueTimes(visits.map((visit) => onceFor(visit, wish.leadMinutes)).filter((time) => toInstant(time.on, time.at, zone) > now));
  const [first] = singles;
  if (first === undefined) return { kind: 'refused', reason: 'too-late' };
  return { kind: 'planned', times: wish.on === undefined ? [first] : singles };
}

/** When a reminder is next heard: the first of its days, from that day on if one is given, whose time has not gone by. */
export function firstHeardOn(time: ReminderTime, now: Instant, zone: string, from?: LocalDate): LocalDate {
  if (time.kind === 'once') return time.on;
  const today = localDate(now, zone);
  let day = from !== undefined && from > today ? from : today;
  while (!time.days.includes(weekdayOf(day)) || toInstant(day, time.at, zone) <= now) day = addDays(day, 1);
  return day;
}

/** Whether two reminders would be heard at the very same times. */
export function isSameTime(one: ReminderTime, other: ReminderTime): boolean {
  if (one.at !== other.at || one.visitFrom !== other.visitFrom) return false;
  if (one.kind === 'once' || other.kind === 'once') return one.kind === 'once' && other.kind === 'once' && one.on === other.on;
  return one.days.length === other.days.length && one.days.every((day) => other.days.includes(day));
}

type Once = Extract<ReminderTime, { kind: 'once' }>;

function weeklyTimes(visits: readonly CareVisit[], leadMinutes: number): readonly ReminderTime[] {
  const weeks = new Map<string, Set<LocalDate>>();
  for (const visit of visits) {
    const place = `${visit.from} ${weekdayOf(visit.on)}`;
    weeks.set(place, (weeks.get(place) ?? new Set()).add(visit.on));
  }
  const daysAt = new Map<LocalTime, Weekday[]>();
  for (const [place, days] of weeks) {
    const [from, weekday] = place.split(' ') as [LocalTime, string];
    if (days.size >= fewestWeeks) daysAt.set(from, [...(daysAt.get(from) ?? []), Number(weekday) as Weekday]);
  }
  return [...daysAt].sort(([one], [other]) => (one < other ? -1 : 1)).map(([visitFrom, days]) => {
    const { at, daysEarlier } = heardAt(visitFrom, leadMinutes);
    return { kind: 'weekly', days: days.map((day) => ((day - 1 - daysEarlier + 7) % 7 + 1) as Weekday).sort(), at, visitFrom };
  });
}

function onceFor({ on, from }: CareVisit, leadMinutes: number): Once {
  const { at, daysEarlier } = heardAt(from, leadMinutes);
  return { kind: 'once', on: addDays(on, -daysEarlier), at, visitFrom: from };
}

function uniqueTimes(times: readonly Once[]): readonly Once[] {
  return times.filter((time, place) => times.findIndex((each) => isSameTime(each, time)) === place);
}

/** So long before the visit; but nobody is woken before seven, unless the visit itself is that early. */
function heardAt(visitFrom: LocalTime, leadMinutes: number): { readonly at: LocalTime; readonly daysEarlier: number } {
  const minutes = minutesOf(visitFrom) - leadMinutes;
  const at = timeAt(minutes);
  const isTooEarly = minutes >= 0 && at < nobodyIsWokenBefore && visitFrom >= earlyVisitsFrom;
  return { at: isTooEarly ? nobodyIsWokenBefore : at, daysEarlier: Math.max(0, -Math.floor(minutes / 1440)) };
}
