import { addDays, type LocalDate } from '../../models/shared/index.ts';
import { phraseAt, phrasesFrom } from './found.ts';
import type { Word } from '../heard/words.ts';

/** A day found in a sentence: up to where, and which. */
export interface Day { readonly to: number; readonly date: LocalDate; readonly isWeak?: true }

/** Days told from today alone: "tomorrow", "the day before yesterday", "this time next week", "tomorrow fortnight". */
export function plainDayAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const plain = phraseAt(plainDays, words, at);
  if (plain === undefined) return undefined;
  const weeks = weeksAfter(words, plain.to);
  return { to: weeks.to, date: addDays(today, plain.meaning + 7 * weeks.count * (plain.meaning < 0 ? -1 : 1)) };
}

/** "Thursday week", "today fortnight". */
export function weeksAfter(words: readonly Word[], at: number): { to: number; count: number } {
  const text = words[at]?.text;
  const count = text === 'week' ? 1 : text === 'fortnight' ? 2 : 0;
  return { to: count > 0 ? at + 1 : at, count };
}

const plainDays = phrasesFrom<number>([
  ...said(0, 'today', 'later today', 'some time today', 'sometime today'), ...said(1, 'tomorrow', 'tomorow', 'this time tomorrow', 'some time tomorrow', 'sometime tomorrow', 'the morra', 'the morrow', 'the morn', 'on the morrow'), ...said(-1, 'yesterday', 'this time yesterday'),
  ...said(2, 'the day after tomorrow', 'day after tomorrow', 'the day after the morra', 'the day after the morn', 'next tomorrow'), ...said(-2, 'the day before yesterday', 'day before yesterday'),
  ...said(7, 'this time next week', 'this day next week', 'same time next week', 'the same time next week', 'same day next week', 'the same day next week', 'this day week'), ...said(-7, 'this time last week'),
]);

function said(days: number, ...phrases: readonly string[]): readonly (readonly [string, number])[] {
  return phrases.map((phrase) => [phrase, days] as const);
}
