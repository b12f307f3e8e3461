import type { Answer, Question } from '../answer.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';

type Remembering = Pick<Turn, 'memory'>;

/** The question that is open now, as it was asked; undefined when there is none, or only "Anything else?". */
export function openQuestion(turn: Remembering): Question | undefined {
  return turn.memory.pending?.kind === 'anything-else' ? undefined : anyQuestion(turn);
}

/** Something short said, and whatever was being asked asked again. */
export function keepOpen(turn: Remembering, ...first: readonly Line[]): Answer {
  const question = anyQuestion(turn);
  return { tell: first, ...(question !== undefined && { ask: question }) };
}

function anyQuestion({ memory: { pending, last } }: Remembering): Question | undefined {
  return pending === undefined || last?.words === undefined || last.reprompt === undefined ? undefined : { words: last.words, reprompt: last.reprompt, pending };
}
