import type { ModelIntent } from './language-model.ts';
import { searchQuery } from './slot-types.ts';
import { wordsOf } from './words.ts';

/** A sample of the model, cut into words and slots: "cancel {day}'s visit" is "cancel", a day, "visit". */
export interface Sample { readonly intent: ModelIntent; readonly text: string; readonly parts: readonly Part[] }
export type Part = { readonly word: string } | { readonly slot: string; readonly type: string };

export function samplesOf(intents: readonly ModelIntent[]): readonly Sample[] {
  return intents.flatMap((intent) => {
    const types = new Map((intent.slots ?? []).map(({ name, type }) => [name, type]));
    return intent.samples.map((text) => ({ intent, text, parts: partsOf(text, types) }));
  });
}

function partsOf(sample: string, types: ReadonlyMap<string, string>): readonly Part[] {
  return sample.split(/(\{\w+\}(?:'s)?)/).flatMap((piece): Part[] => {
    const slot = /^\{(\w+)\}/.exec(piece)?.[1];
    return slot === undefined ? wordsOf(piece).map(({ text }) => ({ word: text })) : [{ slot, type: types.get(slot) ?? searchQuery }];
  });
}
