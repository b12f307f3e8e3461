import type { Answer } from '../answer.ts';
import { tell } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { bringUp } from './bring-up.ts';
import { usualHelp } from './launch.ts';
import { takeUpDue } from './on-the-way.ts';

/** A question that a misunderstanding got in the way of comes back before anything else is offered; a "no" on the way is not goodbye. */
function isDue({ intent, memory: { aside } }: Turn, { ask, isGoodbye, aside: became }: Answer): boolean {
  return aside?.isDue === true && ask === undefined && became === undefined && (isGoodbye !== true || intent === 'AMAZON.NoIntent');
}

function withoutGoodbye({ isGoodbye: _, ...answer }: Answer): Answer {
  return answer;
}

/**
 * In the middle of a talk a bare statement would shut the microphone on the person, so one short question follows it.
 * A single question asked in passing is answered and left at that.
 */
export async function offerMore(turn: Turn, answer: Answer): Promise<Answer> {
  const due = isDue(turn, answer) ? await takeUpDue(turn, [...answer.tell, 'Back to where we were.']) : undefined;
  if (due !== undefined) return { ...withoutGoodbye(answer), ...due };
  if (answer.ask !== undefined || answer.isGoodbye === true || turn.isFirst) return answer;
  const whole = await bringUp(turn, answer) ?? answer;
  return { ...whole, ask: whole.ask ?? { words: 'Anything else?', pending: { kind: 'anything-else' }, reprompt: `${usualHelp} Or say stop.` } };
}

export function replyToAnythingElse(_turn: Turn, _pending: PendingOf<'anything-else'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind !== 'yes') return 'not-an-answer';
  return { tell: [], ask: { words: 'What would you like?', pending: { kind: 'anything-else' }, reprompt: usualHelp } };
}
