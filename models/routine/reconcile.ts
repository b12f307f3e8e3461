import type { SpeakerKey } from '../household/index.ts';
import type { Instant } from '../shared/index.ts';
import { dropReminders, keepReminder } from './keep-reminders.ts';
import type { ReminderBook } from './reminder.ts';

/** A reminder as the speaker itself tells of it. */
export interface AlertOnSpeaker {
  readonly token: string;
  readonly version: string;
  readonly madeAt?: Instant;
  /** Still to be heard. One that was heard for the last time stays on the list for some days. */
  readonly isOn: boolean;
}

/** Two clocks are never quite the same. */
const clockSlackMs = 2 * 60_000;
/** A reminder that went astray on the line may still come for so long. */
const mayStillComeMs = 60_000;

/**
 * The book, set right by what the speaker says it has. What it no longer has was stopped in the Alexa app or is over. One that we
 * could not be sure of is taken up if it is there after all, and given up if it is not there a minute later. `strays` are on the
 * speaker and unknown to us.
 */
export function reconcile(book: ReminderBook, speaker: SpeakerKey, alerts: readonly AlertOnSpeaker[], now: Instant): { readonly book: ReminderBook; readonly strays: readonly string[] } {
  const on = alerts.filter(({ isOn }) => isOn);
  const known = new Set(book.reminders.map(({ alert }) => alert.token));
  const gone = book.reminders.filter((each) => each.speaker === speaker && !on.some(({ token }) => token === each.alert.token)).map(({ alert }) => alert.token);
  const left = gone.length === 0 ? book : dropReminders(book, gone);
  const strays = on.filter(({ token }) => !known.has(token));
  const { unsure, ...sure } = left;
  if (unsure === undefined || unsure.speaker !== speaker) return { book: left, strays: strays.map(({ token }) => token) };
  const found = strays.find(({ madeAt }) => madeAt !== undefined && madeAt >= unsure.agreedAt - clockSlackMs);
  const others = strays.filter((each) => each !== found).map(({ token }) => token);
  if (found === undefined) return { book: now - unsure.agreedAt < mayStillComeMs ? left : sure, strays: others };
  return { book: keepReminder(sure, { ...unsure, alert: { token: found.token, version: found.version } }), strays: others };
}
