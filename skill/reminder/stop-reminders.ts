import { partOfDay } from '../../models/care-visit/index.ts';
import { dropReminders, stillToCome, type VisitReminder } from '../../models/routine/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { workerIdFor } from '../care-visit/who-is-coming.ts';
import { guardPrivacy } from '../household/private-answers.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { partOfDayIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { countWord } from '../words/index.ts';
import { changeReminders, checkReminders } from './reminder-book.ts';
import { reminderWords } from './speech.ts';

/** "Stop the reminders." How many there are is read back; to stop all of them needs no four numbers, for it tells nothing. */
export async function stopReminders(turn: Turn): Promise<Answer> {
  const wantsOne = turn.slots['worker'] !== undefined || turn.slots['task'] !== undefined || partOfDayIn(turn.slots) !== undefined;
  const guarded = wantsOne ? guardPrivacy(turn) : undefined;
  if (guarded !== undefined) return guarded;
  const { here, strays } = await onThisSpeaker(turn);
  const meant = wantsOne ? here.filter((each) => isMeant(turn, each)) : here;
  const tokens = [...meant.map(({ alert }) => alert.token), ...(wantsOne ? [] : strays)].slice(0, most);
  const [first] = meant;
  if (tokens.length === 0) return tell(wantsOne && here.length > 0 ? 'I have no reminder like that. The others stay as they are.' : 'You have no reminders from me.');
  const facts = wantsOne && first !== undefined && tokens.length === 1 ? `That’s the one ${reminderWords(first, turn)}.` : `You have ${countWord(tokens.length)} ${wantsOne ? 'like that' : `reminder${tokens.length === 1 ? '' : 's'} from me`}.`;
  const question = tokens.length === 1 ? 'Shall I stop it?' : tokens.length === 2 ? 'Shall I stop them both?' : 'Shall I stop them all?';
  return ask([facts], question, { kind: 'stop-reminders', tokens }, 'Say yes please and you won’t hear them any more, or leave it and they stay.');
}

const most = 20;

export async function replyToStopReminders(turn: Turn, { tokens }: PendingOf<'stop-reminders'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  if (reply.kind !== 'yes') return 'not-an-answer';
  const left = await stop(turn, tokens);
  if (left === 0) return tell(tokens.length === 1 ? 'Done. That reminder is stopped.' : 'Done. Those reminders are stopped.');
  const facts = left === tokens.length ? `I couldn’t stop ${left === 1 ? 'it' : 'them'} just now.` : `I’ve stopped ${countWord(tokens.length - left)}, but ${countWord(left)} would not stop.`;
  return tell(facts, `You can turn ${left === 1 ? 'it' : 'them'} off in the Alexa app, or ask me again in a minute.`);
}

/** Stops all of this speaker's reminders, before it forgets whose it is: nobody could stop them here afterwards. */
export async function stopAllReminders(turn: Turn): Promise<'none' | 'stopped' | 'not-all'> {
  const { here, strays } = await onThisSpeaker(turn);
  const tokens = [...here.map(({ alert }) => alert.token), ...strays];
  if (tokens.length === 0) return 'none';
  return await stop(turn, tokens) === 0 ? 'stopped' : 'not-all';
}

async function onThisSpeaker(turn: Turn): Promise<{ readonly here: readonly VisitReminder[]; readonly strays: readonly string[] }> {
  const speaker = turn.record.link?.speaker;
  if (speaker === undefined) return { here: [], strays: [] };
  const { book, strays } = await checkReminders(turn, speaker);
  return { here: stillToCome(book, speaker, turn.now, turn.zone), strays };
}

/** How many would not stop. What did stop leaves our notes; a note that stays is set right the next time they are spoken of. */
async function stop(turn: Turn, tokens: readonly string[]): Promise<number> {
  const results = await Promise.all(tokens.map((token) => turn.reminders.stop(token)));
  const stopped = tokens.filter((_, place) => results[place] === 'stopped');
  if (stopped.length > 0) await changeReminders(turn, 'reminders-stopped', (book) => dropReminders(book, stopped));
  return tokens.length - stopped.length;
}

function isMeant(turn: Turn, { wish, time }: VisitReminder): boolean {
  const { worker, task } = turn.slots;
  const part = partOfDayIn(turn.slots);
  if (worker !== undefined && wish.workerId !== (workerIdFor(turn, worker) ?? '')) return false;
  if (task !== undefined && wish.task !== (task.id ?? task.value)) return false;
  return part === undefined || partOfDay(time.visitFrom) === part;
}
