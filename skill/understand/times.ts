import { timeAt } from '../../models/shared/index.ts';
import { clockAt, type Clock } from './clock-faces.ts';
import { phraseAt, phrasesFrom, type Finder, type Found } from './found.ts';
import { halfAfter, halfAfterDay, halfBefore, halfToday, type Half } from './half-of-day.ts';
import type { Word } from '../heard/words.ts';

/**
 * AMAZON.TIME: 08:30, or MO, AF, EV, NI for a part of the day with a name of its own ("tea time").
 * Said without a part of the day, one o'clock to just before seven is the afternoon; seven to noon is the morning.
 * Words that hedge are taken with it: "about half eight", "nine on the dot", "just gone ten".
 */
export const findTimes: Finder = (words, at, { now }) => {
  const from = phraseAt(before, words, at)?.to ?? at;
  const named = phraseAt(namedTimes, words, from);
  const clock = clockAt(words, from, now);
  const found = clock === undefined ? [] : withHalf(words, { ...clock, to: pastHedges(words, clock.to) }, from);
  return [...found, ...(named === undefined ? [] : [{ to: pastHedges(words, named.to), value: named.meaning }])].sort((one, other) => other.to - one.to);
};

const namedTimes = phrasesFrom([
  ...each('12:00', 'noon', 'midday', 'mid day', 'twelve noon', 'twelve midday', 'noonish', '12 noon', 'twelve oclock noon'), ...each('00:00', 'midnight', 'twelve midnight', '12 midnight'),
  ...each('MO', 'breakfast time', 'mid morning'), ['elevenses', '11:00'],
  ...each('AF', 'lunchtime', 'lunch time', 'dinner time', 'dinnertime', 'mid afternoon'), ...each('EV', 'tea time', 'teatime', 'supper time', 'suppertime'), ...each('NI', 'bedtime', 'bed time'),
]);

const before = hedges('about', 'around', 'round about', 'roughly', 'approximately', 'nearly', 'gone', 'just gone', 'just after', 'just before', 'just about', 'shortly after', 'a bit after', 'a bit before', 'a little after', 'a little before', 'bit after', 'bit before', 'dead on', 'bang on', 'on the stroke of', 'getting on for');
const after = hedges('on the dot', 'on the button', 'sharp', 'prompt', 'ish', 'or so', 'or thereabouts', 'or round about');

function each(value: string, ...said: readonly string[]) {
  return said.map((phrase) => [phrase, value] as const);
}

function hedges(...said: readonly string[]) {
  return phrasesFrom(said.map((phrase) => [phrase, true] as const));
}

function pastHedges(words: readonly Word[], at: number): number {
  return phraseAt(after, words, at)?.to ?? at;
}

/** The time in its half of the day, with and without the words that tell the half, which may be wanted for the day: "half eight tonight". */
function withHalf(words: readonly Word[], clock: Clock, from: number): readonly Found[] {
  const todays = halfToday(words, clock.to);
  const said = halfAfter(words, clock.to) ?? (isAnAnswer(words, from) ? todays : undefined);
  const half = said ?? todays ?? halfAfterDay(words, clock.to) ?? notMidnight(halfBefore(words, from), clock);
  const value = timeAt(half === undefined ? plainMinutes(clock) : minutesIn(half, clock));
  const isWeak = clock.isWeak === true && said === undefined;
  const plain = { to: clock.to, value, ...(isWeak && { isWeak }) };
  return said === undefined ? [plain] : [{ to: pastHedges(words, said.to), value, ...(said.partOfDay !== undefined && { partOfDay: said.partOfDay }) }, plain];
}

/** Only such words stand before: the whole sentence is a time. */
function isAnAnswer(words: readonly Word[], at: number): boolean {
  return at < 4 && words.slice(0, at).every(({ text }) => smallWords.has(text));
}

const smallWords = new Set(['at', 'about', 'around', 'round', 'say', 'for', 'by', 'just', 'after', 'before', 'gone']);

/** "Tomorrow morning at twelve" is midday: nobody is expected at midnight. */
function notMidnight(half: Half | undefined, { minutes }: Clock): Half | undefined {
  return half?.side === 'am' && minutes % 720 < 60 ? undefined : half;
}

function plainMinutes({ minutes, isTwentyFour }: Clock): number {
  const late = minutes % 720;
  if (isTwentyFour === true || minutes >= 780) return minutes % 1440;
  return late < 60 || late >= 420 ? (late < 60 ? 720 + late : late) : late + 720;
}

/** "Two at night" is two in the morning; "nine at night" is not. Figures past noon are plain whatever is said with them. */
function minutesIn({ side }: Half, clock: Clock): number {
  const late = clock.minutes % 720;
  if (clock.minutes >= 780) return plainMinutes(clock);
  if (side === 'midday') return late >= lateMorning ? late : late + 720;
  return side === 'pm' || (side === 'night' && late >= smallHours) ? late + 720 : late;
}

const smallHours = 5 * 60;
const lateMorning = 10 * 60;
