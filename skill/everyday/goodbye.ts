import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { Turn } from '../turn.ts';
import { stoppedWellbeing } from '../outcome/wellbeing.ts';
import { usualHelp } from './launch.ts';
import { keepOpen, openQuestion } from './open-question.ts';

export const stop = (turn: Turn) => leave(turn, 'Goodbye for now.');
export const cancel = (turn: Turn) => leave(turn, 'I’ve left it as it is.');

/** Leaves whatever was being asked, and does none of it; nor is it brought up again another time. */
function leave(turn: Turn, words: string): Answer | Promise<Answer> {
  const stopped = stoppedWellbeing(turn);
  if (stopped !== undefined) return stopped;
  const left: Answer = { ...tell(words), isGoodbye: true };
  if (turn.record.unfinished === undefined || openQuestion(turn) === undefined) return left;
  return carryOut(turn, () => ({ answer: left, change: { unfinished: null, audit: [{ action: 'unfinished-forgotten', by: 'person', about: 'unfinished' }] } }));
}

/** Thanks in the middle of something is not goodbye. */
export function thankYou(turn: Turn): Answer {
  return openQuestion(turn) === undefined ? { ...tell('You’re welcome.'), isGoodbye: true } : keepOpen(turn, 'You’re welcome.');
}

/** "Hang on a minute." Nobody is hurried, and the question waits. */
export function wait(turn: Turn): Answer {
  return openQuestion(turn) === undefined ? ask(['Take your time.'], 'What would you like?', { kind: 'anything-else' }, usualHelp) : keepOpen(turn, 'Take your time.');
}
