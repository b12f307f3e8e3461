import type { HeardTurn } from '../../models/figures/index.ts';
import type { Answer } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { wordsFor } from './intent-words.ts';

/** What a turn was taken for, and how that went, to be counted: never a word of what was said. Opening, and pressing on a screen, are no turns of talk: undefined. */
export function heardTurn({ intent, today, memory }: Turn, { isMiss, answers }: Answer): HeardTurn | undefined {
  if (intent === 'Launch' || intent === 'ChooseIntent') return undefined;
  const subject = answers?.intent ?? intent;
  const isSubject = wordsFor(subject) !== undefined;
  const how = isMiss !== true ? (memory.misses > 0 ? 'mended' : 'understood') : intent === 'AMAZON.FallbackIntent' ? 'fallback' : 'asked-again';
  return { on: today, how, ...(isSubject && { intent: subject }) };
}
