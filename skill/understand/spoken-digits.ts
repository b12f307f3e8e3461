import { belowHundredAt, small } from '../words/counts.ts';
import type { Found } from './found.ts';
import type { Word } from '../heard/words.ts';

/** Two or more digits in a row; "oh" and "nought" are 0, "double four" is 44. Figures may be split: "482 913". */
export function digitsAt(words: readonly Word[], at: number): Found | undefined {
  let value = '';
  let place = at;
  while (place < words.length && value.length < mostDigits) {
    const next = digitRunAt(words, place);
    if (next === undefined) break;
    value += next.value;
    place = next.to;
  }
  return value.length < 2 ? undefined : { to: place, value };
}

/** As many digits as asked for, where some are said two at a time: "forty four nineteen", "four eighty two nine thirteen". */
export function groupedDigitsAt(words: readonly Word[], at: number, count: number): Found | undefined {
  let value = '';
  let place = at;
  while (place < words.length && value.length < count) {
    const pair = belowHundredAt(words, place);
    const next = pair !== undefined && pair.value > 9 ? { to: pair.to, value: String(pair.value) } : digitRunAt(words, place);
    if (next === undefined) return undefined;
    value += next.value;
    place = next.to;
  }
  const isAll = belowHundredAt(words, place) === undefined && digitRunAt(words, place) === undefined;
  return value.length === count && isAll ? { to: place, value } : undefined;
}

const mostDigits = 12;

function digitRunAt(words: readonly Word[], at: number): Found | undefined {
  const text = words[at]?.text ?? '';
  const times = repeats.get(text);
  if (times === undefined) {
    const digits = digitsOf(text);
    return digits === undefined ? undefined : { to: at + 1, value: digits };
  }
  const repeated = words[at + 1]?.text ?? '';
  const digits = digitsOf(repeated);
  if (digits === undefined || (digits.length > 1 && !isOhs(repeated))) return undefined;
  return { to: at + 2, value: `${(digits[0] ?? '').repeat(times - 1)}${digits}` };
}

function digitsOf(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  if (text === 'oh') return '0';
  if (isOhs(text)) return '0'.repeat(text.length);
  const value = small.get(text);
  return value !== undefined && value < 10 ? String(value) : undefined;
}

/** Single letters beside each other come as one word: "o o" as "oo". */
function isOhs(text: string): boolean {
  return /^o+$/.test(text);
}

const repeats: ReadonlyMap<string, number> = new Map([['double', 2], ['treble', 3], ['triple', 3]]);
