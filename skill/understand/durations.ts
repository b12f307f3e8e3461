import { countAt } from '../words/counts.ts';
import { follows, phraseAt, phrasesFrom, type Finder, type Found } from './found.ts';
import { roughCountAt } from './numbers.ts';
import type { Word } from '../heard/words.ts';

/**
 * AMAZON.DURATION: "two hours" is PT2H, "an hour and a half" PT1H30M, "three quarters of an hour" PT45M, "a fortnight" P2W.
 * Words that hedge are taken with it. "Half a day" and "all morning" are left alone: nobody could say how long they are.
 */
export const findDurations: Finder = (words, at) => {
  const lead = phraseAt(before, words, at)?.to ?? at;
  return lengthsAt(words, lead).map((found) => ({ ...found, to: phraseAt(after, words, found.to)?.to ?? found.to }));
};

const before = phrasesFrom(['about', 'around', 'roughly', 'nearly', 'just over', 'just under', 'a good', 'up to', 'at least', 'the full', 'a full'].map((hedge) => [hedge, true]));
const after = phrasesFrom(['or so', 'ish', 'or thereabouts', 'at least', 'at most', 'at the most'].map((hedge) => [hedge, true]));

const mostOfAUnit = 999;
type Unit = 'M' | 'H' | 'D' | 'W' | 'months' | 'years';
const units: ReadonlyMap<string, Unit> = new Map([
  ...eachOf('minute minutes mins min', 'M'), ...eachOf('hour hours hrs hr', 'H'), ...eachOf('day days', 'D'), ...eachOf('week weeks', 'W'), ...eachOf('month months', 'months'), ...eachOf('year years', 'years'),
]);

function eachOf(list: string, unit: Unit) {
  return list.split(' ').map((word) => [word, unit] as const);
}

const fractions = phrasesFrom([
  ...['half an hour', 'half hour', 'a half hour', 'the half hour', 'half of an hour'].map((said) => [said, 'PT30M'] as const),
  ...['quarter of an hour', 'a quarter of an hour', 'quarter hour', 'a quarter hour'].map((said) => [said, 'PT15M'] as const),
  ...['three quarters of an hour', 'three quarter of an hour', 'three quarter hour', 'three quarters'].map((said) => [said, 'PT45M'] as const),
  ['a fortnight', 'P2W'], ['fortnight', 'P2W'], ['one fortnight', 'P2W'],
]);

function lengthsAt(words: readonly Word[], at: number): readonly Found[] {
  const fraction = phraseAt(fractions, words, at);
  if (fraction !== undefined) return [{ to: fraction.to, value: fraction.meaning }];
  const amount = typedAt(words, at) ?? amountAt(words, at);
  if (amount === undefined || amount.count > mostOfAUnit) return [];
  if (amount.unit === 'H') return hoursFrom(words, amount);
  if (amount.minutes > 0) return [];
  if (amount.unit === 'months' || amount.unit === 'years') return [{ to: amount.to, value: `P${amount.count}${amount.unit === 'months' ? 'M' : 'Y'}` }];
  return [{ to: amount.to, value: `P${amount.unit === 'M' ? 'T' : ''}${amount.count}${amount.unit}` }];
}

/** `minutes` is the part of an hour said before the word hour: "two and a half hours". */
interface Amount { readonly to: number; readonly count: number; readonly minutes: number; readonly unit: Unit }

/** "2hrs", "90mins". */
function typedAt(words: readonly Word[], at: number): Amount | undefined {
  const typed = /^(\d{1,3})(h|hr|hrs|hours?|m|mins?|minutes?)$/.exec(words[at]?.text ?? '');
  return typed === null ? undefined : { to: at + 1, count: Number(typed[1]), minutes: 0, unit: typed[2]?.startsWith('h') === true ? 'H' : 'M' };
}

function amountAt(words: readonly Word[], at: number): Amount | undefined {
  const count = quantityAt(words, at);
  if (count === undefined) return undefined;
  const part = phraseAt(parts, words, count.to);
  const to = part?.to ?? count.to;
  const unit = units.get(words[to]?.text ?? '');
  if (unit === undefined) return undefined;
  return { to: to + 1, count: count.isAFew ? unit === 'M' ? fewMinutes : few : Number(count.value), minutes: part?.meaning ?? 0, unit };
}

/** "A few hours" is three, as Alexa takes it; "a few minutes" five. */
const few = 3;
const fewMinutes = 5;

function quantityAt(words: readonly Word[], at: number): { to: number; value: string; isAFew?: true } | undefined {
  const text = words[at]?.text;
  if (follows(words, at, ['a', 'few'])) return { to: at + 2, value: '3', isAFew: true };
  if (text === 'a' && words[at + 1]?.text === 'single') return { to: at + 2, value: '1' };
  const count = roughCountAt(words, at) ?? countAt(words, at);
  if (count !== undefined) return count;
  if (text === 'a' || text === 'an') return { to: at + 1, value: '1' };
  return text === 'hour' ? { to: at, value: '1' } : undefined;
}

/** What comes between the count and "hours". A decimal point is lost on the way here: "1.5 hours" comes as "1 5 hours". */
const parts = phrasesFrom<number>([
  ['and a half', 30], ['and half', 30], ['and a quarter', 15], ['and three quarter', 45], ['and three quarters', 45], ['and a bit', 0], ['5', 30], ['point five', 30],
]);

/** "An hour and a half", "two hours and ten minutes", "one hour twenty" when nothing comes after. */
function hoursFrom(words: readonly Word[], { to, count, minutes }: Amount): readonly Found[] {
  const whole = { to, value: `PT${count}H${minutes > 0 ? `${minutes}M` : ''}` };
  if (minutes > 0) return [whole];
  const part = phraseAt(parts, words, to);
  if (part !== undefined && words[to]?.text === 'and') return [{ to: part.to, value: `PT${count}H${part.meaning > 0 ? `${part.meaning}M` : ''}` }];
  const added = countAt(words, to + (follows(words, to, ['and']) ? 1 : 0));
  if (added === undefined || Number(added.value) < 1 || Number(added.value) > 59) return [whole];
  const value = `PT${count}H${added.value}M`;
  if (units.get(words[added.to]?.text ?? '') === 'M') return [{ to: added.to + 1, value }];
  return added.to === words.length ? [{ to: added.to, value }, whole] : [whole];
}
