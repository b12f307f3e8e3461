import { reconcile, type ReminderBook } from '../../models/routine/index.ts';
import type { SpeakerKey } from '../../models/household/index.ts';
import type { Turn } from '../turn.ts';
import type { ListResult } from './speaker-reminders.ts';

/** The person's reminders as we have them noted. */
export async function readReminders({ record, services }: Turn): Promise<ReminderBook> {
  return (await services.reminderBooks.read(record.councilId, record.personId)).book;
}

/** Keeps a change of the notes, on whatever they are by then. It never throws: what is on the speaker is true whether noted or not. */
export async function changeReminders(turn: Turn, action: string, change: (book: ReminderBook) => ReminderBook): Promise<'kept' | 'unknown'> {
  const { record, services } = turn;
  try {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const kept = await services.reminderBooks.read(record.councilId, record.personId);
      const book = change(kept.book);
      if (book === kept.book) return 'kept';
      const result = await services.reminderBooks.save(kept, { idempotencyKey: `${turn.actionId}-${action}`, at: turn.now, book, action });
      if (result === 'saved' || result === 'already-done') return 'kept';
      if (result === 'unknown') return 'unknown';
    }
  } catch (cause) {
    services.log.fault('reminder-not-noted', { action }, cause);
  }
  return 'unknown';
}

const tries = 25;

export interface Checked {
  readonly book: ReminderBook;
  readonly strays: readonly string[];
  readonly listed: ListResult['kind'];
}

/** The notes, set right by what the speaker says it has; as they were where it does not say all of it. */
export async function checkReminders(turn: Turn, speaker: SpeakerKey): Promise<Checked> {
  const [book, listed] = await Promise.all([readReminders(turn), turn.reminders.list()]);
  if (listed.kind !== 'listed') return { book, strays: [], listed: listed.kind };
  const { alerts, isWhole } = listed;
  const known = book.reminders.map(({ alert: { token, version } }) => ({ token, version, isOn: true }));
  const found = isWhole ? alerts : [...alerts, ...known.filter(({ token }) => !alerts.some((each) => each.token === token))];
  const right = reconcile(book, speaker, found, turn.now);
  if (right.book !== book) await changeReminders(turn, 'reminders-checked', (now) => reconcile(now, speaker, found, turn.now).book);
  return { ...right, listed: 'listed' };
}
