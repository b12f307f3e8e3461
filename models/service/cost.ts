import { pence, type LocalDate, type Pence } from '../shared/index.ts';
import type { CostOption, Service } from './service.ts';

/** `unknown` as a unit: a price for something we have no word for ("per mile"): its own words are in `amount_description`. */
type CostUnit = 'hour' | 'session' | 'item' | 'day' | 'week' | 'unknown';

export type Cost =
  | { readonly kind: 'free' }
  /** `hasOtherPrices`: this is the first price in the list, and others pay more or less. */
  | { readonly kind: 'priced'; readonly pence: Pence; readonly unit: CostUnit; readonly hasOtherPrices: boolean }
  | { readonly kind: 'unknown' };

/** A price and the days on which it holds. */
export interface DatedCost { readonly cost: Exclude<Cost, { kind: 'unknown' }>; readonly from: string; readonly to: string }

/**
 * What it costs on a day. A price that has run out is not a price; no price given is `unknown`, never free; and free only
 * when nobody pays: "first visit free" is not. Prices for children come last.
 */
export function costOn(costs: readonly DatedCost[], today: LocalDate): Cost {
  let main: PricedCost | undefined;
  let isFree = false;
  let hasOtherPrices = false;
  for (const { cost, from, to } of costs) {
    if (from > today || today > to) continue;
    if (cost.kind === 'free') isFree = true;
    else if (main === undefined) main = cost;
    else if (cost.pence !== main.pence || cost.unit !== main.unit) hasOtherPrices = true;
  }
  if (main === undefined) return isFree ? { kind: 'free' } : { kind: 'unknown' };
  return hasOtherPrices || isFree ? { ...main, hasOtherPrices: true } : main;
}

type PricedCost = Extract<Cost, { kind: 'priced' }>;

/** Every price of a service in the order given: from `cost_options`, or else from the older field `fees`. */
export function datedCosts(service: Service): readonly DatedCost[] {
  const adultsFirst = (service.cost_options ?? []).toSorted((one, other) => Number(isForChildren(one)) - Number(isForChildren(other)));
  const options = adultsFirst.flatMap((option) => fromOption(option));
  if (options.length > 0 || service.fees === undefined) return options;
  const cost = fromText(service.fees);
  return cost === undefined ? [] : [{ cost, from: firstDay, to: lastDay }];
}

const firstDay = '0000-00-00';
const lastDay = '9999-99-99';

function isForChildren(option: CostOption): boolean {
  return /\b(?:child|children|juniors?|students?|under[ -]?(?:1\d|2[0-5])s?)\b/i.test(option.option ?? '') && !/adult|over/i.test(option.option ?? '');
}

function fromOption(option: CostOption): DatedCost[] {
  const words = [option.amount_description, option.option].filter((text) => text !== undefined).join(' ');
  const cost = option.amount === undefined ? fromText(words) : fromPounds(option.amount, words);
  return cost === undefined ? [] : [{ cost, from: option.valid_from ?? firstDay, to: option.valid_to ?? lastDay }];
}

function fromPounds(amount: number, words: string): DatedCost['cost'] {
  return amount === 0 ? { kind: 'free' } : { kind: 'priced', pence: pence(Math.round(amount * 100)), unit: unitIn(words), hasOtherPrices: false };
}

/** Free only where the words say so outright; a price only where a pound sign or "pence" does. */
function fromText(words: string): DatedCost['cost'] | undefined {
  const amount = /£\s?(\d+(?:\.\d{1,2})?)/.exec(words)?.[1];
  if (amount !== undefined) return fromPounds(Number(amount), words);
  const inPence = /\b(\d+)\s?(?:p|pence)\b/i.exec(words)?.[1];
  if (inPence !== undefined) return fromPounds(Number(inPence) / 100, words);
  return /^\W*(?:it is |it's |this service is |all )?(?:free\b|no (?:charge|cost|fee)|nothing to pay|without charge)/i.test(words) ? { kind: 'free' } : undefined;
}

const unitWords: readonly (readonly [RegExp, CostUnit])[] = [
  [/half[ -](?:an )?hour|30 min|\d+ min|1 hour session/i, 'session'],
  [/\b(?:an?|per|each|every|1|\/) ?hour|hourly|\bp\/?h\b/i, 'hour'],
  [/\bper mile|a mile|per month|a month|monthly|a year|per year|annual/i, 'unknown'],
  [/\b(?:a|per|each|every) ?(?:day|night)|daily/i, 'day'],
  [/\b(?:a|per|each|every) ?week|weekly/i, 'week'],
  [/session|class|visit|meeting|a time|each time|per (?:time|person|trip|journey|treatment|cut|walk|game)|a (?:trip|journey|treatment|cut|walk|game|go)|each way|ticket|entry|appointment|lesson|lunch|wash/i, 'session'],
  [/item|each|\bone\b|to buy|to fit|fitted|per (?:meal|set|pair|bag|box)|a (?:meal|set|pair|bag|box)|deposit|installation/i, 'item'],
];

function unitIn(words: string): CostUnit {
  return unitWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
