import { stillToCome, type VisitReminder } from '../../models/routine/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { capitalised, countWord } from '../words/index.ts';
import { checkReminders, readReminders, type Checked } from './reminder-book.ts';
import { reminderWords } from './speech.ts';

/** "What reminders have I got?" As the speaker itself tells of them, where it can be asked. */
export async function myReminders(turn: Turn): Promise<Answer> {
  const speaker = turn.record.link?.speaker;
  if (speaker === undefined) return tell(none);
  const checked = await checkReminders(turn, speaker);
  const here = stillToCome(checked.book, speaker, turn.now, turn.zone);
  const others = othersWords(checked, checked.book.reminders.filter((each) => each.speaker !== speaker).length);
  const [only] = here;
  if (only === undefined) return tell(...(checked.strays.length === 0 && checked.book.unsure === undefined ? [none] : []), ...others);
  const unchecked = checked.listed === 'listed' ? [] : ['I can’t check just now, so this is from my notes.'];
  if (here.length === 1) return { ...tell(...unchecked, `${turn.reminders.rings ? 'I remind you' : 'Nothing rings here yet, but I keep one'} ${reminderWords(only, turn)}.`, ...others), screen: screenOf(turn, here) };
  return { ...readOut(turn, here, [...unchecked, ...others, `You have ${countWord(here.length)} reminders.`]), screen: screenOf(turn, here) };
}

export async function replyToMoreReminders(turn: Turn, { ids }: PendingOf<'more-reminders'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind !== 'yes' && reply.kind !== 'next') return 'not-an-answer';
  const { reminders } = await readReminders(turn);
  return readOut(turn, reminders.filter(({ id }) => ids.includes(id)), []);
}

/** Each has its days and its time: two at once are more than can be held in mind. */
const mostAtOnce = 1;

function readOut(turn: Turn, reminders: readonly VisitReminder[], first: readonly Line[]): Answer {
  const facts = [...first, ...reminders.slice(0, mostAtOnce).map((each) => `${capitalised(reminderWords(each, turn))}.`)];
  const rest = reminders.slice(mostAtOnce);
  if (rest.length === 0) return tell(...(facts.length === 0 ? ['There are no more.'] : facts));
  return ask(facts, `Shall I tell you the other ${rest.length === 1 ? 'one' : countWord(rest.length)}?`, { kind: 'more-reminders', ids: rest.map(({ id }) => id) }, 'Say yes please to hear the rest of them.');
}

function othersWords({ strays, book }: Checked, elsewhere: number): readonly string[] {
  return [
    ...(book.unsure === undefined ? [] : ['I’m still not sure about the last one.']),
    ...(strays.length === 0 ? [] : [`There ${strays.length === 1 ? 'is one' : `are ${countWord(strays.length)}`} here that I have no note of.`]),
    ...(elsewhere === 0 ? [] : [`${capitalised(countWord(elsewhere))} more ${elsewhere === 1 ? 'was' : 'were'} set on another speaker.`]),
  ];
}

function screenOf(turn: Turn, reminders: readonly VisitReminder[]): NonNullable<Answer['screen']> {
  const items = reminders.slice(0, 7).map((each) => ({ id: each.id, primary: capitalised(reminderWords(each, turn)) }));
  return { kind: 'list', title: 'Your reminders', hint: 'Say: stop the reminders', items };
}

const none = 'You have no reminders from me.';
