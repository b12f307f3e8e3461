import type { Finder, Found } from './found.ts';
import type { ModelIntent } from './language-model.ts';
import { roughCountAt } from './numbers.ts';
import { countAt } from '../words/counts.ts';
import type { Word } from '../heard/words.ts';

/** Amazon has no slot for money, so the model's is a number; here it is told from other numbers by the word that follows. */
export const money = 'POUNDS';

/** "About thirty quid" is 30, "a tenner" 10. The word for the money stays outside, as it does in the samples. */
export const findPounds: Finder = (words, at) => poundsAt(words, at);

function poundsAt(words: readonly Word[], at: number): readonly Found[] {
  const slang = notes.get(words[at]?.text ?? '');
  if (slang !== undefined) return [{ to: at + 1, value: slang }];
  return [roughCountAt(words, at), countAt(words, at)]
    .filter((each) => each !== undefined)
    .filter(({ to }) => words[to]?.text === 'pounds')
    .slice(0, 1);
}

/** An intent whose sums of money are looked for as such. */
export function withMoney(intent: ModelIntent): ModelIntent {
  return intent.slots?.some(({ name }) => name === 'pounds') !== true ? intent
    : { ...intent, slots: intent.slots.map((slot) => (slot.name === 'pounds' ? { ...slot, type: money } : slot)) };
}

const notes: ReadonlyMap<string, string> = new Map([['fiver', '5'], ['tenner', '10']]);
