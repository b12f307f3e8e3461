import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { firstToCall } from '../household/first-to-call.ts';
import { leaveWordFor } from '../message/leave-word.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { simplerFromNowOn } from '../speech-passport/simpler.ts';
import { phone, say } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';

/** Not understood: first a choice of three, then of two in simpler words, then a person. Never the same words twice. */
export function didNotCatch(turn: Turn): Answer | Promise<Answer> {
  if (turn.memory.misses === 0) return missed('I didn’t catch that.', 'You can ask about your visits, your budget, or finding help. Which is it?');
  if (turn.memory.misses === 1) return simplerFromNowOn(turn, missed('Sorry, still not clear to me.', 'Is it visits, or budget?'));
  return tryAnotherWay(turn);
}

function missed(sorry: string, question: string): Answer {
  return {
    ...ask([sorry], question, { kind: 'visits-or-budget' }, 'You could say: who’s coming today. Or: how much have I got.'),
    isMiss: true,
  };
}

function tryAnotherWay(turn: Turn): Answer {
  const { household } = turn.record;
  const ring = say`You can ring the care line on ${phone(household.council.careLinePhone)}.`;
  const relative = firstToCall(household);
  if (relative === undefined) return { ...tell('Let’s try another way.', ring), isMiss: true, isGoodbye: true };
  return {
    ...ask(
      ['Let’s try another way.', ring], `Would you like me to ask ${relative.name} to call you?`,
      { kind: 'call-me', memberId: relative.id }, `Say yes please, and I’ll leave word for ${relative.name}.`,
    ),
    isMiss: true,
  };
}

/** "Visits", "budget", "the first one" after we did not catch something. */
export function replyToVisitsOrBudget(turn: Turn, _pending: PendingOf<'visits-or-budget'>, reply: Reply): Promise<Answer> | 'not-an-answer' {
  const position = reply.kind === 'choice' ? reply.position : reply.kind === 'amount' ? reply.number : undefined;
  const intent = [undefined, 'WhoIsComingIntent', 'BudgetLeftIntent', 'FindServiceIntent'][position ?? 0];
  return intent === undefined ? 'not-an-answer' : turn.dialogue.answer(asIf(turn, intent, {}));
}

export function replyToCallMe(turn: Turn, { memberId }: PendingOf<'call-me'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind !== 'yes') return 'not-an-answer';
  return carryOut(turn, (now) => leaveWordFor(now, memberId, 'Please ring', 'Asked you to ring, please.'));
}
