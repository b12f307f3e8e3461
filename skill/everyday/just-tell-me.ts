import type { Answer, FactName } from '../answer.ts';
import type { Memory } from '../memory.ts';
import { ownEntry } from '../own-entry.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { launch } from './launch.ts';
import { keepOpen } from './open-question.ts';

/** "Just tell me the time." That one fact of what was last said, or else its first sentence; what was being asked stays open. */
export function justTellMe(turn: Turn): Answer | Promise<Answer> {
  const { last } = turn.memory;
  if (last === undefined) return launch(turn);
  const fact = ownEntry(last.facts ?? {}, turn.slots['fact']?.id as FactName | undefined);
  return { ...keepOpen(turn, ...(fact === undefined ? shortest(last) : [fact])), ...(last.facts !== undefined && { facts: last.facts }), ...(last.screen !== undefined && { screen: last.screen }) };
}

/** An answer in its shortest form. */
export function shortest({ facts, tell }: NonNullable<Memory['last']>): readonly Line[] {
  const [first] = tell;
  const line = facts?.['in-short'] ?? (typeof first === 'string' ? /^.*?[.?!](?=\s|$)/.exec(first)?.[0] ?? first : first);
  return line === undefined ? [] : [line];
}
