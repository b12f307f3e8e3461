import type { LocalDate } from '../../models/shared/index.ts';
import { phraseAt, phrasesFrom, type Found } from './found.ts';
import type { Word } from '../heard/words.ts';

/**
 * Seasons in AMAZON.DATE's form: 2027-SP, and a winter by the year it begins in. "In the spring" is the one that is now or comes next,
 * "this summer" the one of this year, "next" the next to begin, "last" the last that ended. A bare "spring" may be a spring clean.
 */
export function seasonAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const which = phraseAt(leads, words, at);
  const season = which === undefined ? undefined : seasons.get(words[which.to]?.text ?? '');
  if (which === undefined || season === undefined || words[which.to + 1]?.text.startsWith('clean') === true) return undefined;
  return { to: which.to + 1, value: `${yearOf(which.meaning, season.firstMonth, today)}-${season.code}` };
}

type Which = 'coming' | 'this' | 'next' | 'last';

const leads = phrasesFrom<Which>([
  ['in the', 'coming'], ['in', 'coming'], ['the', 'coming'], ['over the', 'coming'], ['during the', 'coming'], ['this coming', 'coming'], ['the coming', 'coming'], ['this', 'this'], ['next', 'next'], ['last', 'last'],
]);

const seasons: ReadonlyMap<string, { firstMonth: number; code: string }> = new Map([
  ['spring', { firstMonth: 3, code: 'SP' }], ['summer', { firstMonth: 6, code: 'SU' }], ['autumn', { firstMonth: 9, code: 'FA' }], ['winter', { firstMonth: 12, code: 'WI' }],
]);

/** Counted in months since year nought, so that a winter runs on over the new year. */
function yearOf(which: Which, firstMonth: number, today: LocalDate): number {
  const year = Number(today.slice(0, 4));
  const month = year * 12 + Number(today.slice(5, 7));
  const starts = [year - 2, year - 1, year, year + 1, year + 2].filter((each) => isMeant(which, month, each * 12 + firstMonth));
  return (which === 'last' ? starts.at(-1) : starts[0]) ?? year;
}

function isMeant(which: Which, month: number, first: number): boolean {
  if (which === 'next') return first > month;
  if (which === 'last') return first + lengthMonths <= month;
  const isNotOver = first + lengthMonths > month;
  return which === 'coming' ? isNotOver : isNotOver || Math.floor((first - 1) / 12) === Math.floor((month - 1) / 12);
}

const lengthMonths = 3;
