import type { LocalTime } from '../../models/shared/index.ts';
import { countAt, small } from '../words/counts.ts';
import { follows, phraseAt, phrasesFrom } from './found.ts';
import { twentyFourAt } from './twenty-four-hours.ts';
import type { Word } from '../heard/words.ts';

/** What a clock face shows: minutes after twelve, or after midnight where the words tell all twenty four hours. */
export interface Clock { readonly to: number; readonly minutes: number; readonly isWeak?: true; readonly isTwentyFour?: true }

export function clockAt(words: readonly Word[], at: number, now: LocalTime): Clock | undefined {
  return figuresAt(words, at) ?? pastOrToAt(words, at, now) ?? halfHourAt(words, at) ?? twentyFourAt(words, at) ?? hourAt(words, at);
}

/** "8:30", "15:00". */
function figuresAt(words: readonly Word[], at: number): Clock | undefined {
  const figures = /^(\d{1,2}):(\d\d)$/.exec(words[at]?.text ?? '');
  if (figures === null || Number(figures[1]) > 23 || Number(figures[2]) > 59) return undefined;
  const isTwentyFour = figures[1]?.startsWith('0') === true || Number(figures[1]) > 12;
  const to = at + 1 + (words[at + 1]?.text === 'hours' ? 1 : 0);
  return { to, minutes: Number(figures[1]) * 60 + Number(figures[2]), ...((isTwentyFour || to > at + 1) && { isTwentyFour: true }) };
}

/** "Half past eight", "quarter to nine", "ten past three", "five and twenty to four"; without the hour, the next time the clock shows it. */
function pastOrToAt(words: readonly Word[], at: number, now: LocalTime): Clock | undefined {
  const from = words[at]?.text === 'a' ? at + 1 : at;
  const fraction = phraseAt(fractions, words, from);
  const part = fraction === undefined ? minutesAt(words, from) : { to: fraction.to, minutes: fraction.meaning };
  if (part === undefined) return undefined;
  const way = ways.get(words[part.to]?.text ?? '') ?? 0;
  if (way === 0) return undefined;
  const signed = way * part.minutes;
  const hour = hourNumberAt(words, part.to + 1) ?? middleAt(words, part.to + 1);
  if (hour !== undefined) return { to: hour.to, minutes: (hour.hour * 60 + signed + 720) % 720 + (hour.isMidnight !== true ? 0 : way > 0 ? 1440 : 720) };
  return part.to + 1 === words.length && part.minutes % 5 === 0 ? coming((signed + 60) % 60, now, part.to + 1) : undefined;
}

const fractions = phrasesFrom<number>([['half', 30], ['quarter', 15], ['five and twenty', 25], ['five and twenty minutes', 25]]);
const ways: ReadonlyMap<string, number> = new Map([['past', 1], ['to', -1], ['after', 1], ['gone', 1], ['before', -1]]);

function coming(minute: number, now: LocalTime, to: number): Clock {
  const [hour, gone] = now.split(':').map(Number);
  const next = (hour ?? 0) + (minute > (gone ?? 0) ? 0 : 1);
  return { to, minutes: (next % 24) * 60 + minute, isWeak: true, isTwentyFour: true };
}

function middleAt(words: readonly Word[], at: number): HourNumber | undefined {
  const text = words[at]?.text;
  if (text === 'noon' || text === 'midday') return { to: at + 1, hour: 12, isOClock: true };
  return text === 'midnight' ? { to: at + 1, hour: 12, isOClock: true, isMidnight: true } : undefined;
}

/** "Half eight" is half past eight. */
function halfHourAt(words: readonly Word[], at: number): Clock | undefined {
  const hour = follows(words, at, ['half']) ? hourNumberAt(words, at + 1) : undefined;
  return hour && { to: hour.to, minutes: (hour.hour % 12) * 60 + 30 };
}

/** "Eight o'clock", "eightish", "eight thirty", "nine oh five"; a bare "eight" is a weak reading. */
function hourAt(words: readonly Word[], at: number): Clock | undefined {
  const hour = hourNumberAt(words, at);
  if (hour === undefined) return undefined;
  const start = (hour.hour % 12) * 60;
  if (hour.isOClock) return { to: hour.to, minutes: start };
  const isOh = ['oh', 'o', 'nought', 'zero'].includes(words[hour.to]?.text ?? '');
  const minutes = minutesAt(words, hour.to + (isOh ? 1 : 0));
  if (minutes !== undefined && (isOh ? minutes.minutes < 10 : minutes.minutes >= 10)) return { to: minutes.to, minutes: start + minutes.minutes };
  return { to: hour.to, minutes: start, isWeak: true };
}

interface HourNumber { readonly to: number; readonly hour: number; readonly isOClock: boolean; readonly isMidnight?: true }

/** One word only, so that "eight thirty" is not read on as one number. */
function hourNumberAt(words: readonly Word[], at: number): HourNumber | undefined {
  const text = words[at]?.text ?? '';
  const isRough = text.endsWith('ish');
  const stem = isRough ? text.slice(0, -3) : text;
  const hour = small.get(stem) ?? (/^\d{1,2}$/.test(stem) ? Number(stem) : 0);
  if (hour < 1 || hour > 12) return undefined;
  const clock = phraseAt(oClock, words, at + 1);
  return { to: clock?.to ?? at + 1, hour, isOClock: clock !== undefined || isRough };
}

const oClock = phrasesFrom([['oclock', true], ['o clock', true], ['clock', true]]);

function minutesAt(words: readonly Word[], at: number): { to: number; minutes: number } | undefined {
  const text = words[at]?.text;
  const count = text === 'a' || text === 'couple' || text === 'half' ? undefined : countAt(words, at);
  if (count === undefined || Number(count.value) > 59) return undefined;
  const unit = words[count.to]?.text;
  return { to: count.to + (unit === 'minutes' || unit === 'minute' || unit === 'mins' ? 1 : 0), minutes: Number(count.value) };
}
