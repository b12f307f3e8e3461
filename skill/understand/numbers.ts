import type { Finder, Found } from './found.ts';
import type { Word } from './words.ts';

/** AMAZON.NUMBER: "twenty five" is 25; digits said one by one are written together, "four eight two" is 482. */
export const findNumbers: Finder = (words, at) => [digitsAt(words, at), countAt(words, at)]
  .filter((each) => each !== undefined)
  .sort((one, other) => other.to - one.to);

/** AMAZON.FOUR_DIGIT_NUMBER: four digits, said one by one or in pairs; leading noughts are kept. */
export const findFourDigits: Finder = (words, at) => {
  const digits = digitsAt(words, at) ?? pairsAt(words, at);
  return digits?.value.length === 4 ? [digits] : [];
};

/** AMAZON.Ordinal: "second" and "2nd" are 2. */
export const findOrdinals: Finder = (words, at) => {
  const ordinal = ordinalAt(words, at);
  return ordinal === undefined ? [] : [ordinal];
};

export function ordinalAt(words: readonly Word[], at: number): Found | undefined {
  const text = words[at]?.text ?? none;
  const value = ordinals.indexOf(text) + 1 || Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1] ?? 0);
  if (value > 0) return { to: at + 1, value: String(value) };
  const unit = ordinals.indexOf(words[at + 1]?.text ?? none) + 1;
  const ten = tens.get(text);
  return ten !== undefined && unit > 0 && unit < 10 ? { to: at + 2, value: String(ten + unit) } : undefined;
}

/** A whole number under a million said as a count: "two hundred and six", "a couple", "a dozen", "25". */
export function countAt(words: readonly Word[], at: number): Found | undefined {
  const text = words[at]?.text ?? '';
  if (/^\d{1,6}$/.test(text)) return { to: at + 1, value: String(Number(text)) };
  if (text === 'a' && words[at + 1]?.text === 'couple') return { to: at + (words[at + 2]?.text === 'of' ? 3 : 2), value: '2' };
  if (text === 'couple') return { to: at + (words[at + 1]?.text === 'of' ? 2 : 1), value: '2' };
  if (text === 'a' && words[at + 1]?.text === 'dozen') return { to: at + 2, value: '12' };
  const thousands = belowThousandAt(words, at);
  if (thousands === undefined) return undefined;
  if (words[thousands.to]?.text !== 'thousand') return { to: thousands.to, value: String(thousands.value) };
  const rest = belowThousandAt(words, thousands.to + 1 + (words[thousands.to + 1]?.text === 'and' ? 1 : 0));
  return { to: rest?.to ?? thousands.to + 1, value: String(thousands.value * 1000 + (rest?.value ?? 0)) };
}

function belowThousandAt(words: readonly Word[], at: number): { to: number; value: number } | undefined {
  const first = words[at]?.text === 'a' && words[at + 1]?.text === 'hundred' ? { to: at + 1, value: 1 } : belowHundredAt(words, at);
  if (first === undefined || words[first.to]?.text !== 'hundred' || first.value > 9) return first;
  const hasAnd = words[first.to + 1]?.text === 'and';
  const rest = belowHundredAt(words, first.to + (hasAnd ? 2 : 1));
  return { to: rest?.to ?? first.to + 1, value: first.value * 100 + (rest?.value ?? 0) };
}

function belowHundredAt(words: readonly Word[], at: number): { to: number; value: number } | undefined {
  const text = words[at]?.text ?? '';
  const ten = tens.get(text);
  const alone = ten ?? small.get(text);
  if (ten === undefined) return alone === undefined ? undefined : { to: at + 1, value: alone };
  const unit = small.get(words[at + 1]?.text ?? '');
  return unit !== undefined && unit > 0 && unit < 10 ? { to: at + 2, value: ten + unit } : { to: at + 1, value: ten };
}

/** Two or more digits in a row; "oh" and "nought" are 0, "double four" is 44. Figures may be split: "482 913". */
function digitsAt(words: readonly Word[], at: number): Found | undefined {
  let value = '';
  let place = at;
  for (; place < words.length && value.length < 12; place++) {
    const text = words[place]?.text ?? '';
    const repeated = times.get(text);
    const digit = digitOf(words[place + (repeated === undefined ? 0 : 1)]?.text ?? '');
    if (digit === undefined) break;
    value += repeated === undefined ? digit : digit.repeat(repeated);
    if (repeated !== undefined) place++;
  }
  return value.length < 2 ? undefined : { to: place, value };
}

function pairsAt(words: readonly Word[], at: number): Found | undefined {
  const first = belowHundredAt(words, at);
  const second = first === undefined ? undefined : belowHundredAt(words, first.to);
  if (first === undefined || second === undefined || first.value < 10 || second.value < 10) return undefined;
  return { to: second.to, value: `${first.value}${second.value}` };
}

function digitOf(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  if (text === 'oh' || text === 'o' || text === 'nought' || text === 'naught') return '0';
  const value = small.get(text);
  return value !== undefined && value < 10 ? String(value) : undefined;
}

const unitWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const small: ReadonlyMap<string, number> = new Map([...unitWords.map((word, value) => [word, value] as const), ['nought', 0]]);
const tens: ReadonlyMap<string, number> = new Map(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, place) => [word, (place + 2) * 10]));
const times: ReadonlyMap<string, number> = new Map([['double', 2], ['treble', 3], ['triple', 3]]);
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', ...Array<string>(9).fill(''), 'thirtieth'];
const none = '-';
