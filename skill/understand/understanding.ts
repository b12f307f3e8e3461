import type { Slot } from 'ask-sdk-model';
import { certaintyOf } from './certainty.ts';
import { halfAYes, shortAnswer, sureOfYes } from './doubt.ts';
import { classifiedSlots } from './classified-slots.ts';
import type { Scored } from './classifier.ts';
import type { Encoder } from './encoder.ts';
import { filledSlots } from './filled-slots.ts';
import { followedSample, type Followed } from './followed-sample.ts';
import type { Found, WhenSaid } from './found.ts';
import { likeliest, ours } from './guess.ts';
import { distress, knowledgeOf, somethingElse, type Knowledge } from './knowledge.ts';
import type { DynamicEntities, LanguageModelFile, ModelIntent } from './language-model.ts';
import type { LearnedFile } from './learned.ts';
import learned from './learned.json' with { type: 'json' };
import { withDynamic } from './slot-types.ts';
import { spansIn, type Spans } from './spans.ts';
import { wordsOf, type Word } from '../heard/words.ts';

export interface Understood {
  readonly utterance: string;
  readonly intent: string;
  readonly slots: Record<string, Slot>;
  /** 1: said as in the model. Under a half: ask whether it was meant. 0: not understood. */
  readonly confidence: number;
  /** The three likeliest, most likely first, whatever was made of it. */
  readonly guesses: readonly { readonly intent: string; readonly confidence: number }[];
}

export interface Hearing extends WhenSaid {
  /** Intents that would answer the question left open; they win where a sentence can be taken two ways. */
  readonly expecting?: readonly string[];
  readonly entities?: DynamicEntities;
}

export interface Understanding {
  readonly understand: (text: string, hearing: Hearing) => Promise<Understood>;
}

/**
 * An understanding of one language model and of what was taught (`learned.json`). Stands in where Amazon does not listen: on the desk
 * speaker, the command line and in tests. A sample said to the word is that; then distress; then what is likeliest; then what
 * sounds like ours; and otherwise nothing is made of it.
 */
export function loadUnderstanding(model: LanguageModelFile, encoder: Encoder, taught: LearnedFile = learned): Understanding {
  const knowledge = knowledgeOf(model.interactionModel.languageModel, taught, encoder);
  return { understand: (text, hearing) => understandWith(knowledge, text, hearing) };
}

const notUnderstood = 'AMAZON.FallbackIntent';
const yes = 'AMAZON.YesIntent';

interface Meant { readonly intent: string; readonly confidence: number; readonly slots: ReadonlyMap<string, Found>; readonly guesses: Understood['guesses'] }

async function understandWith(knowledge: Knowledge, text: string, hearing: Hearing): Promise<Understood> {
  const { intent, confidence, slots, guesses } = await meantBy(knowledge, wordsOf(text), hearing);
  return { utterance: text, intent, confidence: rounded(confidence), guesses, slots: filledSlots(intentNamed(knowledge, intent), slots, hearing, text) };
}

async function meantBy(knowledge: Knowledge, words: readonly Word[], hearing: Hearing): Promise<Meant> {
  const nothing: Meant = { intent: notUnderstood, confidence: 0, slots: new Map(), guesses: [] };
  if (words.every(({ text }) => /^[a-z]?$/.test(text))) return nothing;
  const types = hearing.entities === undefined ? knowledge.types : withDynamic(knowledge.types, knowledge.modelTypes, knowledge.learned.phrases, hearing.entities);
  const spansFor = (said: readonly Word[]): Spans => spansIn(said, types, hearing);
  const expecting = hearing.expecting ?? [];
  const spans = spansFor(words);

  const short = expecting.includes(yes) ? shortAnswer(words) : undefined;
  if (short === 'half a yes') return { ...nothing, intent: yes, confidence: halfAYes };
  if (short === 'neither') return nothing;
  const followed = followedSample(knowledge, words, spansFor, expecting);
  if (followed?.confidence === 1 && (expecting.length === 0 || expecting.includes(followed.intent))) return followed;
  const { scored, distress: howDistressed } = await likeliest(knowledge, spans, expecting);
  const guesses = ours(scored).slice(0, 3).map(({ name, probability }) => ({ intent: name, confidence: rounded(probability) }));
  const isAnswer = answersInstead(knowledge, scored, spans, expecting);
  if (followed?.confidence === 1 && !isAnswer) return followed;
  if (howDistressed !== 'no') return { intent: distress, confidence: sureOfDistress[howDistressed], slots: new Map(), guesses };

  const [first] = scored;
  if (followed !== undefined && !isAnswer && mayFollow(followed, scored)) return { ...followed, guesses };
  const sameSound = first === undefined || first.probability < fairlySure ? soundsLikeOurs(knowledge, words, spansFor, expecting, 0) : undefined;
  if (sameSound !== undefined) return sameSound;
  if (first !== undefined && first.name !== somethingElse && first.probability >= leastSure) {
    const slots = slotsFor(knowledge, first.name, spans);
    if (hasWhatItNeeds(first.name, slots)) {
      const confidence = certaintyOf(first.probability);
      return { intent: first.name, confidence: first.name === yes ? sureOfYes(confidence, words) : confidence, slots, guesses };
    }
  }
  return soundsLikeOurs(knowledge, words, spansFor, expecting, Infinity) ?? { ...nothing, guesses };
}

/** "About seven" is an amount by its sample; where it was asked how things are from nought to ten, it is a rating. */
function answersInstead(knowledge: Knowledge, [first]: readonly Scored[], spans: Spans, expecting: readonly string[]): boolean {
  return first !== undefined && expecting.includes(first.name) && first.probability >= fairlySure && hasWhatItNeeds(first.name, slotsFor(knowledge, first.name, spans));
}

function slotsFor(knowledge: Knowledge, intent: string, spans: Spans): ReadonlyMap<string, Found> {
  return classifiedSlots(intentNamed(knowledge, intent), spans, knowledge.learned, knowledge.modelTypes);
}

function hasWhatItNeeds(intent: string, slots: ReadonlyMap<string, Found>): boolean {
  return needs.get(intent)?.some((slot) => slots.has(slot)) !== false;
}

/** A sample followed but for the politeness around it, or with free words in it, unless what was learnt speaks clearly for something else. */
function mayFollow({ intent }: Followed, scored: readonly Scored[]): boolean {
  const [first] = scored;
  const own = scored.find(({ name }) => name === intent)?.probability ?? 0;
  return first === undefined || first.name === intent || own >= likelyEnough || first.probability < leastSure;
}

const likelyEnough = 0.015;

/** A sentence that means nothing as it stands, and sounds like one of ours: asked about, never done. */
function soundsLikeOurs(knowledge: Knowledge, words: readonly Word[], spansFor: (words: readonly Word[]) => Spans, expecting: readonly string[], mostApart: number): Followed | undefined {
  const sounds = knowledge.misheard.soundsLike(words);
  const meant = sounds && sounds.soundsApart <= mostApart && followedSample(knowledge, sounds.words, spansFor, expecting);
  return meant === undefined || meant === false ? undefined : { ...meant, confidence: sureBySound };
}

/** "What is a flumpet?" asks for nothing that we can explain, and an answer of a day is none without one. */
const needs: ReadonlyMap<string, readonly string[]> = new Map([
  ['ExplainIntent', ['subject']], ['GiveDayIntent', ['day', 'partOfDay', 'time']], ['GiveTimeIntent', ['time', 'partOfDay']], ['GiveAmountIntent', ['number', 'duration']], ['GivePinIntent', ['pin']],
]);
/** Under a half, it is asked whether anything is wrong before anybody is told. */
const sureOfDistress = { sure: 0.98, perhaps: 0.4 } as const;
/** Below this nothing is made of it. */
const leastSure = 0.3;
/** Below this a sentence of ours that sounds just the same is likelier. */
const fairlySure = 0.75;
/** Under a half, so that we ask whether it was meant. */
const sureBySound = 0.4;

function intentNamed(knowledge: Knowledge, name: string): ModelIntent {
  return knowledge.intents.get(name) ?? { name, samples: [] };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
