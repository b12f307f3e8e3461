import { belowHundredAt } from '../words/counts.ts';
import { phraseAt, phrasesFrom } from './found.ts';
import type { Word } from '../heard/words.ts';

/**
 * The clock of twenty four hours: "nineteen thirty", "eighteen oh five", "oh eight hundred", "0830 hours".
 * Without "hours" it is a weak reading, since a number of four digits is said in the same words.
 */
export function twentyFourAt(words: readonly Word[], at: number): { to: number; minutes: number; isTwentyFour: true; isWeak?: true } | undefined {
  const figures = /^([01]\d|2[0-3])([0-5]\d)$/.exec(words[at]?.text ?? '');
  const isNamed = figures !== null && isHours(words, at + 1);
  if (figures !== null) return isNamed ? { to: at + 2, minutes: Number(figures[1]) * 60 + Number(figures[2]), isTwentyFour: true } : undefined;
  const hour = hourAt(words, at);
  if (hour === undefined) return undefined;
  const hasHours = isHours(words, hour.to);
  return hour.isBare && !hasHours ? undefined : { to: hour.to + (hasHours ? 1 : 0), minutes: hour.minutes, isTwentyFour: true, ...(!hasHours && { isWeak: true }) };
}

function isHours(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text;
  return text === 'hours' || text === 'hrs';
}

interface HourAndMinutes { readonly to: number; readonly minutes: number; readonly isBare: boolean }

/** `isBare` needs the word "hours" to be a time at all: "eight hundred" is a number. */
function hourAt(words: readonly Word[], at: number): HourAndMinutes | undefined {
  const oh = phraseAt(ohs, words, at);
  const from = oh?.to ?? at;
  const long = belowHundredAt(words, from);
  if (long === undefined || (oh !== undefined && (long.value < 1 || long.value > 9))) return undefined;
  const short = long.to > from + 1 ? { to: from + 1, value: long.value - long.value % 10 } : undefined;
  return [long, short].map((hour) => hour && withMinutes(words, hour, oh === undefined)).find((each) => each !== undefined);
}

function withMinutes(words: readonly Word[], hour: { to: number; value: number }, isPlain: boolean): HourAndMinutes | undefined {
  if (hour.value > 23) return undefined;
  const isBare = isPlain && hour.value < 13;
  if (words[hour.to]?.text === 'hundred') return { to: hour.to + 1, minutes: hour.value * 60, isBare };
  const oh = phraseAt(ohs, words, hour.to);
  const minutes = belowHundredAt(words, oh?.to ?? hour.to);
  const fits = minutes !== undefined && (oh === undefined ? minutes.value >= 10 && minutes.value < 60 : minutes.value < 10 && minutes.value > 0);
  return fits && !isBare ? { to: minutes.to, minutes: hour.value * 60 + minutes.value, isBare } : undefined;
}

const ohs = phrasesFrom(['oh', 'o', 'zero', 'nought'].map((oh) => [oh, true] as const));
