import type { Found } from '../understand/found.ts';
import type { Word } from '../heard/words.ts';

/** A whole number under a million said as a count: "two hundred and six", "twelve hundred", "a couple", "half a dozen", "25". */
export function countAt(words: readonly Word[], at: number): Found | undefined {
  const text = words[at]?.text ?? '';
  if (/^\d{1,6}$/.test(text)) return { to: at + 1, value: String(Number(text)) };
  if (text === 'couple' || (text === 'a' && words[at + 1]?.text === 'couple')) return coupleAt(words, text === 'a' ? at + 1 : at);
  if (text === 'a' && words[at + 1]?.text === 'dozen') return { to: at + 2, value: '12' };
  if (text === 'half' && words[at + 1]?.text === 'a' && words[at + 2]?.text === 'dozen') return { to: at + 3, value: '6' };
  const thousands = belowThousandAt(words, at);
  if (thousands === undefined) return undefined;
  const next = words[thousands.to]?.text;
  if (next === 'dozen') return { to: thousands.to + 1, value: String(thousands.value * 12) };
  if (next !== 'thousand' || thousands.value > 999) return { to: thousands.to, value: String(thousands.value) };
  const rest = belowThousandAt(words, thousands.to + 1 + (words[thousands.to + 1]?.text === 'and' ? 1 : 0));
  const added = rest !== undefined && rest.value > 0 && rest.value < 1000 ? rest : undefined;
  return { to: added?.to ?? thousands.to + 1, value: String(thousands.value * 1000 + (added?.value ?? 0)) };
}

/** Twenty five, or one of the words below twenty; "twenty" alone too. */
export function belowHundredAt(words: readonly Word[], at: number): { to: number; value: number } | undefined {
  const text = words[at]?.text ?? '';
  const ten = tens.get(text);
  const alone = ten ?? small.get(text);
  if (ten === undefined) return alone === undefined ? undefined : { to: at + 1, value: alone };
  const unit = small.get(words[at + 1]?.text ?? '');
  return unit !== undefined && unit > 0 && unit < 10 ? { to: at + 2, value: ten + unit } : { to: at + 1, value: ten };
}

function coupleAt(words: readonly Word[], at: number): Found {
  return { to: at + (words[at + 1]?.text === 'of' ? 2 : 1), value: '2' };
}

function belowThousandAt(words: readonly Word[], at: number): { to: number; value: number } | undefined {
  const text = words[at]?.text;
  const first = text === 'hundred' ? { to: at, value: 1 }
    : (text === 'a' && (words[at + 1]?.text === 'hundred' || words[at + 1]?.text === 'thousand')) ? { to: at + 1, value: 1 } : belowHundredAt(words, at);
  if (first === undefined || words[first.to]?.text !== 'hundred' || first.value > 19 || first.value % 10 === 0) return first;
  const hasAnd = words[first.to + 1]?.text === 'and';
  const rest = belowHundredAt(words, first.to + (hasAnd ? 2 : 1));
  const added = rest !== undefined && rest.value > 0 ? rest : undefined;
  return { to: added?.to ?? first.to + 1, value: first.value * 100 + (added?.value ?? 0) };
}

const unitWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
export const small: ReadonlyMap<string, number> = new Map([...unitWords.map((word, value) => [word, value] as const), ['nought', 0], ['naught', 0]]);
export const tens: ReadonlyMap<string, number> = new Map(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, place) => [word, (place + 2) * 10]));
