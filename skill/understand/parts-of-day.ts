import { phraseAt, phrasesFrom, type PartOfDay } from './found.ts';
import type { Word } from './words.ts';

/** "Morning", "night", "tea time" right here, as a part of the day. */
export function partAt(words: readonly Word[], at: number): { readonly to: number; readonly meaning: PartOfDay } | undefined {
  return phraseAt(parts, words, at);
}

const parts = phrasesFrom<PartOfDay>([
  ['morning', 'morning'], ['first thing', 'morning'], ['early on', 'morning'], ['afternoon', 'afternoon'], ['after lunch', 'afternoon'],
  ['evening', 'evening'], ['tea time', 'evening'], ['teatime', 'evening'], ['night', 'evening'], ['bedtime', 'night'], ['last thing', 'night'], ['last thing at night', 'night'],
]);
