import type { LanguageModelFile } from '../../skill/understand/index.ts';
import { offTopic, type MarkedSentence } from './marked-sentences.ts';
import { misheardCopy } from './misheard-copy.ts';
import { nearMisses } from './near-misses.ts';
import { filledSamples } from './filled-samples.ts';
import { randomFrom } from './softmax.ts';

/** One sentence to teach with: what it means, and how much it counts. */
export interface Sentence { readonly intent: string; readonly text: string; readonly worth: number }

/** Everything taught: the model's own samples with their slots filled, what people said, near misses, and some of it misheard. */
export function sentencesToTeach(model: LanguageModelFile, said: readonly MarkedSentence[]): readonly Sentence[] {
  const random = randomFrom(20261201);
  const plain: readonly Sentence[] = [
    ...filledSamples(model, random).map(({ intent, text }) => ({ intent, text, worth: 1 })),
    ...said.map(({ intent, text }) => ({ intent, text, worth: 1 })),
    ...nearMisses(random).map((text) => ({ intent: offTopic, text, worth: 0.5 })),
  ];
  const vocabulary = [...new Set(plain.flatMap(({ text }) => text.split(' ')))];
  const misheard = misheardCopy(vocabulary, random);
  return [...plain, ...plain.map(({ intent, text, worth }) => ({ intent, text: misheard(text), worth: worth / 2 }))];
}
