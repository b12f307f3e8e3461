import { addDays, daysBetween, mondayOf, type LocalDate } from '../../models/shared/index.ts';
import { months } from './calendar-words.ts';
import { follows, phraseAt, phrasesFrom, type Found } from './found.ts';
import type { Word } from './words.ts';

/** Weeks, weekends, months and years, in the forms that AMAZON.DATE gives them. Weeks are ISO weeks, from Monday. */
export function spansAt(words: readonly Word[], at: number, today: LocalDate): readonly Found[] {
  const span = phraseAt(spans, words, at);
  const month = monthAt(words, at, today);
  return [...(span === undefined ? [] : [{ to: span.to, value: span.meaning(today) }]), ...(month === undefined ? [] : [month])];
}

type Span = (today: LocalDate) => string;

const spans = phrasesFrom<Span>([
  ['now', () => 'PRESENT_REF'], ['right now', () => 'PRESENT_REF'],
  ...forms(['this week', 'the week', 'rest of the week', 'the rest of the week', 'later this week'], (today) => isoWeek(today)),
  ...forms(['next week', 'the week after', 'the following week'], (today) => isoWeek(addDays(today, 7))),
  ...forms(['week after next', 'the week after next'], (today) => isoWeek(addDays(today, 14))),
  ...forms(['last week', 'the last week', 'past week', 'the past week'], (today) => isoWeek(addDays(today, -7))),
  ...forms(['this weekend', 'the weekend', 'at the weekend', 'over the weekend'], (today) => `${isoWeek(today)}-WE`),
  ...forms(['next weekend'], (today) => `${isoWeek(addDays(today, 7))}-WE`),
  ...forms(['last weekend'], (today) => `${isoWeek(addDays(today, -7))}-WE`),
  ...forms(['this month', 'the month'], (today) => monthsOn(today, 0)),
  ...forms(['next month'], (today) => monthsOn(today, 1)),
  ...forms(['last month', 'the last month', 'the past month', 'past month'], (today) => monthsOn(today, -1)),
  ...forms(['this year', 'the year'], (today) => today.slice(0, 4)),
  ...forms(['last year'], (today) => String(Number(today.slice(0, 4)) - 1)),
  ...forms(['next year'], (today) => String(Number(today.slice(0, 4)) + 1)),
]);

function forms(phrases: readonly string[], span: Span): readonly (readonly [string, Span])[] {
  return phrases.map((phrase) => [phrase, span] as const);
}

/** The ISO week a day is in: 2026-W49. A week belongs to the year its Thursday is in. */
function isoWeek(day: LocalDate): string {
  const thursday = addDays(mondayOf(day), 3);
  const firstThursday = `${thursday.slice(0, 4)}-01-04` as LocalDate;
  const weeks = daysBetween(mondayOf(firstThursday), mondayOf(day)) / 7;
  return `${thursday.slice(0, 4)}-W${String(weeks + 1).padStart(2, '0')}`;
}

function monthsOn(today: LocalDate, ahead: number): string {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + ahead;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** A month by its name: the one that is now or comes next; with "last", the one gone by. "May" alone is too often another word. */
function monthAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const which = ['in', 'last', 'next', 'this'].find((word) => follows(words, at, [word]));
  const place = which === undefined ? at : at + 1;
  const text = words[place]?.text ?? '';
  const month = text === 'may' || text === 'march' ? (which === undefined ? undefined : months.get(text)) : months.get(text);
  if (month === undefined) return undefined;
  const here = Number(today.slice(5, 7));
  const year = Number(today.slice(0, 4)) + (which === 'last' ? (month >= here ? -1 : 0) : month < here ? 1 : 0);
  return { to: place + 1, value: `${year}-${String(month).padStart(2, '0')}` };
}
