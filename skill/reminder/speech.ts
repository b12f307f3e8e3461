import type { ReminderTime, ReminderWish, VisitReminder } from '../../models/routine/index.ts';
import type { Weekday } from '../../models/shared/index.ts';
import type { Turn } from '../turn.ts';
import { listWords, timeOfDayWords, weekdays, whenWords } from '../words/index.ts';

/** When a reminder is heard: "at quarter past eight in the morning, every Tuesday and Friday". */
export function timesWords(time: ReminderTime, { today }: Pick<Turn, 'today'>): string {
  if (time.kind === 'weekly') return `at ${timeOfDayWords(time.at)}, ${everyWords(time.days)}`;
  return `${time.on === today ? 'at ' : ''}${whenWords(time.on, time.at, today)}`;
}

/** Which visits it is for: "before Priya comes", "before the visit for lunch", "before your visit". */
export function beforeWords({ workerId, task }: Pick<ReminderWish, 'workerId' | 'task'>, { record }: Pick<Turn, 'record'>): string {
  const name = record.visitBook.workers.find(({ id }) => id === workerId)?.firstName;
  if (name !== undefined) return `before ${name} comes`;
  return task === undefined ? 'before your visit' : `before the visit for ${task}`;
}

export function reminderWords({ wish, time }: Pick<VisitReminder, 'wish' | 'time'>, turn: Turn): string {
  return `${beforeWords(wish, turn)}, ${timesWords(time, turn)}`;
}

/** What the speaker says to whoever is in the room: nothing private unless answers are open, and no promise that anybody comes. */
export function spokenReminder({ visitFrom }: ReminderTime, { record }: Pick<Turn, 'record'>): string {
  return record.household.privacy.answers === 'open' ? `A visit is planned at ${timeOfDayWords(visitFrom)}.` : 'You have a visit soon.';
}

function everyWords(days: readonly Weekday[]): string {
  if (days.length === 7) return 'every day';
  const left = allDays.filter((day) => !days.includes(day));
  if (left.length === 2 && left.every((day) => day > 5)) return 'every day from Monday to Friday';
  if (left.length <= 2) return `every day but ${listWords(left.map(weekdayName))}`;
  return `every ${listWords(days.map(weekdayName))}`;
}

const allDays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekdayName = (day: Weekday): string => weekdays[day - 1] ?? '';
