import { ask, tell, type Answer, type Question } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { guardPrivacy, isGuarded } from '../household/private-answers.ts';
import type { Pending, PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { localDate } from '../../models/shared/index.ts';
import { putAfresh, takeUpDue, whatWeWereDoing } from './on-the-way.ts';
import { keepOpen, openQuestion } from './open-question.ts';
import { after } from './short-enough.ts';

const keptForHours = 24;

/** What was on its way when the talk broke off, if that was within a day: "I hadn't sent it. Shall I go on with that, or leave it?" */
export async function takeUpAgain(turn: Turn): Promise<Answer | undefined> {
  const { unfinished } = turn.record;
  if (unfinished === undefined || turn.now - unfinished.at > keptForHours * 3_600_000) return undefined;
  const question = unfinished.data as Pending;
  // Words of an earlier day, such as "tomorrow", are made anew.
  const isOfToday = localDate(unfinished.at, turn.zone) === turn.today;
  const what = isOfToday ? unfinished.what : (await whatWeWereDoing(turn, question)) ?? unfinished.what;
  const facts = [`Earlier we were ${what}.`, sent.includes(question.kind) ? 'I hadn’t sent it.' : 'We hadn’t finished.'];
  const pending = { kind: 'take-up-again' as const, question };
  return question.kind === 'send-request'
    ? ask(facts, 'Shall I send it now, or leave it?', pending, 'Say yes please and I’ll send it, or leave it and I’ll forget it.')
    : ask(facts, 'Shall I go on with that, or leave it?', pending, 'Say yes please and we’ll carry on, or leave it and I’ll forget it.');
}

const sent: readonly Pending['kind'][] = ['send-request', 'send-cancel', 'send-move', 'move-to-when', 'which-visit', 'how-many', 'which-day', 'ask-twice', 'not-enough'];

/** "Where were we?" The open question, then what was left for something else, then what an earlier talk broke off. */
export async function resume(turn: Turn): Promise<Answer> {
  const open = openQuestion(turn);
  const isForNumbers = open?.pending.kind === 'say-pin';
  if (isForNumbers && isGuarded(turn)) return keepOpen(turn, 'I had just asked you something.');
  return (await guardPrivacy(turn)) ?? whereWeWere(turn, isForNumbers ? undefined : open);
}

async function whereWeWere(turn: Turn, open: Question | undefined): Promise<Answer> {
  if (open !== undefined && open.pending.kind !== 'send-request') {
    const what = await whatWeWereDoing(turn, open.pending);
    const afresh = what === undefined ? undefined : await putAfresh(turn, open.pending);
    if (afresh !== undefined && what !== undefined) return after(turn, [`We were ${what}.`], afresh);
  }
  const { aside } = turn.memory;
  const left = aside === undefined ? undefined : await whatWeWereDoing(turn, aside.pending);
  return (left === undefined ? undefined : await takeUpDue(turn, [`We were ${left}.`])) ?? (await takeUpAgain(turn)) ?? (open === undefined ? undefined : keepOpen(turn, 'I had just asked you something.')) ?? tell('We’d finished. There’s nothing waiting to be sent.');
}

/** A yes sends a request that was read back whole; anything else is gone on with, and read back again before it is done. */
export async function replyToTakeUpAgain(turn: Turn, { question }: PendingOf<'take-up-again'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return forget(turn);
  if (question.kind === 'send-request' || reply.kind !== 'yes') return turn.dialogue.reply(turn, question, reply);
  const afresh = await putAfresh(turn, question);
  if (afresh === undefined) return forget(turn);
  return isKeptAnew(afresh) ? afresh : carryOut(turn, () => ({ answer: afresh, change: { unfinished: null, audit: [{ action: 'unfinished-taken-up', by: 'person', about: question.kind }] } }));
}

const isKeptAnew = ({ ask: question }: Answer) => question?.pending.kind === 'send-request' || question?.pending.kind === 'not-enough';

function forget(turn: Turn): Promise<Answer> {
  return carryOut(turn, () => ({
    answer: tell('I’ve left it. Nothing was sent.'),
    change: { unfinished: null, audit: [{ action: 'unfinished-forgotten', by: 'person', about: 'unfinished' }] },
  }));
}
