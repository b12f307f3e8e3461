import type { Found } from './found.ts';
import type { ModelIntent } from './language-model.ts';
import { searchQuery } from './slot-types.ts';
import type { Spans } from './spans.ts';
import { samplesOf } from './samples.ts';
import { saidBetween } from './words.ts';

/** The slots of an intent filled from a sentence that follows none of its samples: the longest fitting words, left to right, each used once. */
export function classifiedSlots(intent: ModelIntent, spans: Spans): ReadonlyMap<string, Found> {
  const slots = new Map<string, Found>();
  const open = new Map((intent.slots ?? []).filter(({ type }) => type !== searchQuery).map(({ name, type }) => [name, type]));
  for (let place = 0; place < spans.words.length;) {
    const best = longestAt(spans, place, open);
    if (best === undefined) {
      place++;
      continue;
    }
    const name = slotFor(best.name, spans, place, open);
    slots.set(name, best.found);
    open.delete(name);
    place = best.found.to;
  }
  const free = intent.slots?.find(({ type }) => type === searchQuery);
  const rest = free === undefined ? undefined : afterCarrier(intent, free.name, spans);
  if (free !== undefined && rest !== undefined) slots.set(free.name, rest);
  return slots;
}

function longestAt(spans: Spans, place: number, open: ReadonlyMap<string, string>): { name: string; found: Found } | undefined {
  let best: { name: string; found: Found } | undefined;
  for (const [name, type] of open) {
    const found = spans.at(type, place).find(({ isWeak }) => isWeak !== true || isAsked(spans, place));
    if (found !== undefined && found.to > (best?.found.to ?? place)) best = { name, found };
  }
  return best;
}

const beforeTimes = new Set(['at', 'about', 'around', 'to', 'by', 'after', 'before', 'till', 'until']);
function isAsked(spans: Spans, place: number): boolean {
  return beforeTimes.has(spans.words[place - 1]?.text ?? '');
}

/** "Move it to Friday": the day after "to" or before "instead" is the new one. */
function slotFor(name: string, spans: Spans, place: number, open: ReadonlyMap<string, string>): string {
  if (name !== 'day' || !open.has('newDay')) return name;
  const before = spans.words[place - 1]?.text;
  return before === 'to' || before === 'for' || before === 'until' || spans.words.some(({ text }) => text === 'instead') ? 'newDay' : name;
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
