import { firstHeardOn, followed, remindersOutOfStep, type ReminderBook, type ReminderBooks, type ReminderFollow, type VisitReminder } from '../../models/routine/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import type { SkillLog } from '../services.ts';
import { spokenReminder } from './speech.ts';
import type { SpeakerReminders } from './speaker-reminders.ts';

interface Needs {
  readonly books: ReminderBooks;
  /** The speaker that has a reminder; undefined where it cannot be asked just now. */
  readonly speakerOf: (reminder: VisitReminder) => SpeakerReminders | undefined;
  readonly log: SkillLog;
}

const mostTries = 10;

/**
 * Brings the reminders of this person's speaker into step with their visits, with nobody listening. Safe to run again: what is
 * in step is left alone, and what could not be changed is found out of step next time.
 */
export async function followVisits(record: PersonRecord, now: Instant, { books, speakerOf, log }: Needs): Promise<void> {
  const { councilId, personId, link, visitBook, household: { timeZone: zone } } = record;
  const { book } = await books.read(councilId, personId);
  const own = { reminders: book.reminders.filter((each) => each.speaker === link?.speaker) };
  for (const follow of remindersOutOfStep(own, visitBook, now, zone)) {
    const speaker = speakerOf(follow.reminder);
    if (speaker === undefined) continue;
    const version = await onSpeaker(follow, record, now, speaker);
    if (version === undefined) log.fault('reminder-not-followed', { do: follow.do }, undefined);
    else if (!await keep(books, record, follow, version, now)) log.fault('reminder-not-kept', { do: follow.do }, undefined);
  }
}

/** What the speaker calls its version now; undefined when it did not do it. */
async function onSpeaker(follow: ReminderFollow, record: PersonRecord, now: Instant, speaker: SpeakerReminders): Promise<string | undefined> {
  const { token, version } = follow.reminder.alert;
  if (follow.do === 'stop') return await speaker.stop(token) === 'stopped' ? version : undefined;
  const zone = record.household.timeZone;
  const time = follow.do === 'move' ? follow.time : follow.reminder.time;
  const firstOn = firstHeardOn(time, now, zone, follow.do === 'skip' ? follow.from : undefined);
  const result = await speaker.change(token, { time, firstOn, zone, words: spokenReminder(time, { record }), askedAt: now });
  return result.kind === 'changed' ? result.version : undefined;
}

/** Whether our book has it now. What it has not is found out of step next time, and sent to the speaker again. */
async function keep(books: ReminderBooks, { councilId, personId }: PersonRecord, follow: ReminderFollow, version: string, now: Instant): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const kept = await books.read(councilId, personId);
    const book: ReminderBook = followed(kept.book, follow, version);
    const result = await books.save(kept, { idempotencyKey: `followed-${follow.reminder.alert.token}-${now}-${tries}`, at: now, book, action: `reminder-${follow.do}` });
    if (result !== 'changed-meanwhile') return result !== 'unknown';
  }
  return false;
}
