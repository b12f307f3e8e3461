import { countAt } from './numbers.ts';
import { follows, phraseAt, phrasesFrom, type Finder, type Found } from './found.ts';
import type { Word } from './words.ts';

/** AMAZON.DURATION: "two hours" is PT2H, "an hour and a half" PT1H30M, "three quarters of an hour" PT45M, "a week" P1W. */
export const findDurations: Finder = (words, at) => {
  const fraction = phraseAt(fractions, words, at);
  if (fraction !== undefined) return [{ to: fraction.to, value: fraction.meaning }];
  const amount = amountAt(words, at);
  const unit = amount === undefined ? undefined : units.get(words[amount.to]?.text ?? '');
  if (amount === undefined || unit === undefined || amount.count > mostOfAUnit) return [];
  const after = amount.to + 1;
  if (unit === 'hours') return [hours(words, after, amount)];
  return [{ to: after, value: unit === 'minutes' ? `PT${amount.count}M` : `P${amount.count}${unit === 'days' ? 'D' : 'W'}` }];
};

const mostOfAUnit = 999;
type Unit = 'minutes' | 'hours' | 'days' | 'weeks';
const units: ReadonlyMap<string, Unit> = new Map([
  ...['minute', 'minutes', 'mins', 'min'].map((word) => [word, 'minutes'] as const), ...['hour', 'hours', 'hrs', 'hr'].map((word) => [word, 'hours'] as const),
  ['day', 'days'], ['days', 'days'], ['week', 'weeks'], ['weeks', 'weeks'],
]);

const fractions = phrasesFrom([
  ['half an hour', 'PT30M'], ['half hour', 'PT30M'], ['a half hour', 'PT30M'], ['a quarter of an hour', 'PT15M'], ['quarter of an hour', 'PT15M'], ['three quarters of an hour', 'PT45M'],
]);

interface Amount { readonly to: number; readonly count: number; readonly hasHalf: boolean }

function amountAt(words: readonly Word[], at: number): Amount | undefined {
  const text = words[at]?.text;
  const count = countAt(words, at) ?? (text === 'a' || text === 'an' ? { to: at + 1, value: '1' } : text === 'hour' ? { to: at, value: '1' } : undefined);
  if (count === undefined) return undefined;
  const hasHalf = follows(words, count.to, ['and', 'a', 'half']);
  return { to: count.to + (hasHalf ? 3 : 0), count: Number(count.value), hasHalf };
}

function hours(words: readonly Word[], after: number, { count, hasHalf }: Amount): Found {
  if (hasHalf) return { to: after, value: `PT${count}H30M` };
  if (follows(words, after, ['and', 'a', 'half'])) return { to: after + 3, value: `PT${count}H30M` };
  if (follows(words, after, ['and', 'a', 'quarter'])) return { to: after + 3, value: `PT${count}H15M` };
  const from = after + (follows(words, after, ['and']) ? 1 : 0);
  const minutes = countAt(words, from);
  const hasMinutes = minutes !== undefined && units.get(words[minutes.to]?.text ?? '') === 'minutes';
  return hasMinutes ? { to: minutes.to + 1, value: `PT${count}H${minutes.value}M` } : { to: after, value: `PT${count}H` };
}
