import { weekdays } from './calendar-words.ts';
import { follows, phraseAt, phrasesFrom, type PartOfDay } from './found.ts';
import { partAt } from './parts-of-day.ts';
import type { Word } from '../heard/words.ts';

/** Which half of the day a time is in, by what is said beside it. `to` is after the words that say so, where they belong to the time. */
export interface Half { readonly to: number; readonly side: 'am' | 'pm' | 'night' | 'midday'; readonly partOfDay?: PartOfDay }

/** After the time: "in the morning", "at night", "of an evening", "for tea", "pm". */
export function halfAfter(words: readonly Word[], at: number): Half | undefined {
  const text = words[at]?.text;
  if (text === 'am' && words[at + 1]?.text !== 'i') return { to: at + 1, side: 'am' };
  if (text === 'pm') return { to: at + 1, side: 'pm' };
  if (follows(words, at, ['a', 'm'])) return { to: at + 2, side: 'am' };
  const meal = phraseAt(meals, words, at);
  if (meal !== undefined) return { to: meal.to, side: meal.meaning };
  const from = phraseAt(joins, words, at)?.to;
  return from === undefined ? undefined : halfAt(words, from);
}

/** "Tonight", "this afternoon": these tell the day as well, so the time takes them up only where nothing else is said. */
export function halfToday(words: readonly Word[], at: number): Half | undefined {
  const text = words[at]?.text;
  return text === 'tonight' ? { to: at + 1, side: 'pm', partOfDay: 'evening' } : text === 'this' ? halfAt(words, at + 1) : undefined;
}

/** After the day that comes after the time: "six tomorrow evening", "nine on Friday night". */
export function halfAfterDay(words: readonly Word[], at: number): Half | undefined {
  const day = at + (words[at]?.text === 'on' ? 1 : 0);
  const text = words[day]?.text ?? '';
  if (text !== 'tomorrow' && text !== 'yesterday' && !weekdays.has(text)) return undefined;
  const half = halfAt(words, day + 1);
  return half && { ...half, to: at };
}

/** Before the time: "tomorrow evening at six", "tonight about eight". */
export function halfBefore(words: readonly Word[], at: number): Half | undefined {
  let end = at;
  while (end > 0 && at - end < 2 && between.has(words[end - 1]?.text ?? '')) end--;
  const last = words[end - 1]?.text;
  if (last === 'tonight') return { to: at, side: 'pm', partOfDay: 'evening' };
  const start = [1, 2].map((length) => end - length).find((from) => from >= 0 && partAt(words, from)?.to === end);
  const half = start === undefined ? undefined : halfAt(words, start);
  return half && { ...half, to: at };
}

function halfAt(words: readonly Word[], at: number): Half | undefined {
  const part = partAt(words, at);
  if (part === undefined) return undefined;
  return { to: part.to, side: sideOf(words[part.to - 1]?.text, words[at]?.text, part.meaning), partOfDay: part.meaning };
}

/** Dinner and lunch begin late in the morning: "half eleven at dinner time". */
function sideOf(last: string | undefined, first: string | undefined, part: PartOfDay): Half['side'] {
  if (last === 'night') return 'night';
  if (part === 'morning') return 'am';
  return first !== 'after' && part === 'afternoon' && last !== 'afternoon' ? 'midday' : 'pm';
}

const joins = phrasesFrom(['in the', 'at', 'of a', 'of an', 'in an', 'on a', 'on an', 'during the'].map((join) => [join, true]));
const meals = phrasesFrom<Half['side']>([['for breakfast', 'am'], ['for my breakfast', 'am'], ['for dinner', 'midday'], ['for my dinner', 'midday'], ['for lunch', 'midday'], ['for my lunch', 'midday'], ['for tea', 'pm'], ['for my tea', 'pm']]);
const between = new Set(['at', 'about', 'around', 'round', 'by', 'for', 'say', 'just', 'after']);
