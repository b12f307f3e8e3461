import type { ModelIntent } from './language-model.ts';
import { searchQuery } from './slot-types.ts';
import { wordsOf } from '../heard/words.ts';

/** A sample of the model, cut into words and slots: "cancel {day}'s visit" is "cancel", a day, "visit". */
export interface Sample { readonly intent: ModelIntent; readonly text: string; readonly parts: readonly Part[] }
type Part = { readonly word: string } | { readonly slot: string; readonly type: string };

export function samplesOf(intents: readonly ModelIntent[]): readonly Sample[] {
  return intents.flatMap((intent) => {
    const types = new Map((intent.slots ?? []).map(({ name, type }) => [name, type]));
    return intent.samples.map((text) => ({ intent, text, parts: partsOf(text, types) }));
  });
}

/** A slot is a word like any other while the sample is cut up, so that the words around it are read as in a whole sentence. */
function partsOf(sample: string, types: ReadonlyMap<string, string>): readonly Part[] {
  const slots: string[] = [];
  const plain = sample.replaceAll(/\{(\w+)\}(?:'s)?/g, (_, slot: string) => ` slot${slots.push(slot) - 1} `);
  return wordsOf(plain).map(({ text }) => {
    const slot = text.startsWith('slot') ? slots[Number(text.slice(4))] : undefined;
    return slot === undefined ? { word: text } : { slot, type: types.get(slot) ?? searchQuery };
  });
}
