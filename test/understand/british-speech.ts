// Says days, times and numbers as people here do, and reads them back with the finders alone. Shares no tables with what it tests.
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { findDates } from '../../skill/understand/dates.ts';
import { findDurations } from '../../skill/understand/durations.ts';
import type { Finder } from '../../skill/understand/found.ts';
import { findFourDigits, findNumbers, findOrdinals } from '../../skill/understand/numbers.ts';
import { whereOneCanBegin } from '../../skill/understand/starters.ts';
import { findTimes } from '../../skill/understand/times.ts';
import { wordsOf } from '../../skill/heard/words.ts';
import { tuesday } from './hearing.ts';

export const finders = {
  date: whereOneCanBegin(findDates), time: whereOneCanBegin(findTimes), duration: whereOneCanBegin(findDurations),
  number: whereOneCanBegin(findNumbers), fourDigits: whereOneCanBegin(findFourDigits), ordinal: whereOneCanBegin(findOrdinals),
};

export interface Read { readonly value: string; readonly partOfDay?: string }

/** What all the words together are read as, and the part of the day if one was said. Words before the bar are said but not read. */
export function read(find: Finder, said: string, when: { readonly today?: LocalDate; readonly now?: LocalTime } = {}): Read | undefined {
  const [before, text] = said.includes('|') ? said.split('|') : ['', said];
  const at = wordsOf(before ?? '').length;
  const words = wordsOf(`${before} ${text}`);
  const found = find(words, at, { ...tuesday, ...when }).find(({ to }) => to === words.length);
  return found && { value: found.value, ...(found.partOfDay !== undefined && { partOfDay: found.partOfDay }) };
}

const upToNineteen = 'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 0 to 999: "a hundred and six", or "one hundred and six". */
export function inWords(number: number, hundred: 'a' | 'one' = 'one'): string {
  if (number < 20) return upToNineteen[number] ?? '';
  if (number < 100) return [tens[Math.floor(number / 10) - 2], number % 10 === 0 ? '' : upToNineteen[number % 10]].join(' ').trim();
  const start = `${number < 200 && hundred === 'a' ? 'a' : inWords(Math.floor(number / 100))} hundred`;
  return number % 100 === 0 ? start : `${start} and ${inWords(number % 100)}`;
}

const oneToTwelfth = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];

/** 1 to 31: "twenty third". */
export function ordinal(day: number): string {
  if (day <= 12) return oneToTwelfth[day - 1] ?? '';
  if (day < 20) return `${inWords(day)}th`;
  if (day % 10 === 0) return day === 20 ? 'twentieth' : 'thirtieth';
  return `${day < 30 ? 'twenty' : 'thirty'} ${ordinal(day % 10)}`;
}

/** "23rd". */
export function shortOrdinal(day: number): string {
  return `${day}${ordinal(day).endsWith('first') ? 'st' : ordinal(day).endsWith('second') ? 'nd' : ordinal(day).endsWith('third') ? 'rd' : 'th'}`;
}

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A code digit by digit: noughts in the words given, runs of two and three as "double" and "treble" where wanted. */
export function digitByDigit(code: string, noughts: readonly string[], runs: readonly boolean[]): string {
  const said: string[] = [];
  for (let at = 0; at < code.length;) {
    const digit = code[at] ?? '';
    const word = digit === '0' ? noughts[at % noughts.length] ?? 'oh' : upToNineteen[Number(digit)] ?? '';
    const isRun = runs[at % runs.length] === true;
    const length = isRun && code.startsWith(digit.repeat(3), at) ? 3 : isRun && code.startsWith(digit.repeat(2), at) ? 2 : 1;
    said.push(length === 3 ? `treble ${word}` : length === 2 ? `double ${word}` : word);
    at += length;
  }
  return said.join(' ');
}
