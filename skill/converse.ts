import type { Answer } from './answer.ts';
import { offerMore } from './everyday/anything-else.ts';
import { didNotCatch } from './everyday/fallback.ts';
import { askIsThatRight, isUnsure } from './everyday/is-that-right.ts';
import { taskOf } from './everyday/aside.ts';
import { askOnceMore, yesIn } from './everyday/clear-yes.ts';
import { correct } from './everyday/correct.ts';
import { answerNothingAsked } from './everyday/nothing-asked.ts';
import { vary } from './everyday/vary.ts';
import { namedOfTwo } from './everyday/which-of-two.ts';
import { guardPrivacy } from './household/private-answers.ts';
import { intents } from './intents.ts';
import { ownEntry } from './own-entry.ts';
import { replyIn, type TakeReply } from './replies.ts';
import { replyTable } from './reply-table.ts';
import type { Pending, Reply } from './pending-question.ts';
import type { Dialogue, Turn } from './turn.ts';

/** One turn: what was said becomes an answer. A question left open is answered first; a change of subject is always allowed. */
export async function converse(turn: Turn): Promise<Answer> {
  const taken = (await namedOfTwo(turn)) ?? (await takenAsReply(turn));
  return vary(turn, await offerMore(turn, taken ?? { ...(await otherwise(turn)), isDetour: true }));
}

/** The dialogue as its parts may use it: to answer as if something else had been said, or a question anew. */
export const dialogue: Dialogue = {
  answer: (turn) => answerFor(turn),
  reply: async (turn, pending, reply) => (ownEntry(replyTable, pending.kind) as TakeReply<Pending['kind']> | undefined)?.(turn, pending, reply) ?? 'not-an-answer',
};

async function answerFor(turn: Turn): Promise<Answer> {
  return (await takenAsReply(turn)) ?? otherwise(turn);
}

/** The answer to our open question, or to the one a misunderstanding got in the way of; undefined when this was none. */
async function takenAsReply(turn: Turn): Promise<Answer | undefined> {
  if (ownEntry(intents, turn.intent)?.isAlwaysHeard === true) return undefined;
  const reply = replyIn(turn);
  if (reply === undefined) return undefined;
  const { pending, aside } = turn.memory;
  const taken = pending === undefined ? 'not-an-answer' : await replyTo(turn, pending, reply);
  if (taken !== 'not-an-answer') return taken;
  const toAside = aside?.isDue === true && carriesAValue.includes(reply.kind) ? await replyTo(turn, aside.pending, reply) : 'not-an-answer';
  return toAside === 'not-an-answer' ? undefined : toAside;
}

/** A bare yes or no is only ever to the question asked last. */
const carriesAValue: readonly Reply['kind'][] = ['day', 'time', 'amount', 'choice', 'pin', 'meant'];

/** What spends, changes or tells is done on a clear yes alone. */
async function replyTo(turn: Turn, pending: Pending, reply: Reply): Promise<Answer | 'not-an-answer'> {
  const yes = yesIn(turn, pending, reply);
  if (yes === 'unclear') return askOnceMore(turn, pending);
  const isInOtherWords = yes === 'clear' && pending.kind !== 'not-enough' && pending.kind !== 'say-pin';
  return dialogue.reply(turn, pending, isInOtherWords ? { kind: 'yes' } : reply);
}

/** "Next week", where one day is wanted. */
function isTooVague({ memory: { pending } }: Turn, reply: Reply): boolean {
  return reply.kind === 'day' && reply.day === undefined && reply.partOfDay === undefined && reply.time === undefined && pending !== undefined && taskOf(pending) !== undefined;
}

async function otherwise(turn: Turn): Promise<Answer> {
  const intent = ownEntry(intents, turn.intent);
  if (intent?.isAlwaysHeard === true) return intent.answer(turn);
  const reply = replyIn(turn);
  if (reply !== undefined && isTooVague(turn, reply)) return didNotCatch(turn);
  if (reply !== undefined) return (await correct(turn, reply)) ?? answerNothingAsked(turn, reply);
  if (intent === undefined) return didNotCatch(turn);
  if (isUnsure(turn)) return askIsThatRight(turn);
  return (intent.isPrivate === true ? guardPrivacy(turn) : undefined) ?? intent.answer(turn);
}
