import type { Answer } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { launch } from './launch.ts';

/** "What did you say?" The same facts, and the same question left open. */
export function repeat(turn: Turn): Answer {
  const { last, pending } = turn.memory;
  if (last === undefined) return launch(turn);
  const isOpen = last.words !== undefined && last.reprompt !== undefined && pending !== undefined;
  return {
    tell: last.tell,
    ...(isOpen && { ask: { words: last.words, reprompt: last.reprompt, pending } }),
    ...(last.screen !== undefined && { screen: last.screen }),
  };
}
