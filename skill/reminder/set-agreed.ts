import { firstHeardOn, isSameTime, keepReminder, planReminders, setAlready, type ReminderBook, type ReminderTime, type ReminderWish, type VisitReminder } from '../../models/routine/index.ts';
import type { SpeakerKey } from '../../models/household/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { isGuarded } from '../household/private-answers.ts';
import type { Turn } from '../turn.ts';
import { askPermission } from './ask-permission.ts';
import { changeReminders, checkReminders, readReminders } from './reminder-book.ts';
import { spokenReminder, timesWords } from './speech.ts';

/** A reminder as it was read back and said yes to. */
export interface Agreed { readonly wish: ReminderWish; readonly time: ReminderTime }

/** Sets the reminder that was agreed to, and only that one, and only if the visits are still as they were read back. */
export async function setAgreed(turn: Turn, agreed: Agreed, { hasPermission = false } = {}): Promise<Answer> {
  const speaker = turn.record.link?.speaker;
  if (speaker === undefined || !timesOf(turn, agreed.wish).some((time) => isSameTime(time, agreed.time))) return tell('Your visits have changed since I asked, so nothing is set.');
  const noted = await readReminders(turn);
  const { book, listed } = noted.unsure === undefined ? { book: noted, listed: 'listed' } : await checkReminders(turn, speaker);
  if (book.unsure !== undefined && listed !== 'not-allowed') return tell('I’m still not sure about the last one.', 'Please ask me again in a minute.');
  if (setAlready(book, speaker, agreed.time) !== undefined) return receipt(turn, agreed, book.reminders.length);
  const { time } = agreed;
  const result = await turn.reminders.set({ time, firstOn: firstHeardOn(time, turn.now, turn.zone), zone: turn.zone, words: spokenReminder(time, turn), askedAt: turn.now });
  switch (result.kind) {
    case 'set': return keep(turn, agreed, { id: turn.actionId, speaker, ...agreed, alert: { token: result.token, version: result.version, ...(result.endpointId !== undefined && { endpointId: result.endpointId }) }, agreedAt: turn.now });
    case 'not-allowed': return hasPermission ? tell('Alexa still won’t let me set it, so nothing is set.') : askPermission(turn, agreed, book);
    case 'cannot': return tell('This speaker can’t set reminders.');
    case 'too-many': return tell('This speaker has as many reminders as it will take, so that one isn’t set.');
    case 'busy': return tell('Alexa is too busy to set it just now.', 'Nothing is set. Please ask me again in a minute.');
    case 'refused': return tell('Alexa wouldn’t take that one, so nothing is set.');
    case 'unknown': return afterSilence(turn, agreed, speaker);
  }
}

/** Notes it down. If that fails it is taken off again, so that no reminder is heard that nobody can stop here. */
async function keep(turn: Turn, agreed: Agreed, reminder: VisitReminder): Promise<Answer> {
  const { speaker, time, alert } = reminder;
  const isTwin = (book: ReminderBook) => setAlready(book, speaker, time) !== undefined;
  const kept = await changeReminders(turn, 'reminder-set', (book) => (isTwin(book) ? book : keepReminder(book, reminder)));
  if (kept === 'kept') {
    const { reminders } = await readReminders(turn);
    // The same yes may come twice at once, from a line that Amazon tried again: one of the two is enough.
    if (!reminders.some((each) => each.alert.token === alert.token)) await turn.reminders.stop(alert.token);
    return receipt(turn, agreed, reminders.length);
  }
  const undone = await turn.reminders.stop(alert.token);
  return undone === 'stopped' ? tell('I couldn’t keep a note of it, so I’ve taken it off again.', 'Nothing is set.') : notSure();
}

/** The line went quiet. The speaker is asked whether it has it; if it does not say, neither do we. */
async function afterSilence(turn: Turn, agreed: Agreed, speaker: SpeakerKey): Promise<Answer> {
  await changeReminders(turn, 'reminder-unsure', (book) => ({ ...book, unsure: { id: turn.actionId, speaker, ...agreed, agreedAt: turn.now } }));
  const { book } = await checkReminders(turn, speaker);
  return book.reminders.some(({ id }) => id === turn.actionId) ? receipt(turn, agreed, book.reminders.length) : notSure();
}

const notSure = (): Answer => tell('I’m not sure that went through.', 'In a minute you can say: what reminders have I got.');

/** Said only once it is set; then the next time of day is offered, if the wish has one and it may be spoken of. */
function receipt(turn: Turn, { wish, time }: Agreed, count: number): Answer {
  const { rings } = turn.reminders;
  const first = rings ? ['It’s set.', 'To stop them, say stop the reminders.'] : ['It’s kept.', 'Nothing rings here yet.'];
  const done = count > 1 ? [rings ? 'That’s set too.' : 'That’s kept too.'] : first;
  const times = timesOf(turn, wish);
  const next = isGuarded(turn) ? undefined : times[times.findIndex((each) => isSameTime(each, time)) + 1];
  if (next === undefined) return tell(...done);
  return ask([...done, `There’s also one ${timesWords(next, turn)}.`], rings ? 'Shall I set that too?' : 'Shall I keep that too?', { kind: 'set-reminder', wish, time: next }, 'Say yes please for that one as well, or leave it.');
}

function timesOf({ record, now, zone }: Turn, wish: ReminderWish): readonly ReminderTime[] {
  const plan = planReminders(record.visitBook, wish, now, zone);
  return plan.kind === 'planned' ? plan.times : [];
}
