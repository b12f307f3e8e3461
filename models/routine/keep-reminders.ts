import type { SpeakerKey } from '../household/index.ts';
import { toInstant, type Instant } from '../shared/index.ts';
import { isSameTime } from './plan-reminders.ts';
import type { ReminderBook, ReminderTime, VisitReminder } from './reminder.ts';

/** The book with one more reminder the person agreed to. The same one (by id, or by the speaker's name for it) is kept once. */
export function keepReminder(book: ReminderBook, reminder: VisitReminder): ReminderBook {
  const { unsure: _, refusedAt: __, ...rest } = book;
  const isKept = book.reminders.some((each) => each.id === reminder.id || each.alert.token === reminder.alert.token);
  return isKept ? { ...rest, reminders: book.reminders } : { ...rest, reminders: [...book.reminders, reminder] };
}

/** The book without the reminders that were stopped. */
export function dropReminders(book: ReminderBook, tokens: readonly string[]): ReminderBook {
  return { ...book, reminders: book.reminders.filter(({ alert }) => !tokens.includes(alert.token)) };
}

/** The reminder of this speaker that is heard at the very same times, if there is one: it is not set twice. */
export function setAlready(book: ReminderBook, speaker: SpeakerKey, time: ReminderTime): VisitReminder | undefined {
  return book.reminders.find((each) => each.speaker === speaker && isSameTime(each.time, time));
}

/** The reminders of this speaker that are still to be heard. */
export function stillToCome(book: ReminderBook, speaker: SpeakerKey, now: Instant, zone: string): readonly VisitReminder[] {
  return book.reminders.filter((each) => each.speaker === speaker && (each.time.kind === 'weekly' || toInstant(each.time.on, each.time.at, zone) > now));
}

/** The book once the person has said no to reminders. */
export function rememberRefusal(book: ReminderBook, at: Instant): ReminderBook {
  return { ...book, refusedAt: at };
}

/** Whether permission may be asked for again: not within seven days of a no (Amazon's guidance on asking). */
export function mayAskPermission({ refusedAt }: ReminderBook, now: Instant): boolean {
  return refusedAt === undefined || now - refusedAt >= daysOfPeace * 86_400_000;
}

const daysOfPeace = 7;
