import type { Answer } from '../answer.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { wordingOfTheDay } from '../words/index.ts';

/** The same answer with the day's turns of phrase: only what stands around the facts changes, never a fact or its place. */
export function vary(turn: Turn, answer: Answer): Answer {
  const worded = (line: Line) => (typeof line === 'string' ? wordingOfTheDay(line, turn.record.personId, turn.today) : line);
  return { ...answer, tell: answer.tell.map(worded), ...(answer.ask !== undefined && { ask: { ...answer.ask, words: worded(answer.ask.words) } }) };
}
