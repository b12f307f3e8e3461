import type { LocalDate } from '../../models/shared/index.ts';
import { dayBesideAt } from './beside-days.ts';
import { spansAt } from './date-spans.ts';
import { fromNowAt } from './days-from-now.ts';
import { follows, phraseAt, phrasesFrom, type Finder, type Found, type PartOfDay } from './found.ts';
import { monthDayAt } from './month-days.ts';
import { monthEdgeAt } from './month-edges.ts';
import { namedDayAt } from './named-days.ts';
import { partAt } from './parts-of-day.ts';
import { partOfTodayAt } from './parts-of-today.ts';
import { plainDayAt, type Day } from './plain-days.ts';
import { weekdayDayAt } from './weekday-days.ts';
import type { Word } from '../heard/words.ts';

/**
 * AMAZON.DATE: a day as 2026-12-10, a week as 2026-W49, a weekend as 2026-W49-WE, a month as 2026-11, a season as 2027-SP, now as PRESENT_REF.
 * A weekday is the coming one, today included; "next Tuesday" is always after today; "a week on Thursday" is seven days later.
 * A part of the day said with it is given beside it.
 */
export const findDates: Finder = (words, at, { today }) => {
  const lead = phraseAt(partsFirst, words, at);
  const part = partOfTodayAt(words, at, today);
  return [
    ...daysOn(words, at, today).flatMap((day) => [...withPart(words, day), { to: day.to, value: day.date, ...(day.isWeak && { isWeak: true as const }) }]),
    ...(lead === undefined ? [] : daysOn(words, lead.to, today).flatMap((day) => [...withPart(words, day), { to: day.to, value: day.date, partOfDay: lead.meaning }])),
    ...(part === undefined ? [] : [part]),
    ...spansAt(words, at, today),
  ].sort((one, other) => other.to - one.to);
};

/** "First thing tomorrow", "late on Friday", "the morning of the eighth". */
const partsFirst = phrasesFrom<PartOfDay>([
  ...['first thing', 'early', 'early on', 'bright and early', 'the morning of', 'on the morning of'].map((said) => [said, 'morning'] as const),
  ...['the afternoon of', 'on the afternoon of'].map((said) => [said, 'afternoon'] as const),
  ...['late', 'late on', 'the evening of', 'on the evening of', 'the night of', 'on the night of'].map((said) => [said, 'evening'] as const),
  ['last thing', 'night'], ['last thing at night', 'night'],
]);

/** The day with a part of it after it: "Thursday morning", "Thursday in the morning", "tomorrow night", "Friday pm". */
function withPart(words: readonly Word[], day: Day): readonly Found[] {
  const half = halves.get(words[day.to]?.text ?? '');
  if (half !== undefined && words[day.to + 1]?.text !== 'i') return [{ to: day.to + 1, value: day.date, partOfDay: half }];
  const from = phraseAt(joins, words, day.to)?.to ?? day.to;
  const part = partAt(words, from);
  return part === undefined ? [] : [{ to: part.to, value: day.date, partOfDay: part.meaning }];
}

const halves = new Map<string, PartOfDay>([['am', 'morning'], ['pm', 'afternoon']]);
const joins = phrasesFrom([['in the', true], ['at', true], ['during the', true]]);

function daysOn(words: readonly Word[], at: number, today: LocalDate): readonly Day[] {
  const here = at + (follows(words, at, ['on']) ? 1 : 0);
  return [plainDayAt, weekdayDayAt, fromNowAt, monthDayAt, monthEdgeAt, dayBesideAt, namedDayAt].map((find) => find(words, here, today)).filter((day) => day !== undefined);
}
