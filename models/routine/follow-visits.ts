import { isComing, isWished, visitsBetween, type VisitBook } from '../care-visit/index.ts';
import { addDays, toInstant, type Instant, type LocalDate } from '../shared/index.ts';
import { firstHeardOn, isSameTime, planReminders } from './plan-reminders.ts';
import type { ReminderBook, ReminderTime, VisitReminder } from './reminder.ts';

/** What has to be done to a reminder so that it is not heard for a visit that is no longer at its time. */
export type ReminderFollow =
  | { readonly do: 'move'; readonly reminder: VisitReminder; readonly time: ReminderTime }
  /** Not to be heard before that day: one visit of a round is elsewhere, the others are as they were. */
  | { readonly do: 'skip'; readonly reminder: VisitReminder; readonly from: LocalDate }
  | { readonly do: 'stop'; readonly reminder: VisitReminder };

/**
 * The reminders whose next sounding is for a visit that has moved or is cancelled. A single one goes with its visit, or stops.
 * A weekly one passes that week over; where the round itself has another time now, it goes there. None is added: that takes a yes.
 */
export function remindersOutOfStep({ reminders }: Pick<ReminderBook, 'reminders'>, visits: VisitBook, now: Instant, zone: string): readonly ReminderFollow[] {
  return reminders.flatMap((reminder): readonly ReminderFollow[] => {
    const { time, wish } = reminder;
    const heardOn = firstHeardOn(time, now, zone, reminder.from);
    if (toInstant(heardOn, time.at, zone) <= now) return [];
    const visitOn = time.at <= time.visitFrom ? heardOn : addDays(heardOn, 1);
    if (visitsBetween(visits, visitOn, visitOn, zone).some((visit) => isComing(visit) && visit.from === time.visitFrom && isWished(visit, wish))) return [];
    return [time.kind === 'once' ? followOnce(reminder, visitOn, reminders, visits, now, zone) : followWeekly(reminder, heardOn, reminders, visits, now, zone)];
  });
}

function followOnce(reminder: VisitReminder, visitOn: LocalDate, all: readonly VisitReminder[], visits: VisitBook, now: Instant, zone: string): ReminderFollow {
  const sameDay = planReminders(visits, { ...reminder.wish, on: visitOn }, now, zone);
  const plan = sameDay.kind === 'planned' || reminder.wish.on !== undefined ? sameDay : planReminders(visits, reminder.wish, now, zone);
  const time = plan.kind === 'planned' ? plan.times.find((each) => each.kind === 'once' && isFree(each, reminder, all)) : undefined;
  return time === undefined ? { do: 'stop', reminder } : { do: 'move', reminder, time };
}

function followWeekly(reminder: VisitReminder, heardOn: LocalDate, all: readonly VisitReminder[], visits: VisitBook, now: Instant, zone: string): ReminderFollow {
  const plan = planReminders(visits, reminder.wish, now, zone);
  if (plan.kind === 'refused') return { do: 'stop', reminder };
  const isUnchanged = plan.times.some((each) => isSameTime(each, reminder.time));
  const [other, ...more] = plan.times.filter((each) => each.kind === 'weekly' && isFree(each, reminder, all));
  return isUnchanged || other === undefined || more.length > 0 ? { do: 'skip', reminder, from: addDays(heardOn, 1) } : { do: 'move', reminder, time: other };
}

/** Not one that another reminder of the same speaker is heard at already. */
function isFree(time: ReminderTime, reminder: VisitReminder, all: readonly VisitReminder[]): boolean {
  return !all.some((each) => each.id !== reminder.id && each.speaker === reminder.speaker && isSameTime(each.time, time));
}

/** The book once the speaker has done it. */
export function followed(book: ReminderBook, follow: ReminderFollow, version: string): ReminderBook {
  const { reminder } = follow;
  if (follow.do === 'stop') return { ...book, reminders: book.reminders.filter(({ id }) => id !== reminder.id) };
  return { ...book, reminders: book.reminders.map((each) => (each.id === reminder.id ? changed(each, follow, version) : each)) };
}

function changed(reminder: VisitReminder, follow: Exclude<ReminderFollow, { do: 'stop' }>, version: string): VisitReminder {
  const { from: _before, ...rest } = reminder;
  const alert = { ...reminder.alert, version };
  return follow.do === 'move' ? { ...rest, time: follow.time, alert } : { ...rest, from: follow.from, alert };
}
