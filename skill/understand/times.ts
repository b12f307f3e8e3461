import { timeAt } from '../../models/shared/index.ts';
import { countAt } from './numbers.ts';
import { follows, phraseAt, phrasesFrom, type Finder, type Found, type PartOfDay } from './found.ts';
import { partAt } from './parts-of-day.ts';
import type { Word } from './words.ts';

/**
 * AMAZON.TIME: 08:30, or MO, AF, EV, NI for a part of the day with a name of its own ("tea time").
 * Said without a part of the day, one o'clock to just before seven is the afternoon; seven to noon is the morning.
 */
export const findTimes: Finder = (words, at) => {
  const named = phraseAt(namedTimes, words, at);
  const clock = clockAt(words, at);
  return [...(clock === undefined ? [] : [withHalf(words, clock)]), ...(named === undefined ? [] : [{ to: named.to, value: named.meaning }])]
    .sort((one, other) => other.to - one.to);
};

const namedTimes = phrasesFrom([
  ['noon', '12:00'], ['midday', '12:00'], ['mid day', '12:00'], ['twelve noon', '12:00'], ['midnight', '00:00'], ['tea time', 'EV'], ['teatime', 'EV'],
  ['lunchtime', 'AF'], ['lunch time', 'AF'], ['dinner time', 'AF'], ['breakfast time', 'MO'], ['bedtime', 'NI'], ['bed time', 'NI'],
]);

interface Half { readonly to: number; readonly isAfterNoon: boolean; readonly isNight: boolean; readonly partOfDay?: PartOfDay }
interface Clock { readonly to: number; readonly minutes: number; readonly isWeak?: true; readonly isTwentyFour?: true }

/** Adds the half of the day: "in the morning", "at night", "p m". */
function withHalf(words: readonly Word[], { to, minutes, isWeak, isTwentyFour }: Clock): Found {
  const half = halfAt(words, to);
  const late = minutes % 720;
  if (half !== undefined) {
    const isLate = half.isAfterNoon || (half.isNight && late >= smallHours);
    return { to: half.to, value: timeAt(isLate ? late + 720 : late), ...(half.partOfDay !== undefined && { partOfDay: half.partOfDay }) };
  }
  const value = timeAt(isTwentyFour || minutes >= 780 ? minutes : late < 420 ? (late < 60 ? 720 + late : late + 720) : late);
  return { to, value, ...(isWeak && { isWeak }) };
}

/** "Two at night" is two in the morning; "nine at night" is not. */
const smallHours = 5 * 60;

function halfAt(words: readonly Word[], at: number): Half | undefined {
  const text = words[at]?.text;
  if (text === 'am' || text === 'pm') return { to: at + 1, isAfterNoon: text === 'pm', isNight: false };
  const from = at + (follows(words, at, ['in', 'the']) ? 2 : follows(words, at, ['at']) || follows(words, at, ['this']) ? 1 : 0);
  const part = from === at ? undefined : partAt(words, from);
  const isNight = words[from]?.text === 'night';
  return part && { to: part.to, isAfterNoon: !isNight && part.meaning !== 'morning', isNight, partOfDay: part.meaning };
}

function clockAt(words: readonly Word[], at: number): Clock | undefined {
  return figuresAt(words, at) ?? pastOrToAt(words, at) ?? halfHourAt(words, at) ?? hourAt(words, at);
}

/** "8:30", "15:00". */
function figuresAt(words: readonly Word[], at: number): Clock | undefined {
  const figures = /^(\d{1,2}):(\d\d)$/.exec(words[at]?.text ?? '');
  if (figures === null || Number(figures[1]) > 23 || Number(figures[2]) > 59) return undefined;
  const isTwentyFour = figures[1]?.startsWith('0') === true || Number(figures[1]) > 12;
  return { to: at + 1, minutes: Number(figures[1]) * 60 + Number(figures[2]), ...(isTwentyFour && { isTwentyFour }) };
}

/** "Half past eight", "quarter to nine", "ten past three", "five and twenty to four". */
function pastOrToAt(words: readonly Word[], at: number): Clock | undefined {
  const from = words[at]?.text === 'a' ? at + 1 : at;
  const fraction = follows(words, from, ['half']) ? { to: from + 1, minutes: 30 } : follows(words, from, ['quarter']) ? { to: from + 1, minutes: 15 }
    : follows(words, from, ['five', 'and', 'twenty']) ? { to: from + 3, minutes: 25 } : minutesAt(words, from);
  if (fraction === undefined) return undefined;
  const after = fraction.to + (follows(words, fraction.to, ['minutes']) ? 1 : 0);
  const way = words[after]?.text;
  const hour = way === 'past' || way === 'to' || way === 'after' || way === 'gone' ? hourNumberAt(words, after + 1) : undefined;
  if (hour === undefined) return undefined;
  return { to: hour.to, minutes: (hour.hour * 60 + (way === 'to' ? -fraction.minutes : fraction.minutes) + 720) % 720 };
}

/** "Half eight" is half past eight. */
function halfHourAt(words: readonly Word[], at: number): Clock | undefined {
  const hour = follows(words, at, ['half']) ? hourNumberAt(words, at + 1) : undefined;
  return hour && { to: hour.to, minutes: (hour.hour % 12) * 60 + 30 };
}

/** "Eight o'clock", "eight thirty", "nine oh five"; a bare "eight" is a weak reading. */
function hourAt(words: readonly Word[], at: number): Clock | undefined {
  const hour = hourNumberAt(words, at);
  if (hour === undefined) return undefined;
  const start = (hour.hour % 12) * 60;
  if (hour.isOClock) return { to: hour.to, minutes: start };
  const isOh = follows(words, hour.to, ['oh']) || follows(words, hour.to, ['o']);
  const minutes = minutesAt(words, hour.to + (isOh ? 1 : 0));
  if (minutes !== undefined && (isOh ? minutes.minutes < 10 : minutes.minutes >= 10)) return { to: minutes.to, minutes: start + minutes.minutes };
  return { to: hour.to, minutes: start, ...(halfAt(words, hour.to) === undefined && { isWeak: true }) };
}

function hourNumberAt(words: readonly Word[], at: number): { to: number; hour: number; isOClock: boolean } | undefined {
  const count = words[at]?.text === 'a' ? undefined : smallCount(words, at);
  if (count === undefined || count.value < 1 || count.value > 12) return undefined;
  const isOClock = follows(words, count.to, ['oclock']);
  return { to: count.to + (isOClock ? 1 : 0), hour: count.value, isOClock };
}

function minutesAt(words: readonly Word[], at: number): { to: number; minutes: number } | undefined {
  const count = countAt(words, at);
  return count !== undefined && Number(count.value) < 60 && words[at]?.text !== 'a' ? { to: count.to, minutes: Number(count.value) } : undefined;
}

/** One word only, so that "eight thirty" is not read on as one number. */
function smallCount(words: readonly Word[], at: number): { to: number; value: number } | undefined {
  const count = countAt(words.slice(0, at + 1), at);
  return count && { to: count.to, value: Number(count.value) };
}
