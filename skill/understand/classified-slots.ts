import type { Found } from './found.ts';
import type { ModelIntent } from './language-model.ts';
import { searchQuery } from './slot-types.ts';
import type { Spans } from './spans.ts';
import { samplesOf } from './samples.ts';
import { saidBetween } from './words.ts';

/** The slots of an intent filled from a sentence that follows none of its samples: the longest fitting words first, each word used once. */
export function classifiedSlots(intent: ModelIntent, spans: Spans): ReadonlyMap<string, Found> {
  const slots = new Map<string, Found>();
  const taken = new Set<number>();
  const open = new Set((intent.slots ?? []).map(({ name }) => name));
  for (const { name, place, found } of candidates(intent, spans)) {
    const places = Array.from({ length: found.to - place }, (_, ahead) => place + ahead);
    const slot = slotFor(name, spans, place, open);
    if (!open.has(slot) || places.some((each) => taken.has(each))) continue;
    slots.set(slot, found);
    open.delete(slot);
    places.forEach((each) => taken.add(each));
  }
  const free = intent.slots?.find(({ type }) => type === searchQuery);
  const rest = free === undefined ? undefined : afterCarrier(intent, free.name, spans);
  if (free !== undefined && rest !== undefined) slots.set(free.name, rest);
  return slots;
}

interface Candidate { readonly name: string; readonly place: number; readonly found: Found }

function candidates(intent: ModelIntent, spans: Spans): readonly Candidate[] {
  const all: Candidate[] = [];
  for (const { name, type } of intent.slots ?? []) {
    spans.words.forEach((_, place) => {
      const found = spans.at(type, place).find(({ isWeak }) => isWeak !== true || isAsked(spans, place));
      if (found !== undefined && !isPronoun(spans, place, found)) all.push({ name, place, found });
    });
  }
  return all.sort((one, other) => (other.found.to - other.place) - (one.found.to - one.place) || one.place - other.place);
}

/** "One" in "that one" is not a number. */
function isPronoun(spans: Spans, place: number, { value }: Found): boolean {
  return value === '1' && spans.words[place]?.text === 'one';
}

const beforeTimes = new Set(['at', 'about', 'around', 'to', 'by', 'after', 'before', 'till', 'until']);
function isAsked(spans: Spans, place: number): boolean {
  return beforeTimes.has(spans.words[place - 1]?.text ?? '');
}

/** "Move it to Friday": the day after "to" or before "instead" is the new one. */
function slotFor(name: string, spans: Spans, place: number, open: ReadonlySet<string>): string {
  if ((name !== 'day' && name !== 'newDay') || !open.has('newDay')) return name;
  const before = spans.words[place - 1]?.text;
  return before === 'to' || before === 'for' || before === 'until' || spans.words.some(({ text }) => text === 'instead') ? 'newDay' : 'day';
}

/** Free words are what comes after the longest beginning of a sample that the sentence has in it. */
function afterCarrier(intent: ModelIntent, slot: string, spans: Spans): Found | undefined {
  let best: { length: number; from: number } | undefined;
  for (const { parts } of samplesOf([intent])) {
    const cut = parts.findIndex((part) => 'slot' in part && part.slot === slot);
    if (cut < 2) continue;
    const carrier = parts.slice(0, cut).map((part) => ('word' in part ? part.word : ''));
    for (let place = 0; place + carrier.length < spans.words.length; place++) {
      const fits = carrier.every((text, at) => spans.words[place + at]?.text === text);
      if (fits && carrier.length > (best?.length ?? 0)) best = { length: carrier.length, from: place + carrier.length };
    }
  }
  const end = spans.words.length;
  return best && { to: end, value: saidBetween(spans.words, best.from, end) };
}
