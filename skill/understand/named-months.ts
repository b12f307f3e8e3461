import type { LocalDate } from '../../models/shared/index.ts';
import { months } from './calendar-words.ts';
import { phraseAt, phrasesFrom, type Found } from './found.ts';
import type { Word } from '../heard/words.ts';
import { yearAt } from './years.ts';

/** A month by its name: the one that is now or comes next; with "last", the one gone by. "May" or "march" alone is too often another word. */
export function monthAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const which = phraseAt(beforeMonths, words, at);
  const place = which?.to ?? at;
  const text = words[place]?.text ?? '';
  const month = months.get(text);
  if (month === undefined) return undefined;
  const inYear = (year: number, to: number) => ({ to, value: `${year}-${String(month).padStart(2, '0')}` });
  const here = Number(today.slice(5, 7));
  const year = Number(today.slice(0, 4));
  const said = yearAt(words, place + 1, today) ?? phraseAt(yearTails, words, place + 1);
  if (said !== undefined) return inYear('year' in said ? said.year : year + said.meaning, said.to);
  if (which === undefined && (text === 'may' || text === 'march')) return undefined;
  return inYear(year + (which?.meaning === 'last' ? (month >= here ? -1 : 0) : month < here ? 1 : 0), place + 1);
}

const beforeMonths = phrasesFrom<'coming' | 'last'>([['in', 'coming'], ['next', 'coming'], ['this', 'coming'], ['this coming', 'coming'], ['during', 'coming'], ['for', 'coming'], ['last', 'last'], ['back in', 'last']]);
const yearTails = phrasesFrom<number>([['this year', 0], ['next year', 1], ['of next year', 1], ['last year', -1], ['of last year', -1]]);

/** "In 2025": a bare year is told from four other digits by "in". */
export function inYearAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const year = words[at]?.text === 'in' ? yearAt(words, at + 1, today) : undefined;
  return year && { to: year.to, value: String(year.year) };
}
