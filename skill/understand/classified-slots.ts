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
    const found = spans.at(type, place).find(({ isWeak }) => isWeak !== true || isDayOfMonth(type) || isAsked(spans, place))
      ?? (people.has(type) && !isListed(types, type, spans, place) ? spans.at(firstName, place)[0] : undefined);
    return found === undefined || isPronoun(spans, place, found) ? [] : [{ name, place, found }];
  }));
  const length = ({ place, found }: Candidate) => found.to - place;
  const rank = ({ name }: Candidate) => (first.includes(types.get(name) ?? '') ? 0 : 1);
  /** "Well now, who comes tomorrow": a now is seldom the day that is meant. */
  const denied = ({ place, found }: Candidate) => (isDenied(spans, place) || isTakenBack(spans, found.to) || found.value === 'PRESENT_REF' ? 1 : 0);
  return all.sort((one, other) => denied(one) - denied(other) || length(other) - length(one) || rank(one) - rank(other) || one.place - other.place);
}

/** A name that another slot of the intent lists is that one's. */
function isListed(types: ReadonlyMap<string, string>, type: string, spans: Spans, place: number): boolean {
  return [...types.values()].some((other) => other !== type && people.has(other) && spans.at(other, place).length > 0);
}

/** "One" in "that one" is not a number. */
function isPronoun(spans: Spans, place: number, { value }: Found): boolean {
  return value === '1' && spans.words[place]?.text === 'one' && spans.words.length > 2;
}

const beforeTimes = new Set(['at', 'about', 'around', 'to', 'by', 'after', 'before', 'till', 'until', 'for', 'while', 'say']);
function isAsked(spans: Spans, place: number): boolean {
  return beforeTimes.has(spans.words[place - 1]?.text ?? '');
}

/** "Thursday, no, tell a lie, Friday". */
function isTakenBack({ words }: Spans, to: number): boolean {
  return /^(?:no|nay|sorry|wait|scrub|or rather|i mean|i meant|tell a lie|make that|who said|did i say|hang on)\b/.test(words.slice(to, to + 3).map(({ text }) => text).join(' '));
}

/** "Not the cleaner", "I didn't say Monday", "did I say laundry". */
function isDenied({ words }: Spans, place: number): boolean {
  const before = words.slice(Math.max(0, place - 3), place).map(({ text }) => text).join(' ');
  return /\bnot(?: the| my| a| our)?$/.test(before) || /\b(?:not say|not mean|not want|i say|said anything about|instead of|rather than)(?: the| my| a)?$/.test(before) || /^correction for$/.test(before);
}
