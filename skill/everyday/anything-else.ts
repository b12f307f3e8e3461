import { nudgeAboutMoney } from '../budget/taken-back.ts';
import type { Answer } from '../answer.ts';
import { tell } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { usualHelp } from './launch.ts';

const offers = ['Anything else?', 'Is there anything else?'] as const;

/**
 * In the middle of a talk a bare statement would shut the microphone on the person, so one short question follows it.
 * A single question asked in passing is answered and left at that.
 */
export function offerMore(turn: Turn, answer: Answer): Answer {
  if (answer.ask !== undefined || answer.isGoodbye === true || turn.isFirst) return answer;
  const nudge = nudgeAboutMoney(turn, answer);
  if (nudge !== undefined) return nudge;
  const words = offers[turn.services.random(offers.length)] ?? offers[0];
  return { ...answer, ask: { words, pending: { kind: 'anything-else' }, reprompt: `${usualHelp} Or say stop.` } };
}

export function replyToAnythingElse(_turn: Turn, _pending: PendingOf<'anything-else'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind !== 'yes') return 'not-an-answer';
  return { tell: [], ask: { words: 'What would you like?', pending: { kind: 'anything-else' }, reprompt: usualHelp } };
}
