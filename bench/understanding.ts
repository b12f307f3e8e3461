import model from '../models/en-GB.json' with { type: 'json' };
import { learn } from '../scripts/teach/learn.ts';
import { sentencesToTeach } from '../scripts/teach/lessons.ts';
import { readMarkedSentences, type MarkedSentence } from '../scripts/teach/marked-sentences.ts';
import { loadUnderstanding, type Understanding } from '../skill/understand/index.ts';
import { table } from './figures.ts';
import { measure, type Kind, type Measured, type Share } from './understanding/measure.ts';

/** How well we understand: people we were never taught, and people left out one after another while we are taught the rest. */
export function understanding(): Promise<void> {
  const taught = readMarkedSentences(new URL('../skill/understand/taught/', import.meta.url));
  const unseen = readMarkedSentences(new URL('../test/understand/unseen/', import.meta.url));
  const from = performance.now();
  const ours = loadUnderstanding(model);
  const loading = performance.now() - from;
  const everybody = measured(ours, unseen, taught);
  const rows = [['unseen people', ...figuresOf(everybody)]];
  for (const person of leftOut) {
    const others = taught.filter((sentence) => sentence.person !== person);
    const without = loadUnderstanding(model, learn(model, sentencesToTeach(model, others), others));
    rows.push([`development: ${person} left out`, ...figuresOf(measured(without, taught.filter((sentence) => sentence.person === person), others))]);
  }
  table(`Understanding, ${taught.length} sentences taught; no sentence counted that was taught`, ['said by', ...kinds, 'slots right'], rows);
  table('What its confidence means, unseen people', ['confidence', 'right', 'sentences'], everybody.calibration.flatMap(({ right, all }, tenth) => (all === 0 ? [] : [[`${tenth / 10} to ${(tenth + 1) / 10}`, share({ right, all }), String(all)]])));
  table('Taken for another most often, unseen people', ['meant > heard', 'times'], confusions(everybody).slice(0, 20).map(([pair, times]) => [pair, String(times)]));
  table('The hardest twenty: surest where it was wrong', ['sentence', 'meant > heard', 'confidence'], everybody.misses.toSorted((one, other) => other.confidence - one.confidence).slice(0, 20)
    .map(({ sentence, heard, confidence }) => [sentence.text, `${sentence.intent} > ${heard}`, confidence.toFixed(2)]));
  const sorted = everybody.milliseconds.toSorted((one, other) => one - other);
  table('Time', ['loading, ms', 'a sentence p50, ms', 'p99, ms'], [[loading.toFixed(0), (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2), (sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(2)]]);
  return Promise.resolve();
}

/** Two of very different speech; teaching takes half a minute each. */
const leftOut = ['jack', 'kieran'];
const kinds: readonly Kind[] = ['everyday', 'hard', 'off topic left alone', 'distress caught', 'ordinary talk not taken for distress'];

function measured(ours: Understanding, sentences: readonly MarkedSentence[], taught: readonly MarkedSentence[]): Measured {
  const known = new Set(taught.map(({ text }) => text));
  return measure(ours, sentences.filter(({ text }) => !known.has(text)), () => performance.now());
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
