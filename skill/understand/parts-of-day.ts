import { phraseAt, phrasesFrom, type PartOfDay } from './found.ts';
import type { Word } from '../heard/words.ts';

/** "Morning", "night", "tea time" right here, as a part of the day. Dinner is at midday and tea in the evening. */
export function partAt(words: readonly Word[], at: number): { readonly to: number; readonly meaning: PartOfDay } | undefined {
  return phraseAt(parts, words, at);
}

const parts = phrasesFrom<PartOfDay>([
  ...said('morning', ['morning', 'first thing', 'first thing in the morning', 'early on', 'early morning', 'early doors', 'mid morning', 'late morning', 'breakfast time', 'before lunch', 'before dinner']),
  ...said('afternoon', ['afternoon', 'after lunch', 'after dinner', 'early afternoon', 'mid afternoon', 'late afternoon', 'dinner time', 'dinnertime', 'lunch time', 'lunchtime']),
  ...said('evening', ['evening', 'tea time', 'teatime', 'after tea', 'night', 'early evening', 'late evening', 'evening time', 'late on', 'supper time', 'suppertime']),
  ...said('night', ['bedtime', 'bed time', 'last thing', 'last thing at night', 'late at night']),
]);

function said(part: PartOfDay, phrases: readonly string[]): readonly (readonly [string, PartOfDay])[] {
  return phrases.map((phrase) => [phrase, part] as const);
}
