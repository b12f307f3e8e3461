import { addDays, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { weekBesideAt } from './beside-days.ts';
import { phraseAt, phrasesFrom, type Found } from './found.ts';
import { isoWeek } from './iso-week.ts';
import { partOfMonthAt } from './month-edges.ts';
import { inYearAt, monthAt } from './named-months.ts';
import { seasonAt } from './seasons.ts';
import { spanPhrases } from './span-phrases.ts';
import type { Word } from '../heard/words.ts';

/** Weeks, weekends, months, seasons and years, in the forms that AMAZON.DATE gives them. Weeks are ISO weeks, from Monday. */
export function spansAt(words: readonly Word[], at: number, today: LocalDate): readonly Found[] {
  const span = phraseAt(spanPhrases, words, at);
  return [span && { to: span.to, value: span.meaning(today) }, ...[partOfWeekAt, weekBesideAt, partOfMonthAt, monthAt, seasonAt, inYearAt].map((find) => find(words, at, today))]
    .filter((found) => found !== undefined);
}

/** "The back end of next week", "early next week": the week is given, so that which day is asked for. The beginning of "the week" is still to come. */
function partOfWeekAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const part = phraseAt(partsOfWeek, words, at);
  const week = part === undefined ? undefined : phraseAt(weeks, words, part.to);
  if (part === undefined || week === undefined) return undefined;
  const isPast = part.meaning === 'start' && week.meaning === 0 && words[part.to]?.text === 'the' && weekdayOf(today) > 1;
  return { to: week.to, value: isoWeek(addDays(today, 7 * (week.meaning + (isPast ? 1 : 0)))) };
}

const partsOfWeek = phrasesFrom<'start' | 'other'>([
  ...forms(['early', 'early in', 'the beginning of', 'beginning of', 'the start of', 'start of', 'first thing', 'the front end of', 'at the beginning of', 'at the start of'], 'start' as const),
  ...forms(['late', 'late in', 'later', 'later in', 'mid', 'middle of', 'the middle of', 'in the middle of', 'the end of', 'end of', 'at the end of', 'the back end of', 'back end of', 'towards the end of', 'the latter part of', 'the rest of', 'some time', 'sometime', 'any time', 'any day', 'during', 'in', 'for'], 'other' as const),
]);

const weeks = phrasesFrom<number>([
  ...forms(['this week', 'the week', 'this coming week', 'the coming week'], 0), ...forms(['next week', 'the week after', 'the following week', 'week after'], 1), ...forms(['week after next', 'the week after next'], 2),
]);

function forms<Meaning>(phrases: readonly string[], meaning: Meaning): readonly (readonly [string, Meaning])[] {
  return phrases.map((phrase) => [phrase, meaning] as const);
}
