import { countAt, small, tens } from '../words/counts.ts';
import type { Finder, Found } from './found.ts';
import { digitsAt, groupedDigitsAt } from './spoken-digits.ts';
import type { Word } from '../heard/words.ts';

/**
 * AMAZON.NUMBER: "twenty five" is 25; digits said one by one are written together, "four eight two" is 482, and six of them may
 * come in twos. A sum of money is no count of things or hours: "thirty quid" is not a number here.
 */
export const findNumbers: Finder = (words, at) => [digitsAt(words, at), groupedDigitsAt(words, at, 6), roughCountAt(words, at), countAt(words, at)]
  .filter((each) => each !== undefined)
  .filter(({ to }) => !money.has(words[to]?.text ?? ''))
  .sort((one, other) => other.to - one.to);

/** AMAZON.FOUR_DIGIT_NUMBER: four digits, said one by one, in pairs or as a number; leading noughts are kept. */
export const findFourDigits: Finder = (words, at) => {
  const digits = [digitsAt(words, at), groupedDigitsAt(words, at, 4), countAt(words, at)].find((each) => each?.value.length === 4);
  return digits === undefined ? [] : [digits];
};

/** AMAZON.Ordinal: "second" and "2nd" are 2. */
export const findOrdinals: Finder = (words, at) => {
  const ordinal = ordinalAt(words, at);
  return ordinal === undefined ? [] : [ordinal];
};

export function ordinalAt(words: readonly Word[], at: number): Found | undefined {
  const text = words[at]?.text ?? none;
  const value = ordinals.get(text) ?? Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1] ?? 0);
  if (value > 0) return { to: at + 1, value: String(value) };
  const ten = tens.get(text);
  const unit = ten === undefined ? undefined : ordinals.get(words[at + 1]?.text ?? none);
  return ten !== undefined && unit !== undefined && unit < 10 ? { to: at + 2, value: String(ten + unit) } : undefined;
}

/** "Twenty odd" is 20, "five and twenty" 25; of "two or three" it is the smaller, so that nobody gets or pays for more than was said. */
export function roughCountAt(words: readonly Word[], at: number): Found | undefined {
  const first = countAt(words, at);
  if (first === undefined) return undefined;
  const next = words[first.to]?.text;
  if (next === 'odd') return { to: first.to + 1, value: first.value };
  const unit = small.get(words[at]?.text ?? '') ?? 0;
  const ten = unit > 0 && unit < 10 && next === 'and' ? tens.get(words[first.to + 1]?.text ?? '') : undefined;
  if (ten !== undefined) return { to: first.to + 2, value: String(ten + unit) };
  const second = next === 'or' ? countAt(words, first.to + 1) : undefined;
  return second !== undefined && Number(second.value) > Number(first.value) ? { to: second.to, value: first.value } : undefined;
}

const money = new Set(['pounds', 'pence', 'penny', 'pennies', 'p', 'bob', 'grand']);
const none = '-';
const ordinals: ReadonlyMap<string, number> = new Map([
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth']
    .map((word, place) => [word, place + 1] as const), ['thirtieth', 30],
]);
