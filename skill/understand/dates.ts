import { addDays, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { namedDays, weekdays } from './calendar-words.ts';
import { monthDayAt } from './month-days.ts';
import { countAt } from './numbers.ts';
import { follows, phraseAt, phrasesFrom, type Finder, type Found, type PartOfDay } from './found.ts';
import { partAt } from './parts-of-day.ts';
import { spansAt } from './date-spans.ts';
import type { Word } from './words.ts';

/**
 * AMAZON.DATE: a day as 2026-12-10, a week as 2026-W49, a weekend as 2026-W49-WE, a month as 2026-11, now as PRESENT_REF.
 * A weekday is the coming one, today included; "next Tuesday" is always after today; "a week on Thursday" is seven days later.
 * A part of the day said with it is given beside it.
 */
export const findDates: Finder = (words, at, { today }) => {
  const found: Found[] = [];
  const isFirstThing = follows(words, at, ['first', 'thing']);
  const here = at + (isFirstThing ? 2 : follows(words, at, ['on']) ? 1 : 0);
  for (const day of daysAt(words, here, today)) {
    const part = isFirstThing ? { to: day.to, meaning: 'morning' as const } : partAfter(words, day.to);
    if (part !== undefined) found.push({ to: part.to, value: day.date, partOfDay: part.meaning });
    if (!isFirstThing) found.push({ to: day.to, value: day.date, ...(day.isWeak && { isWeak: true }) });
  }
  const todayPart = phraseAt(todayParts, words, at);
  if (todayPart !== undefined) found.push({ to: todayPart.to, value: today, partOfDay: todayPart.meaning });
  return [...found, ...spansAt(words, at, today)].sort((one, other) => other.to - one.to);
};

interface Day { readonly to: number; readonly date: LocalDate; readonly isWeak?: true }

const todayParts = phrasesFrom<PartOfDay>([
  ['tonight', 'evening'], ['this evening', 'evening'], ['this morning', 'morning'], ['this afternoon', 'afternoon'], ['later tonight', 'evening'], ['later this evening', 'evening'], ['later this afternoon', 'afternoon'],
]);

/** "Thursday morning", "Thursday in the morning", "tomorrow night". */
function partAfter(words: readonly Word[], at: number) {
  const from = at + (follows(words, at, ['in', 'the']) ? 2 : follows(words, at, ['at']) ? 1 : 0);
  return partAt(words, from);
}

function daysAt(words: readonly Word[], at: number, today: LocalDate): readonly Day[] {
  const named = phraseAt(namedDays, words, at);
  return [plainDay(words, at, today), weekdayAt(words, at, today), laterAt(words, at, today), fromNowAt(words, at, today), monthDayAt(words, at, today),
    named && { to: named.to, date: comingDate(named.meaning[0], named.meaning[1], today) }].filter((day) => day !== undefined);
}

const plainDays = phrasesFrom([
  ['today', 0], ['later today', 0], ['tomorrow', 1], ['tomorow', 1], ['yesterday', -1], ['the day after tomorrow', 2], ['day after tomorrow', 2], ['the day before yesterday', -2], ['day before yesterday', -2],
]);

function plainDay(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const plain = phraseAt(plainDays, words, at);
  if (plain === undefined) return undefined;
  const weeks = weeksAfter(words, plain.to);
  return { to: weeks.to, date: addDays(today, plain.meaning + 7 * weeks.count) };
}

/** "Thursday", "this Thursday", "next Thursday", "last Thursday", "Thursday week", "Thursday the tenth". */
function weekdayAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const which = ['next', 'this', 'last', 'coming'].includes(words[at]?.text ?? '') ? words[at]?.text : undefined;
  const start = at + (which === undefined ? 0 : 1) + (which === 'this' && words[at + 1]?.text === 'coming' ? 1 : 0);
  const weekday = weekdays.get(words[start]?.text ?? '');
  if (weekday === undefined) return undefined;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which === 'last') return { to: start + 1, date: addDays(today, ahead === 0 ? -7 : ahead - 7) };
  const days = which === 'next' && ahead === 0 ? 7 : ahead;
  if (follows(words, start + 1, ['after', 'next'])) return { to: start + 3, date: addDays(today, (ahead === 0 ? 7 : ahead) + 7) };
  const dated = monthDayAt(words, start + 1, today);
  if (dated !== undefined) return { to: dated.to, date: dated.date };
  const weeks = weeksAfter(words, start + 1);
  return { to: weeks.to, date: addDays(today, days + 7 * weeks.count) };
}

/** "Thursday week", "today fortnight". */
function weeksAfter(words: readonly Word[], at: number): { to: number; count: number } {
  const text = words[at]?.text;
  const count = text === 'week' ? 1 : text === 'fortnight' ? 2 : 0;
  return { to: count > 0 ? at + 1 : at, count };
}

/** "A week on Thursday", "a week today", "a fortnight tomorrow", "two weeks on Friday". */
function laterAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const start = weekdayCount(words, at);
  if (start === undefined) return undefined;
  const from = start.to + (words[start.to]?.text === 'on' || words[start.to]?.text === 'from' ? 1 : 0);
  const day = plainDay(words, from, today) ?? weekdayAt(words, from, today);
  return day && { to: day.to, date: addDays(day.date, 7 * start.weeks) };
}

function weekdayCount(words: readonly Word[], at: number): { to: number; weeks: number } | undefined {
  const from = words[at]?.text === 'a' ? at + 1 : at;
  if (words[from]?.text === 'week') return { to: from + 1, weeks: 1 };
  if (words[from]?.text === 'fortnight') return { to: from + 1, weeks: 2 };
  const count = countAt(words, at);
  return count !== undefined && words[count.to]?.text === 'weeks' ? { to: count.to + 1, weeks: Number(count.value) } : undefined;
}

/** "In two days", "in a week's time", "three days ago", "a fortnight ago". */
function fromNowAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const isAhead = words[at]?.text === 'in';
  const start = at + (isAhead ? 1 : 0);
  const count = countAt(words, start);
  const unitAt = count?.to ?? (words[start]?.text === 'a' ? start + 1 : start);
  const days = unitDays.get(words[unitAt]?.text ?? '');
  if (days === undefined || (count === undefined && unitAt === start)) return undefined;
  const total = days * Math.min(Number(count?.value ?? 1), 500);
  if (words[unitAt + 1]?.text === 'ago') return isAhead ? undefined : { to: unitAt + 2, date: addDays(today, -total) };
  return isAhead ? { to: unitAt + (words[unitAt + 1]?.text === 'time' ? 2 : 1), date: addDays(today, total) } : undefined;
}

const unitDays = new Map([['day', 1], ['days', 1], ['week', 7], ['weeks', 7], ['fortnight', 14], ['fortnights', 14]]);

function comingDate(month: number, day: number, today: LocalDate): LocalDate {
  const inYear = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
  const year = Number(today.slice(0, 4));
  return inYear(year) < today ? inYear(year + 1) : inYear(year);
}
