import { score } from './classifier.ts';
import type { Found } from './found.ts';
import type { Learned } from './learned.ts';
import type { ModelType } from './language-model.ts';
import { familiesIn } from './word-families.ts';
import { stemOf } from './stem.ts';

/** The class of sentences that mean no value at all. */
export const noValue = '-';
/** Below this a value is not taken as meant: we ask. */
const sureEnough = 0.55;

/** The value of a slot that is meant without being named: "me grass is up to me armpits" is about gardening. Undefined when it is not plain enough. */
export function meantValue({ meant }: Learned, slot: string, type: ModelType, words: readonly string[]): Found | undefined {
  const classes = meant[slot];
  const [best] = classes === undefined ? [] : score(classes, meaningFeatures(words));
  const value = type.values.find(({ id }) => id === best?.name);
  if (best === undefined || value === undefined || best.probability < sureEnough) return undefined;
  return { to: words.length, value: value.name.value, match: { id: value.id, name: value.name.value, isDynamic: false } };
}

/** What a meaning is told by: the words, their stems, pairs of neighbours and families of words that mean alike. */
export function meaningFeatures(words: readonly string[]): readonly string[] {
  return [...new Set([
    ...words.flatMap((word, place) => [`w:${word}`, `s:${stemOf(word)}`, ...(place > 0 ? [`W:${words[place - 1] ?? ''} ${word}`] : [])]),
    ...familiesIn(words).map((family) => `F:${family}`),
  ])];
}
