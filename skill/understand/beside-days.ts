import { addDays, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { weekdays } from './calendar-words.ts';
import { phraseAt, phrasesFrom, type Found } from './found.ts';
import { isoWeek, isoWeekend } from './iso-week.ts';
import { monthDayAt } from './month-days.ts';
import { namedDayAt } from './named-days.ts';
import type { Day } from './plain-days.ts';
import { weekdayDayAt } from './weekday-days.ts';
import type { Word } from '../heard/words.ts';

/** "The day after Christmas", "the Tuesday before Easter", "the Sunday after the tenth". */
export function dayBesideAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const start = at + (words[at]?.text === 'the' ? 1 : 0);
  const text = words[start]?.text ?? '';
  const weekday = text === 'day' ? 0 : weekdays.get(text);
  const way = weekday === undefined ? undefined : ways.get(words[start + 1]?.text ?? '');
  const day = way === undefined ? undefined : anchorAt(words, start + 2, today);
  if (weekday === undefined || way === undefined || day === undefined) return undefined;
  const ahead = (weekday - weekdayOf(day.date) + 7) % 7;
  const days = weekday === 0 ? way : way > 0 ? ahead || 7 : ahead - 7;
  return { to: day.to, date: addDays(day.date, days) };
}

/**
 * Weeks told from a day: "the week beginning the seventh", "the weekend after Christmas", "Christmas week".
 * "Before Christmas" is the week that leads up to it and "after Christmas" the week that follows it, so that which day is asked for.
 */
export function weekBesideAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const lead = phraseAt(leads, words, at);
  const day = lead === undefined ? undefined : namedDayAt(words, lead.to, today) ?? (lead.meaning.isOfNames === true ? undefined : monthDayAt(words, lead.to, today) ?? weekdayDayAt(words, lead.to, today));
  // "Over Christmas" is a week; "over Christmas Eve" is that day.
  if (lead?.meaning.isOfNames === true && lead.to - at === 1 && day !== undefined && /^(?:eve|day)$/.test(words[day.to - 1]?.text ?? '') && overs.has(words[at]?.text ?? '')) return undefined;
  if (lead !== undefined && day !== undefined) return { to: day.to, value: lead.meaning.week(day.date) };
  const named = namedDayAt(words, at, today);
  const after = words[named?.to ?? words.length]?.text;
  if (named === undefined || (after !== 'week' && after !== 'weekend')) return undefined;
  return { to: named.to + 1, value: after === 'week' ? isoWeek(named.date) : isoWeekend(weekdayOf(named.date) === 1 ? addDays(named.date, -1) : named.date) };
}

const overs = new Set(['over', 'during', 'around']);
const ways = new Map([['after', 1], ['following', 1], ['before', -1]]);

function anchorAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  return namedDayAt(words, at, today) ?? monthDayAt(words, at, today);
}

/** `isOfNames`: only a day with a name can follow; "before Tuesday" and "around the tenth" are for others to read. */
interface Lead { readonly week: (day: LocalDate) => string; readonly isOfNames?: true }

const leads = phrasesFrom<Lead>([
  ...named((day) => isoWeek(addDays(day, -1)), 'before', 'just before', 'this side of', 'the run up to', 'in the run up to'), ...named((day) => isoWeek(addDays(day, 7)), 'after', 'just after', 'the other side of'),
  ...named(isoWeek, 'over', 'during', 'around'), ...named((day) => isoWeek(addDays(day, -3)), 'between christmas and'),
  ...each(isoWeek, 'the week of', 'week of', 'the week beginning', 'week beginning', 'the week commencing', 'week commencing', 'the week starting', 'week starting', 'wc'),
  ...each((day) => isoWeek(addDays(day, -7)), 'the week before', 'week before'), ...each((day) => isoWeek(addDays(day, 7)), 'the week after', 'week after'),
  ...each((day) => isoWeekend(addDays(day, -7)), 'the weekend before', 'weekend before'), ...each((day) => isoWeekend(weekdayOf(day) < 6 ? day : addDays(day, 7)), 'the weekend after', 'weekend after'),
]);

function each(week: Lead['week'], ...said: readonly string[]): readonly (readonly [string, Lead])[] {
  return said.map((phrase) => [phrase, { week }] as const);
}

function named(week: Lead['week'], ...said: readonly string[]): readonly (readonly [string, Lead])[] {
  return said.map((phrase) => [phrase, { week, isOfNames: true }] as const);
}
