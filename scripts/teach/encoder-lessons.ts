import wordLikeness from '../../skill/understand/word-likeness.json' with { type: 'json' };
import type { LanguageModelFile } from '../../skill/understand/index.ts';
import { wordsOf } from '../../skill/heard/words.ts';
import { filledSamples } from './filled-samples.ts';
import { sentencesToTeach } from './lessons.ts';
import type { MarkedSentence } from './marked-sentences.ts';
import { randomFrom } from './softmax.ts';

/** What the sentence encoder is taught with, as `scripts/teach/encoder/teach.py` reads it. */
export interface EncoderLessons {
  readonly sentences: readonly { readonly text: string; readonly misheard: string; readonly intent: string; readonly worth: number }[];
  /** Words that its vocabulary is to know beside those taught. */
  readonly words: string;
}

/**
 * What people said, near misses and both misheard, as plain words. None that is a sample of the model to the word: samples are known without it, and
 * so it can be measured how a sample fares that was left out (`npm run bench -- samples`).
 */
export function encoderLessons(model: LanguageModelFile, said: readonly MarkedSentence[]): EncoderLessons {
  const samples = new Set(filledSamples(model, randomFrom(20261201)).map(({ text }) => plainWords(text)));
  const all = sentencesToTeach(model, said);
  const misheard = all.slice(all.length / 2);
  const sentences = all.slice(0, all.length / 2).map(({ intent, text, worth }, place) => ({ intent, text: plainWords(text), misheard: plainWords(misheard[place]?.text ?? text), worth }));
  return { sentences: sentences.filter(({ text }) => text !== '' && !samples.has(text)), words: wordLikeness.words.split(' ').slice(0, wordsKnown).join(' ') };
}

/** The commonest of English. */
const wordsKnown = 16_000;

function plainWords(text: string): string {
  return wordsOf(text).map((word) => word.text).join(' ');
}
