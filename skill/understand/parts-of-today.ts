import { addDays, type LocalDate } from '../../models/shared/index.ts';
import { weekdays } from './calendar-words.ts';
import { phraseAt, phrasesFrom, type Found, type PartOfDay } from './found.ts';
import type { Word } from '../heard/words.ts';

/** "Tonight", "this afternoon", "later this evening", "last night". A bare "later on" is today's, where a day is asked for. */
export function partOfTodayAt(words: readonly Word[], at: number, today: LocalDate): Found | undefined {
  const said = phraseAt(phrases, words, at);
  // "Later on Saturday" is Saturday's.
  if (said === undefined || (said.meaning.partOfDay === undefined && dayFollows(words[said.to]?.text))) return undefined;
  const { partOfDay, days } = said.meaning;
  return { to: said.to, value: addDays(today, days), ...(partOfDay === undefined ? { isWeak: true } : { partOfDay }) };
}

function dayFollows(next: string | undefined): boolean {
  return next !== undefined && (weekdays.has(next) || next === 'tomorrow' || next === 'the');
}

interface Meaning { readonly days: number; readonly partOfDay?: PartOfDay }

const phrases = phrasesFrom<Meaning>([
  ...each('morning', 'this morning', 'later this morning', 'first thing this morning', 'early this morning', 'earlier this morning'),
  ...each('afternoon', 'this afternoon', 'later this afternoon', 'early this afternoon', 'late this afternoon', 'this dinner time', 'this dinnertime', 'this lunchtime', 'this lunch time'),
  ...each('evening', 'tonight', 'tonite', 'this evening', 'later tonight', 'later this evening', 'early this evening', 'this tea time', 'this teatime', 'late tonight'),
  ...each('night', 'last thing tonight', 'tonight at bedtime', 'tonight at bed time'),
  ['last night', { days: -1, partOfDay: 'evening' }], ['late last night', { days: -1, partOfDay: 'evening' }], ['later on', { days: 0 }],
]);

function each(partOfDay: PartOfDay, ...said: readonly string[]): readonly (readonly [string, Meaning])[] {
  return said.map((phrase) => [phrase, { days: 0, partOfDay }] as const);
}
