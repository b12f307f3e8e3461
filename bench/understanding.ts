import model from '../models/en-GB.json' with { type: 'json' };
import { sentenceEncoder, warmSentenceEncoder } from '../lambda/understanding/sentence-encoder.ts';
import { randomFrom } from '../scripts/teach/softmax.ts';
import { readMarkedSentences, type MarkedSentence } from '../scripts/teach/marked-sentences.ts';
import { loadUnderstanding, type Understanding } from '../skill/understand/index.ts';
import { table } from './figures.ts';
import { leaveSamplesOut } from './understanding/left-out-samples.ts';
import { misheard } from './understanding/speech-errors.ts';
import { measure, type Kind, type Measured, type Share } from './understanding/measure.ts';

/** How well we understand people whose sentences were never taught, to the words or to the encoder. */
export async function understanding(): Promise<void> {
  const taught = readMarkedSentences(new URL('../skill/understand/taught/', import.meta.url));
  const unseen = readMarkedSentences(new URL('../test/understand/unseen/', import.meta.url));
  const from = performance.now();
  const ours = loadUnderstanding(model, sentenceEncoder);
  await warmSentenceEncoder();
  const loading = performance.now() - from;
  const everybody = await measured(ours, unseen, taught);
  const rows = [['unseen people', ...figuresOf(everybody)]];
  table(`Understanding, ${taught.length} sentences taught; no sentence counted that was taught`, ['said by', ...kinds, 'slots right'], rows);
  table('The same, misheard: one word in ten and one in five wrong, dropped or sounding like another', ['said by', ...kinds, 'slots right'], await Promise.all([10, 20].map(async (words) => [`unseen people, ${words} in a hundred`, ...figuresOf(await measured(ours, unseen, taught, poorLine(words)))])));
  table('Distress, and ordinary talk taken for it, unseen people', ['sentences', 'told of at once', 'asked about first', 'all'], Object.entries(everybody.levels).map(([name, { told, asked }]) => [name, share(told), share(asked), String(told.all)]));
  table('What its confidence means, unseen people', ['confidence', 'right', 'sentences'], everybody.calibration.flatMap(({ right, all }, tenth) => (all === 0 ? [] : [[`${tenth / 10} to ${(tenth + 1) / 10}`, share({ right, all }), String(all)]])));
  table('Taken for another most often, unseen people', ['meant > heard', 'times'], confusions(everybody).slice(0, 20).map(([pair, times]) => [pair, String(times)]));
  table('The hardest twenty: surest where it was wrong', ['sentence', 'meant > heard', 'confidence'], everybody.misses.toSorted((one, other) => other.confidence - one.confidence).slice(0, 20)
    .map(({ sentence, heard, confidence }) => [sentence.text, `${sentence.intent} > ${heard}`, confidence.toFixed(2)]));
  const sorted = everybody.milliseconds.toSorted((one, other) => one - other);
  table('Time', ['loading, ms', 'a sentence p50, ms', 'p99, ms'], [[loading.toFixed(0), (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2), (sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(2)]]);
}

const kinds: readonly Kind[] = ['everyday', 'hard', 'off topic left alone', 'distress caught', 'ordinary talk not taken for distress'];

/** A line on which so many words in a hundred go wrong, always the same ones. */
function poorLine(wordsInAHundred: number): (text: string) => string {
  const random = randomFrom(wordsInAHundred);
  return (text) => misheard(text, wordsInAHundred, random);
}

async function measured(ours: Understanding, sentences: readonly MarkedSentence[], taught: readonly MarkedSentence[], altered?: (text: string) => string): Promise<Measured> {
  const known = new Set(taught.map(({ text }) => text));
  return measure(ours, sentences.filter(({ text }) => !known.has(text)), () => performance.now(), altered);
}

function figuresOf({ shares, slots }: Measured): readonly string[] {
  return [...kinds.map((kind) => `${share(shares[kind])} of ${shares[kind].all}`), share(slots)];
}

function share({ right, all }: Share): string {
  return all === 0 ? '-' : `${((100 * right) / all).toFixed(1)}%`;
}

function confusions({ misses }: Measured): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { sentence, heard } of misses) counts.set(`${sentence.intent} > ${heard}`, (counts.get(`${sentence.intent} > ${heard}`) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Whether the model's samples hold together: each still heard for its intent when it is left out. */
export async function samples(): Promise<void> {
  const taught = readMarkedSentences(new URL('../skill/understand/taught/', import.meta.url));
  const { share: kept, lost } = await leaveSamplesOut(model, taught);
  table('Samples left out of the model, a tenth at a time', ['still heard for their intent'], [[`${share(kept)} of ${kept.all}`]]);
  table('Where another intent took them', ['sample', 'meant > heard'], lost.slice(0, 40).map(({ sample, meant, heard }) => [sample, `${meant} > ${heard}`]));
}
