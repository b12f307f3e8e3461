import type { Found } from './found.ts';
import { freeWordsIn } from './free-words.ts';
import type { ModelIntent, ModelType } from './language-model.ts';
import type { Learned } from './learned.ts';
import { meantValue } from './meant-values.ts';
import { daysIn, type Candidate } from './moved-days.ts';
import { firstName, searchQuery } from './slot-types.ts';
import type { Spans } from './spans.ts';
import { saidBetween } from '../heard/words.ts';

/**
 * The slots of an intent filled from a sentence that follows none of its samples: the longest fitting words first, what is not
 * said to be wrong before what is ("not Priya, Sam"), each word used once.
 */
export function classifiedSlots(intent: ModelIntent, spans: Spans, learned: Learned, modelTypes: readonly ModelType[]): ReadonlyMap<string, Found> {
  const slots = new Map<string, Found>();
  const taken = new Set<number>();
  const types = new Map((intent.slots ?? []).map(({ name, type }) => [name, type]));
  for (const { name, place, found } of daysIn(candidates(types, spans), spans, types.has('newDay'))) {
    const places = Array.from({ length: found.to - place }, (_, ahead) => place + ahead);
    if (slots.has(name) || places.some((each) => taken.has(each) && !mayShare.has(name))) continue;
    slots.set(name, found);
    if (!mayShare.has(name)) places.forEach((each) => taken.add(each));
  }
  const free = intent.slots?.find(({ type }) => type === searchQuery);
  const beside = free && learned.edges[free.name];
  const words = beside && freeWordsIn(spans.words, beside);
  if (free !== undefined && words !== undefined) slots.set(free.name, ownWords.has(intent.name) ? wholeOf(spans) : words);
  for (const { name, type } of intent.slots ?? []) {
    const values = slots.has(name) ? undefined : modelTypes.find((each) => each.name === type);
    const meant = values && meantValue(learned, name, values, spans.words.map(({ text }) => text));
    if (meant !== undefined) slots.set(name, meant);
  }
  return slots;
}

/** Praise and complaint are kept whole: nothing that somebody said of their care is cut away. */
const ownWords: ReadonlySet<string> = new Set(['HowItWentIntent']);

function wholeOf({ words }: Spans): Found {
  return { to: words.length, value: saidBetween(words, 0, words.length) };
}

/** "Later tonight" tells both the day and the direction. */
const mayShare: ReadonlySet<string> = new Set(['direction']);
/** Where the same words name both, a service is more than the need it meets, and a time more than a number. */
const first: readonly string[] = ['SERVICE_NAME', 'AMAZON.TIME'];
/** Somebody we have never heard of may still be named. */
const people: ReadonlySet<string> = new Set(['CARE_WORKER', 'CIRCLE_PERSON']);

function candidates(types: ReadonlyMap<string, string>, spans: Spans): readonly Candidate[] {
  const isDayOfMonth = (type: string) => type === 'AMAZON.DATE' && ![...types.values()].includes('AMAZON.Ordinal');
  const all = [...types].flatMap(([name, type]) => spans.words.flatMap((_, place): readonly Candidate[] => {
    const found = spans.at(type, place).find((each) => each.isWeak !== true || isDayOfMonth(type) || isOnlyATime(types) || isAsked(spans, place, each))
      ?? (people.has(type) && !isListed(types, type, spans, place) && !isOfTheFamily(types, type, spans, place) ? spans.at(firstName, place)[0] : undefined);
    return found === undefined || (!isOnlyAnAmount(types) && isPronoun(spans, place, found)) ? [] : [{ name, place, found }];
  }));
  const length = ({ place, found }: Candidate) => found.to - place;
  const rank = ({ name }: Candidate) => (first.includes(types.get(name) ?? '') ? 0 : 1);
  /** "Well now, who comes tomorrow": a now is seldom the day that is meant, nor "you" what is to be explained. */
  const denied = ({ place, found }: Candidate) => (isDenied(spans, place) || isTakenBack(spans, found.to) || found.value === 'PRESENT_REF' || isPointing(spans, place, found) ? 1 : 0);
  return all.sort((one, other) => denied(one) - denied(other) || length(other) - length(one) || rank(one) - rank(other) || one.place - other.place);
}

/** A name that another slot of the intent lists is that one's. */
function isListed(types: ReadonlyMap<string, string>, type: string, spans: Spans, place: number): boolean {
  return [...types.values()].some((other) => other !== type && people.has(other) && spans.at(other, place).length > 0);
}

/** "Our Julie" is no care worker, where somebody of the circle may be meant. */
function isOfTheFamily(types: ReadonlyMap<string, string>, type: string, { words }: Spans, place: number): boolean {
  return type === 'CARE_WORKER' && [...types.values()].includes('CIRCLE_PERSON') && /^(?:our|my|me)$/.test(words[place - 1]?.text ?? '');
}

const pointing: ReadonlySet<string> = new Set(['you', 'this', 'it']);
const isPointing = ({ words }: Spans, place: number, { to }: Found) => to === place + 1 && pointing.has(words[place]?.text ?? '');

/** An answer of a time: a bare "five" can be nothing else; and one of an amount, in which "one" is one. */
const isOnlyATime = (types: ReadonlyMap<string, string>) => types.has('time') && types.size === 2;
const isOnlyAnAmount = (types: ReadonlyMap<string, string>) => types.has('number') && types.has('duration') && types.size === 2;

/** "One" in "that one" is not a number; in "number one" it is. */
function isPronoun(spans: Spans, place: number, { value }: Found): boolean {
  return value === '1' && spans.words[place]?.text === 'one' && spans.words.length > 2 && spans.words[place - 1]?.text !== 'number';
}

const beforeTimes = /\b(?:at|about|around|to|by|after|before|till|until|for|while|say|nearer|make it|make that|would)$/;
const afterTimes = /^(?:instead|would (?:be|suit|do)|if (?:possible|she can|he can|they can)|ish|or so)\b/;
function isAsked({ words }: Spans, place: number, { to }: Found): boolean {
  return beforeTimes.test(textOf(words.slice(Math.max(0, place - 2), place))) || afterTimes.test(textOf(words.slice(to, to + 3)));
}

function textOf(words: Spans['words']): string {
  return words.map(({ text }) => text).join(' ');
}

/** "Thursday, no, tell a lie, Friday". */
function isTakenBack({ words }: Spans, to: number): boolean {
  return /^(?:no|nay|sorry|wait|scrub|or rather|i mean|i meant|tell a lie|make that|who said|did i say|hang on)\b/.test(textOf(words.slice(to, to + 3)));
}

const denying = /(?:\bnot|\b(?:not say|not mean|not want|i say|said anything about|instead of|rather than|never said|never mentioned|who (?:said|mentioned)|you heard|not (?:on|talking) about|you are talking))(?: the| my| me| a| our| his| her)?$/;
/** "Not the cleaner", "I didn't say Monday", "did I say laundry", "the wrong end of the stick". */
function isDenied({ words }: Spans, place: number): boolean {
  const before = textOf(words.slice(Math.max(0, place - 3), place));
  return denying.test(before) || /^correction for$/.test(before) || (/\bend of the$/.test(before) && words[place]?.text === 'stick');
}
