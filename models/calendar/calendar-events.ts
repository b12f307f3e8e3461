import { visitsBetween, workersOf, type CareVisit, type VisitBook } from '../care-visit/index.ts';
import type { Job } from '../job/index.ts';
import { mayRun, occurrencesBetween, type Routine } from '../routine/index.ts';
import { addDays, localDate, toInstant, type Instant, type LocalTime } from '../shared/index.ts';
import type { CalendarEvent, FeedChoices } from './calendar-event.ts';

/** So far back and ahead, in days; and so many events at most, the furthest ahead left out. */
const feedWindow = { back: 28, ahead: 56, most: 2_000 } as const;

const midnight = '00:00' as LocalTime;
const anyTime = '09:00' as LocalTime;

/** From when to when a feed reaches: whole days in London. */
export function feedReach(now: Instant, zone: string): { readonly from: Instant; readonly until: Instant } {
  const today = localDate(now, zone);
  return { from: toInstant(addDays(today, -feedWindow.back), midnight, zone), until: toInstant(addDays(today, feedWindow.ahead + 1), midnight, zone) };
}

/**
 * What a feed shows now: visits written out one by one, never as a rule that another calendar might follow differently, the
 * routines that run, if they are wanted, and the jobs that the viewer took on (`taken`). `uidOf` makes an id that tells nothing from what it is given.
 */
export function calendarEvents({ visitBook, routines, taken, zone }: { readonly visitBook: VisitBook; readonly routines: readonly Routine[]; readonly taken: readonly Job[]; readonly zone: string }, choices: FeedChoices, now: Instant, uidOf: (about: string) => string): readonly CalendarEvent[] {
  const { from, until } = feedReach(now, zone);
  const today = localDate(now, zone);
  const visits = visitsBetween(visitBook, addDays(today, -feedWindow.back), addDays(today, feedWindow.ahead), zone).map((visit) => visitEvent(visit, visitBook, choices, uidOf));
  const events = choices.withRoutines ? routines.filter(isShown).flatMap((routine) => occurrencesBetween(routine, from, until, zone).map(({ on, at }): CalendarEvent => ({
    uid: uidOf(`routine/${routine.id}@${on}`), title: choices.titles === 'plain' ? 'Reminder' : titleOf(routine), startsAt: at, endsAt: (at + 15 * 60_000) as Instant, status: 'confirmed',
  }))) : [];
  const jobs = taken.map((job) => jobEvent(job, zone, choices, uidOf)).filter(({ startsAt }) => startsAt >= from && startsAt < until);
  return [...visits, ...events, ...jobs].toSorted((one, other) => one.startsAt - other.startsAt || (one.uid < other.uid ? -1 : 1)).slice(0, feedWindow.most);
}

/** What goes with visits has no time of its own. */
function isShown(routine: Routine): boolean {
  return mayRun(routine) && routine.does.kind !== 'before-visits';
}

function titleOf({ does }: Routine): string {
  switch (does.kind) {
    case 'visits-today': return 'The day’s visits are told';
    case 'question': return `Asked: ${does.words}`;
    default: return 'words' in does ? does.words : 'Reminder';
  }
}

/** An hour of what somebody took on; what has no time stands at nine, and says so. */
function jobEvent({ id, words, on, at }: Job, zone: string, { titles, alarmMinutes }: FeedChoices, uidOf: (about: string) => string): CalendarEvent {
  const startsAt = toInstant(on, at ?? anyTime, zone);
  return {
    uid: uidOf(`job/${id}`), title: `${titles === 'plain' ? 'Something you took on' : words}${at === undefined ? ', any time that day' : ''}`,
    startsAt, endsAt: (startsAt + 60 * 60_000) as Instant, status: 'confirmed', ...(alarmMinutes !== undefined && { alarmMinutes }),
  };
}

function visitEvent(visit: CareVisit, book: VisitBook, { titles, alarmMinutes }: FeedChoices, uidOf: (about: string) => string): CalendarEvent {
  const isBooked = visit.forRequestId !== undefined;
  const plain = isBooked ? 'Booked visit' : 'Care visit';
  const tasks = visit.tasks.length === 0 ? '' : `: ${visit.tasks.join(', ')}`;
  const status = visit.status === 'cancelled' ? 'cancelled' : visit.workerIds.length === 0 && !isBooked ? 'tentative' : 'confirmed';
  return {
    uid: uidOf(`visit/${visit.id}`), title: titles === 'plain' ? plain : isBooked ? visit.tasks.join(', ') || plain : `${workersOf(book, visit)}${tasks}`,
    startsAt: visit.startsAt, endsAt: visit.endsAt, status, ...(alarmMinutes !== undefined && status !== 'cancelled' && { alarmMinutes }),
  };
}
