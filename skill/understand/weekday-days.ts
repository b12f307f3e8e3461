import { addDays, mondayOf, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { weekdays } from './calendar-words.ts';
import { countAt } from '../words/counts.ts';
import { phraseAt, phrasesFrom } from './found.ts';
import { monthDayAfterWeekday } from './month-days.ts';
import { partAt } from './parts-of-day.ts';
import { weeksAfter, type Day } from './plain-days.ts';
import type { Word } from '../heard/words.ts';

/**
 * "Thursday", "this coming Thursday", "Friday gone", "Thursday week", "Thursday of next week", "Thursday the tenth", "next week on Thursday".
 * "The Thursday" alone is left to the sentence: "the Thursday visit".
 * A bare weekday is the coming one, today included; "next Thursday" is the coming one, never today.
 */
export function weekdayDayAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const week = phraseAt(weekFirst, words, at);
  const lead = week === undefined ? phraseAt(leads, words, at) : undefined;
  const start = week?.to ?? lead?.to ?? at;
  const weekday = weekdays.get(words[start]?.text ?? '');
  if (weekday === undefined) return undefined;
  if (week !== undefined) return { to: start + 1, date: inWeek(today, week.meaning, weekday) };
  const day = withTail(words, start + 1, { weekday, which: lead?.meaning ?? 'coming' }, today);
  return lead?.meaning === 'the' && day.to === start + 1 ? undefined : day;
}

type Which = 'coming' | 'the' | 'next' | 'last';

const leads = phrasesFrom<Which>([
  ['this', 'coming'], ['coming', 'coming'], ['this coming', 'coming'], ['the coming', 'coming'], ['the', 'the'], ['next', 'next'], ['this next', 'next'], ['last', 'last'], ['the last', 'last'], ['this last', 'last'], ['this past', 'last'], ['past', 'last'],
]);

const weekFirst = phrasesFrom<number>([
  ['next week on', 1], ['next week', 1], ['this week on', 0], ['this week', 0], ['last week on', -1], ['last week', -1], ['the week after next on', 2], ['the week after next', 2], ['the week after on', 1],
]);

const pastTails = phrasesFrom([['gone', true], ['just gone', true], ['just past', true], ['last', true]]);
const comingTails = phrasesFrom([['coming', true], ['just coming', true]]);
const weekTails = phrasesFrom<number>([
  ['next week', 1], ['of next week', 1], ['in next week', 1], ['this week', 0], ['of this week', 0], ['last week', -1], ['of last week', -1], ['the week after next', 2], ['of the week after next', 2], ['week after next', 2], ['the following week', 1], ['the week after', 1],
]);

function withTail(words: readonly Word[], at: number, { weekday, which }: { weekday: number; which: Which }, today: LocalDate): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const before = addDays(today, ahead === 0 ? -7 : ahead - 7);
  const after = addDays(today, ahead === 0 ? 7 : ahead);
  const text = words[at]?.text;
  if (text === 'before' && words[at + 1]?.text === 'last') return { to: at + 2, date: addDays(before, -7) };
  if (which === 'last') return { to: at, date: before };
  if (text === 'after' && words[at + 1]?.text === 'next') return { to: at + 2, date: addDays(after, 7) };
  if (text === 'after' && which === 'the' && isAlone(words, at + 1)) return { to: at + 1, date: addDays(after, 7) };
  const inTheWeek = phraseAt(weekTails, words, at);
  if (inTheWeek !== undefined) return { to: inTheWeek.to, date: inWeek(today, inTheWeek.meaning, weekday) };
  const gone = words[at + 1]?.text === 'thing' ? undefined : phraseAt(pastTails, words, at);
  if (gone !== undefined) return { to: gone.to, date: before };
  if (text === 'next' && isAlone(words, at + 1)) return { to: at + 1, date: after };
  const dated = monthDayAfterWeekday(words, at, weekday, today);
  if (dated !== undefined) return { to: dated.to, date: dated.date };
  const coming = which === 'next' ? after : addDays(today, ahead);
  const weeks = weeksOn(words, phraseAt(comingTails, words, at)?.to ?? at);
  return { to: weeks.to, date: addDays(coming, 7 * weeks.count) };
}

/** "The Friday after", and not "the Friday after lunch" or "after three". */
function isAlone(words: readonly Word[], at: number): boolean {
  return countAt(words, at) === undefined && partAt(words, at - 1) === undefined && !['month', 'year', 'half', 'quarter', 'the', 'a', 'my'].includes(words[at]?.text ?? '');
}

/** "Thursday week", "Thursday fortnight", "Thursday three weeks". */
function weeksOn(words: readonly Word[], at: number): { to: number; count: number } {
  const count = countAt(words, at);
  if (count === undefined || words[count.to]?.text !== 'weeks') return weeksAfter(words, at);
  return { to: count.to + 1, count: Math.min(Number(count.value), mostWeeks) };
}

const mostWeeks = 104;

function inWeek(today: LocalDate, ahead: number, weekday: number): LocalDate {
  return addDays(mondayOf(today), 7 * ahead + weekday - 1);
}
