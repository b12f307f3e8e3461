import { score, type Scored } from './classifier.ts';
import { hasSignOfDistress, isPlainTalk } from '../heard/distress.ts';
import { featuresOf } from './features.ts';
import { distress, somethingElse, type Knowledge } from './knowledge.ts';
import type { Spans } from './spans.ts';

/** What a sentence is likeliest to mean, most likely first; what is not ours stands among them as `somethingElse`. They add up to 1. */
export function likeliest({ learned }: Knowledge, spans: Spans, expecting: readonly string[]): readonly Scored[] {
  const { words } = spans;
  const weighed = score(learned, featuresOf(spans, (word) => learned.knows(`w:${word}`)))
    .map(({ name, probability }) => ({ name, probability: probability * (name === distress ? distressTimes(spans) : name === somethingElse ? elseTimes : expecting.includes(name) ? expectedTimes(words.length) : 1) }));
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0);
  return weighed.map(({ name, probability }) => ({ name, probability: total === 0 ? 0 : probability / total })).sort((one, other) => other.probability - one.probability);
}

/** Whether somebody may be in distress, by what was learnt and by the words: better one time too many than one too few. */
export function isLikelyDistress(scored: readonly Scored[], spans: Spans): boolean {
  const found = scored.find(({ name }) => name === distress)?.probability ?? 0;
  const isSign = hasSignOfDistress(spans.words) && !isPlainTalk(spans.words);
  return found >= (isSign ? sureWithASign : sureOfDistress);
}

const sureWithASign = 0.0002;
const sureOfDistress = 0.03;

/** To leave something of ours alone costs a question; to take something else for it costs trust. */
const elseTimes = 250;

function distressTimes(spans: Spans): number {
  return isPlainTalk(spans.words) ? 0.1 : 1;
}

/** The shorter the answer, the more the question decides what it means. */
function expectedTimes(words: number): number {
  return words <= 3 ? 8 : 3;
}

/** Those of ours, most likely first. */
export function ours(scored: readonly Scored[]): readonly Scored[] {
  return scored.filter(({ name }) => name !== somethingElse);
}
