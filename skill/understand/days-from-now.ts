import { addDays, type LocalDate } from '../../models/shared/index.ts';
import { countAt } from '../words/counts.ts';
import { phraseAt, phrasesFrom } from './found.ts';
import { monthDayAt } from './month-days.ts';
import { sameDayMonthsOn } from './months-on.ts';
import { namedDayAt } from './named-days.ts';
import { plainDayAt, type Day } from './plain-days.ts';
import { weekdayDayAt } from './weekday-days.ts';
import type { Word } from '../heard/words.ts';

/** "In ten days' time", "three weeks from now", "a fortnight ago", "a week on Thursday", "a fortnight Saturday", "a month today". */
export function fromNowAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const lead = phraseAt(ins, words, at);
  const length = lengthAt(words, lead?.to ?? at);
  if (length === undefined) return undefined;
  if (lead === undefined && length.perUnit !== 'day') {
    const day = fromADayAt(words, length, today);
    if (day !== undefined) return day;
  }
  if (lead === undefined && length.isBare) return undefined;
  const tail = phraseAt(tails, words, length.to);
  if (tail?.meaning === 'ago') return lead === undefined ? { to: tail.to, date: moved(today, length, -1) } : undefined;
  return lead === undefined && tail === undefined ? undefined : { to: tail?.to ?? length.to, date: moved(today, length, 1) };
}

/** A stretch of days or of months. `isBare`: no number and no "a" was said: "week on Thursday". */
interface Length { readonly to: number; readonly days: number; readonly months: number; readonly perUnit: 'day' | 'week' | 'month'; readonly isBare: boolean }

function lengthAt(words: readonly Word[], at: number): Length | undefined {
  const count = countAt(words, at);
  const hasA = count === undefined && (words[at]?.text === 'a' || words[at]?.text === 'another');
  const unitAt = count?.to ?? (hasA ? at + 1 : at);
  const unit = units.get(words[unitAt]?.text ?? '');
  const isBare = count === undefined && !hasA;
  if (unit === undefined || (isBare && words[at]?.text !== 'week' && words[at]?.text !== 'fortnight')) return undefined;
  const many = Math.min(Number(count?.value ?? 1), mostUnits);
  return { to: unitAt + 1, days: many * unit.days, months: many * unit.months, perUnit: unit.days === 1 ? 'day' : unit.months > 0 ? 'month' : 'week', isBare };
}

const mostUnits = 500;
const units: ReadonlyMap<string, { days: number; months: number }> = new Map([
  ['day', 1, 0], ['days', 1, 0], ['week', 7, 0], ['weeks', 7, 0], ['fortnight', 14, 0], ['fortnights', 14, 0], ['month', 0, 1], ['months', 0, 1], ['year', 0, 12], ['years', 0, 12],
].map(([word, days, months]) => [String(word), { days: Number(days), months: Number(months) }]));

const ins = phrasesFrom([['in', true], ['in about', true], ['in around', true], ['in another', true]]);
const tails = phrasesFrom<'ahead' | 'ago'>([
  ['time', 'ahead'], ['from now', 'ahead'], ['hence', 'ahead'], ['or so', 'ahead'], ['or so time', 'ahead'], ['ago', 'ago'], ['ago today', 'ago'], ['back', 'ago'],
]);

/** So long after a day: "a week on Thursday", "two weeks from tomorrow", "a month today"; or before one that is past: "a week last Thursday". */
function fromADayAt(words: readonly Word[], length: Length, today: LocalDate): Day | undefined {
  const text = words[length.to]?.text;
  const from = length.to + (text === 'on' || text === 'from' ? 1 : 0);
  const joined = from > length.to ? monthDayAt(words, from, today) : undefined;
  const day = plainDayAt(words, from, today) ?? namedDayAt(words, from, today) ?? weekdayDayAt(words, from, today) ?? joined;
  return day && { to: day.to, date: moved(day.date, length, day.date < today ? -1 : 1) };
}

function moved(day: LocalDate, { days, months }: Length, way: 1 | -1): LocalDate {
  return months > 0 ? sameDayMonthsOn(day, way * months) : addDays(day, way * days);
}
