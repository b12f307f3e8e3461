import type { Answer } from '../answer.ts';
import { isCarriable, type Memory } from '../memory.ts';
import { canBeCorrected } from '../corrected.ts';
import type { Turn } from '../turn.ts';
import { asideAfter, taskOf } from './aside.ts';
import { wordsFor } from './intent-words.ts';

/** What is remembered for the next turn: who, the open question, what was said last, what was asked, what was left lying. */
export function remember(turn: Turn, answer: Answer): Memory {
  const { memory, record } = turn;
  const last = lastAfter(memory, answer);
  const asked = askedAfter(turn, answer);
  const aside = asideAfter(turn, answer);
  const pinPassed = memory.pinPassed === true || answer.pinPassed === true;
  return {
    council: record.councilId,
    person: record.personId,
    misses: answer.isMiss === true ? memory.misses + 1 : 0,
    ...(answer.ask !== undefined && { pending: answer.ask.pending }),
    ...((answer.focus ?? memory.focus) !== undefined && { focus: { ...memory.focus, ...answer.focus } }),
    ...(last !== undefined && { last }),
    ...(asked !== undefined && isCarriable(asked) && { asked }),
    ...(aside !== undefined && isCarriable(aside) && { aside }),
    ...(pinPassed && { pinPassed }),
    ...((memory.hasNudged === true || answer.hasNudged === true) && { hasNudged: true }),
    ...((memory.isGreeted === true || answer.isGreeted === true) && { isGreeted: true }),
  };
}

/** The words of the question are always those of the open one; the facts are those worth repeating. */
function lastAfter({ last, pending }: Memory, answer: Answer): Memory['last'] {
  const question = answer.ask === undefined ? {} : { words: answer.ask.words, reprompt: answer.ask.reprompt };
  const isSameAgain = answer.isMiss === true && last !== undefined && (answer.ask === undefined || answer.ask.pending.kind === pending?.kind);
  if (isSameAgain) return { ...last, ...question };
  return { tell: answer.tell, ...question, ...(answer.screen !== undefined && { screen: answer.screen }), ...(answer.facts !== undefined && { facts: answer.facts }) };
}

/** The last thing asked of us. Once it is done or left there is nothing in it to put right. */
function askedAfter({ intent, slots, memory }: Turn, answer: Answer): Memory['asked'] {
  if (answer.answers !== undefined) return answer.answers;
  if (wordsFor(intent) !== undefined) return { intent, slots: canBeCorrected(intent) ? slots : {} };
  const isOver = memory.pending !== undefined && taskOf(memory.pending) !== undefined && (answer.ask === undefined || taskOf(answer.ask.pending) === undefined) && answer.isDetour !== true;
  return isOver ? undefined : memory.asked;
}
