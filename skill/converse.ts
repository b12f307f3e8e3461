import type { Answer } from './answer.ts';
import { offerMore } from './everyday/anything-else.ts';
import { didNotCatch } from './everyday/fallback.ts';
import { askIsThatRight, isUnsure } from './everyday/is-that-right.ts';
import { answerNothingAsked } from './everyday/nothing-asked.ts';
import { guardPrivacy } from './household/private-answers.ts';
import { intents } from './intents.ts';
import { ownEntry } from './own-entry.ts';
import { replyIn, type TakeReply } from './replies.ts';
import { replyTable } from './reply-table.ts';
import type { Pending } from './pending-question.ts';
import type { Dialogue, Turn } from './turn.ts';

/** One turn: what was said becomes an answer. A question left open is answered first; a change of subject is always allowed. */
export async function converse(turn: Turn): Promise<Answer> {
  return offerMore(turn, await answerFor(turn));
}

/** The dialogue as its parts may use it: to answer as if something else had been said, or a question anew. */
export const dialogue: Dialogue = {
  answer: (turn) => answerFor(turn),
  reply: async (turn, pending, reply) => (ownEntry(replyTable, pending.kind) as TakeReply<Pending['kind']> | undefined)?.(turn, pending, reply) ?? 'not-an-answer',
};

async function answerFor(turn: Turn): Promise<Answer> {
  const intent = ownEntry(intents, turn.intent);
  if (intent?.isAlwaysHeard === true) return intent.answer(turn);
  const reply = replyIn(turn);
  if (reply !== undefined) {
    const { pending } = turn.memory;
    const taken = pending === undefined ? 'not-an-answer' : await dialogue.reply(turn, pending, reply);
    return taken === 'not-an-answer' ? answerNothingAsked(turn, reply) : taken;
  }
  if (intent === undefined) return didNotCatch(turn);
  if (isUnsure(turn)) return askIsThatRight(turn);
  return (intent.isPrivate === true ? guardPrivacy(turn) : undefined) ?? intent.answer(turn);
}
