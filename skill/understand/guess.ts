import { score, type Scored } from './classifier.ts';
import { hasSignOfDistress, isPlainTalk } from '../heard/distress.ts';
import { featuresOf } from './features.ts';
import { distress, somethingElse, type Knowledge } from './knowledge.ts';
import type { Spans } from './spans.ts';

/** What a sentence is likeliest to mean, most likely first; what is not ours stands among them as `somethingElse`. They add up to 1. */
export interface Likeliest { readonly scored: readonly Scored[]; readonly distress: HowDistressed }
/** Told at once, asked about first, or nothing of the kind. */
type HowDistressed = 'sure' | 'perhaps' | 'no';

/** By what was taught word by word and by what the encoder makes of the whole. */
export async function likeliest({ learned, encoder }: Knowledge, spans: Spans, expecting: readonly string[]): Promise<Likeliest> {
  const { words } = spans;
  const asAWhole = await encoder.likeliness(words.map(({ text }) => text).join(' '));
  const scored = shared(score(learned, featuresOf(spans, (word) => learned.knows(`w:${word}`))).map(({ name, probability }) => ({ name, probability: probability ** (words.length <= fewWords ? ofFewWordsShare : byWordsShare) * (asAWhole.get(name) ?? 0) * timesFor(name, spans, expecting) })))
    .toSorted((one, other) => other.probability - one.probability);
  return { scored, distress: howDistressed(scored, words, isMadeOfWords(spans, learned) || (asAWhole.get(distress) ?? 0) >= distressAsAWhole) };
}

function timesFor(name: string, { words }: Spans, expecting: readonly string[]): number {
  if (name === distress) return isPlainTalk(words) ? ofPlainTalk : 1;
  if (name === somethingElse) return elseTimes;
  return expecting.includes(name) ? expectedTimes(words.length) : 1;
}

function shared(weighed: readonly Scored[]): readonly Scored[] {
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0);
  return weighed.map(({ name, probability }) => ({ name, probability: total === 0 ? 0 : probability / total }));
}

/** Whether somebody may be in distress, by what was learnt and by the words: better asked one time too many than not told. */
function howDistressed(scored: readonly Scored[], words: Spans['words'], isInWords: boolean): HowDistressed {
  const likely = scored.find(({ name }) => name === distress)?.probability ?? 0;
  const isPlain = isPlainTalk(words);
  const { sure, perhaps } = hasSignOfDistress(words) && !isPlain ? withASign : withoutASign;
  if (likely >= sure) return 'sure';
  return likely >= perhaps && isInWords && !isPlain ? 'perhaps' : 'no';
}

/** Tried on people left out: one ordinary sentence in a hundred is told of, and two in a hundred are asked about. */
const withASign = { sure: 0.02, perhaps: 0.0005 };
const withoutASign = { sure: 0.15, perhaps: 0.004 };
const ofPlainTalk = 0.1;
/** What is no word that we know may be another language. */
const distressAsAWhole = 0.3;

function isMadeOfWords({ words }: Spans, learned: Knowledge['learned']): boolean {
  return words.filter(({ text }) => learned.knows(`w:${text}`)).length * 2 >= words.length;
}

/** How far what was taught word by word counts beside the encoder's judgement: it is surer of itself than it ought to be. */
const byWordsShare = 0.4;
/** Of so few words each tells more, and the whole less. */
const fewWords = 3;
const ofFewWordsShare = 0.7;

/** To leave something of ours alone costs a question; to take something else for it costs trust. */
const elseTimes = 80;

/** The shorter the answer, the more the question decides what it means. */
function expectedTimes(words: number): number {
  return words <= 5 ? 8 : 3;
}

/** Those of ours, most likely first. */
export function ours(scored: readonly Scored[]): readonly Scored[] {
  return scored.filter(({ name }) => name !== somethingElse);
}
