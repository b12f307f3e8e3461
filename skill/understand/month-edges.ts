import type { LocalDate } from '../../models/shared/index.ts';
import { months, weekdays } from './calendar-words.ts';
import { weekdayOfMonth } from './feasts.ts';
import { phraseAt, phrasesFrom, type Found } from './found.ts';
import { firstOfMonth, lastOfMonth, monthOn } from './months-on.ts';
import { ordinalAt } from './numbers.ts';
import type { Day } from './plain-days.ts';
import type { Word } from '../heard/words.ts';

/** Days told from a month: "the end of the month", "the beginning of January", "the first Monday of next month", "the last Friday in December". */
export function monthEdgeAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const edge = phraseAt(edges, words, at);
  const month = edge === undefined ? undefined : monthFrom(words, edge.to, today);
  if (edge !== undefined && month !== undefined) return comingOf(month, today, (ahead) => edge.meaning(today, ahead));
  const start = at + (words[at]?.text === 'the' ? 1 : 0);
  const which = words[start]?.text === 'last' ? { to: start + 1, value: '0' } : ordinalAt(words, start);
  const weekday = weekdays.get(words[which?.to ?? words.length]?.text ?? '');
  if (which === undefined || weekday === undefined || Number(which.value) > 4) return undefined;
  const joined = phraseAt(joins, words, which.to + 1);
  const inMonth = joined === undefined ? undefined : monthFrom(words, joined.to, today);
  return inMonth && comingOf(inMonth, today, (ahead) => {
    const first = firstOfMonth(today, ahead);
    return weekdayOfMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)), weekday, Number(which.value));
  });
}

/** Parts of a month that are not one day: "early January", "the middle of next month". The month is given, so that which day is asked for. */
export function partOfMonthAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const part = phraseAt(vague, words, at);
  const month = part === undefined ? undefined : monthFrom(words, part.to, today);
  return month && { to: month.to, value: monthOn(today, month.ahead) };
}

interface MonthFrom { readonly to: number; readonly ahead: number; readonly every: number }

/** How many months on; `every` how many more until it comes again, where the coming one is meant. */
function monthFrom(words: readonly Word[], at: number, today: LocalDate): MonthFrom | undefined {
  const plain = phraseAt(plainMonths, words, at);
  if (plain !== undefined) return { to: plain.to, ahead: plain.meaning, every: words[plain.to - 2]?.text === 'the' ? 1 : 0 };
  const month = months.get(words[at]?.text ?? '');
  return month === undefined ? undefined : { to: at + 1, ahead: (month - Number(today.slice(5, 7)) + 12) % 12, every: 12 };
}

function comingOf({ to, ahead, every }: MonthFrom, today: LocalDate, dateIn: (ahead: number) => LocalDate): Day {
  const date = dateIn(ahead);
  return { to, date: date < today && every > 0 ? dateIn(ahead + every) : date };
}

const plainMonths = phrasesFrom<number>([['the month', 0], ['this month', 0], ['next month', 1], ['the following month', 1], ['last month', -1]]);
const joins = phrasesFrom([['of', true], ['in', true]]);

const edges = phrasesFrom<(today: LocalDate, ahead: number) => LocalDate>([
  ...['the end of', 'end of', 'at the end of', 'the very end of', 'the last day of'].map((said) => [said, lastOfMonth] as const),
  ...['the beginning of', 'beginning of', 'the start of', 'start of', 'at the beginning of', 'at the start of', 'the first day of'].map((said) => [said, firstOfMonth] as const),
]);

const vague = phrasesFrom([
  'early', 'early in', 'late', 'late in', 'later', 'later in', 'mid', 'middle of', 'the middle of', 'in the middle of', 'the back end of', 'back end of', 'towards the end of', 'some time in', 'sometime in', 'any time in', 'the rest of', 'rest of', 'so far', 'all', 'all of', 'during',
].map((part) => [part, true]));
