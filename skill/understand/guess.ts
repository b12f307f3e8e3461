import type { Scored } from './classifier.ts';
import { isPlainTalk } from './distress.ts';
import { featuresOf, tokensIn } from './features.ts';
import { followedSample } from './followed-sample.ts';
import type { Found } from './found.ts';
import { distress, somethingElse, type Knowledge } from './knowledge.ts';
import type { Spans } from './spans.ts';
import type { Word } from './words.ts';

export interface Guess {
  readonly best?: { readonly intent: string; readonly confidence: number; readonly slots?: ReadonlyMap<string, Found> };
  /** What the best guess read its slots from. */
  readonly spans: Spans;
  readonly guesses: readonly { readonly intent: string; readonly confidence: number }[];
}

/** The likeliest meaning of a sentence that follows no sample: by its words, then with strange words mended, then by its sound. */
export function guess(knowledge: Knowledge, words: readonly Word[], spansFor: (words: readonly Word[]) => Spans, expecting: readonly string[]): Guess {
  const mended = knowledge.misheard.mended(words);
  const follows = mended === undefined ? undefined : followedSample(knowledge, mended, spansFor, expecting);
  const spans = spansFor(mended ?? words);
  if (follows !== undefined) return { best: { ...follows, confidence: sureWhenMended * follows.confidence }, spans, guesses: follows.guesses };

  const scored = scoreAll(knowledge, words, spans, expecting);
  const guesses = scored.filter(({ name }) => name !== somethingElse).slice(0, 3).map(({ name, probability }) => ({ intent: name, confidence: rounded(probability) }));
  const [first] = scored;
  const sureness = first === undefined || first.name === somethingElse ? 0 : first.probability * knownShare(knowledge, words, mended) ** 1.5;
  if (first !== undefined && sureness >= leastSure) return { best: { intent: first.name, confidence: rounded(sureness) }, spans, guesses };

  const sounds = knowledge.misheard.soundsLike(words);
  const meant = sounds === undefined ? undefined : followedSample(knowledge, sounds.words, spansFor, expecting);
  if (meant === undefined || sounds === undefined) return { spans, guesses };
  return { best: { ...meant, confidence: sounds.soundsApart === 0 ? sureBySound : sureBySound - 0.1 }, spans, guesses: meant.guesses };
}

/** A job that wants doing is asked for in the same words as help: "I need someone to cut the grass". */
function isLikelyDistress(words: readonly Word[], spans: Spans, probability: number): boolean {
  if (isPlainTalk(words)) return false;
  const namesAJob = words.some((_, place) => spans.at('NEED', place).length > 0 || spans.at('CARE_TASK', place).length > 0);
  return probability > (namesAJob ? sureDespiteAJob : sureOfDistress);
}
const sureDespiteAJob = 0.9;
const sureOfDistress = 0.6;

/** Below this nothing is made of it. */
const leastSure = 0.4;
const sureWhenMended = 0.7;
/** Under a half, so that we ask whether it was meant. */
const sureBySound = 0.4;

function scoreAll(knowledge: Knowledge, words: readonly Word[], spans: Spans, expecting: readonly string[]): readonly Scored[] {
  const weighed = knowledge.classifier.score(featuresOf(tokensIn(spans)))
    .filter(({ name, probability }) => name !== distress || isLikelyDistress(words, spans, probability))
    .map(({ name, probability }) => ({ name, probability: probability * (name === somethingElse ? elseTimes : expecting.includes(name) ? expectedTimes : 1) }));
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0);
  return weighed.map(({ name, probability }) => ({ name, probability: probability / total })).sort((one, other) => other.probability - one.probability);
}

const expectedTimes = 2;
/** People talk to a care skill about care more often than the examples of other talk would have it. */
const elseTimes = 0.5;

/** How much of the sentence is words we have met; small words count for little. */
function knownShare({ vocabulary }: Knowledge, words: readonly Word[], mended: readonly Word[] | undefined): number {
  let all = 0;
  let known = 0;
  words.forEach(({ text }, place) => {
    const weight = text.length > 3 ? 1 : 0.4;
    all += weight;
    if (vocabulary.has(text) || /^\d/.test(text)) known += weight;
    else if (mended !== undefined && mended[place]?.text !== text) known += weight * 0.7;
  });
  return all === 0 ? 0 : known / all;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
