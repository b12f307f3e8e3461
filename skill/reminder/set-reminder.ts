import { longestLeadMinutes, planReminders, setAlready, usualLeadMinutes, type ReminderTime, type ReminderWish } from '../../models/routine/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { workerIdFor } from '../care-visit/who-is-coming.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { dayIn, durationMinutesIn, partOfDayIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { readReminders } from './reminder-book.ts';
import { setAgreed } from './set-agreed.ts';
import { beforeWords, timesWords } from './speech.ts';

/** "Remind me before Priya comes." What, when and how often is read back; nothing is set before a yes to that very reminder. */
export function setReminder(turn: Turn): Answer | Promise<Answer> {
  const { worker, task, day, lead } = turn.slots;
  const workerId = worker === undefined ? undefined : workerIdFor(turn, worker);
  if (worker !== undefined && workerId === undefined) return tell(`I don’t know anybody called ${worker.value} at ${turn.record.visitBook.provider.name}, so nothing is set.`);
  const on = dayIn(day?.value, turn.today);
  const part = partOfDayIn(turn.slots);
  return offer(turn, {
    leadMinutes: durationMinutesIn(lead?.value) ?? usualLeadMinutes,
    ...(workerId !== undefined && { workerId }), ...(task !== undefined && { task: task.id ?? task.value }), ...(part && { partOfDay: part }), ...(on && { on }),
  });
}

/** Offers the first reminder of a wish that is not set yet. Several times of day are offered one by one: each needs a yes of its own. */
async function offer(turn: Turn, wish: ReminderWish): Promise<Answer> {
  const { record, now, zone } = turn;
  if (wish.leadMinutes > longestLeadMinutes) return tell('I can remind you up to a day before.', 'You could say: remind me an hour before my visit.');
  const plan = planReminders(record.visitBook, wish, now, zone);
  if (plan.kind === 'refused') return tell(plan.reason === 'too-late' ? 'It’s too late to remind you of that one.' : 'I can’t see a visit like that, so there’s nothing to remind you of.');
  const book = await readReminders(turn);
  const speaker = record.link?.speaker;
  const time = plan.times.find((each) => speaker === undefined || setAlready(book, speaker, each) === undefined);
  const [first] = plan.times;
  if (time === undefined) return tell(`That reminder is set already${plan.times.length === 1 && first !== undefined ? `, ${timesWords(first, turn)}` : ''}.`);
  return readBack(turn, wish, time);
}

function readBack(turn: Turn, wish: ReminderWish, time: ReminderTime): Answer {
  const what = `${beforeWords(wish, turn)}, ${timesWords(time, turn)}`;
  const first = time.kind === 'once' && wish.on === undefined ? ['That doesn’t come round every week.'] : [];
  const pending = { kind: 'set-reminder', wish, time } as const;
  const help = 'Say yes please and I’ll set it, or leave it and nothing is set.';
  return turn.reminders.rings
    ? ask([...first, `I can remind you on this speaker ${what}.`, 'Alexa will say it out loud.'], 'Shall I set that?', pending, help)
    : ask([...first, `I can keep a reminder ${what}.`, 'Nothing rings here yet.'], 'Shall I keep it?', pending, help);
}

export function replyToSetReminder(turn: Turn, { wish, time }: PendingOf<'set-reminder'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are. That one isn’t set.');
  if (reply.kind === 'amount' && reply.minutes !== undefined) return offer(turn, { ...wish, leadMinutes: reply.minutes });
  return reply.kind === 'yes' ? setAgreed(turn, { wish, time }) : 'not-an-answer';
}
