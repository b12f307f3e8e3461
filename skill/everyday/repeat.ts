import type { Answer } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { launch } from './launch.ts';
import { keepOpen } from './open-question.ts';

/** "What did you say?" The same facts, and the same question left open. */
export function repeat(turn: Turn): Answer | Promise<Answer> {
  const { last } = turn.memory;
  if (last === undefined) return launch(turn);
  return { ...keepOpen(turn, ...last.tell), ...(last.screen !== undefined && { screen: last.screen }), ...(last.facts !== undefined && { facts: last.facts }) };
}
