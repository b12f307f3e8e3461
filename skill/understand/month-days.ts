import { addDays, isLocalDate, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { months } from './calendar-words.ts';
import { countAt } from '../words/counts.ts';
import { follows, phraseAt, phrasesFrom } from './found.ts';
import { dateOf, firstOfMonth, monthOn } from './months-on.ts';
import { ordinalAt } from './numbers.ts';
import type { Day } from './plain-days.ts';
import type { Word } from '../heard/words.ts';
import { yearAt } from './years.ts';

/** "The tenth", "the tenth of December", "10 December 2026", "December the tenth", "the first of the month": the coming one. A bare "the tenth" is a weak reading. */
export function monthDayAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const monthFirst = months.get(words[at]?.text ?? '');
  if (monthFirst !== undefined) {
    const day = dayNumberAt(words, at + 1);
    return day && dated(words, day.to, day.value, monthFirst, today);
  }
  const day = dayNumberAt(words, at);
  if (day === undefined) return undefined;
  const monthAt = day.to + (words[day.to]?.text === 'of' ? 1 : 0);
  const month = months.get(words[monthAt]?.text ?? '');
  if (month !== undefined) return dated(words, monthAt + 1, day.value, month, today);
  if (!day.isOrdinal) return undefined;
  const which = phraseAt(whichMonth, words, day.to);
  if (which?.meaning === 'the') return comingDayOfMonth(which.to, day.value, today, false);
  if (which !== undefined) return real({ to: which.to, date: `${monthOn(today, Number(which.meaning))}-${String(day.value).padStart(2, '0')}` as LocalDate });
  return day.hasThe ? comingDayOfMonth(day.to, day.value, today, true) : undefined;
}

/**
 * The day of the month said after a weekday: "Tuesday the eighth", "Tuesday 8th". Where both agree within three months, that is the day;
 * else one of the two was a slip, and the day of the month is taken, to be read back.
 */
export function monthDayAfterWeekday(words: readonly Word[], at: number, weekday: number, today: LocalDate): Day | undefined {
  const full = monthDayAt(words, at, today);
  if (full !== undefined && full.isWeak !== true) return full;
  const ordinal = full === undefined ? ordinalAt(words, at) : undefined;
  const value = full === undefined ? Number(ordinal?.value ?? 0) : Number(full.date.slice(8));
  const to = full?.to ?? ordinal?.to;
  if (to === undefined || (full === undefined && value < leastBareOrdinal)) return undefined;
  const agreeing = comingMonths.map((ahead) => ofMonth(today, ahead, value)).find((date) => isLocalDate(date) && date >= today && date <= addDays(today, threeMonths) && weekdayOf(date) === weekday);
  return agreeing === undefined ? full ?? comingDayOfMonth(to, value, today, true) : { to, date: agreeing };
}

const threeMonths = 92;
const comingMonths = [0, 1, 2, 3, 4];
/** "Tuesday first thing" and "Tuesday's second visit" are no dates. */
const leastBareOrdinal = 4;
const whichMonth = phrasesFrom([['of the month', 'the'], ['of this month', '0'], ['this month', '0'], ['of next month', '1'], ['next month', '1'], ['of last month', '-1']]);

function dayNumberAt(words: readonly Word[], at: number) {
  const hasThe = follows(words, at, ['the']);
  const start = hasThe ? at + 1 : at;
  const ordinal = ordinalAt(words, start);
  const number = ordinal ?? countAt(words, start);
  return number && Number(number.value) < 32 ? { to: number.to, value: Number(number.value), isOrdinal: ordinal !== undefined, hasThe } : undefined;
}

function dated(words: readonly Word[], to: number, day: number, month: number, today: LocalDate): Day | undefined {
  const said = yearAt(words, to, today);
  if (said !== undefined) return real({ to: said.to, date: dateOf(said.year, month, day) });
  const year = Number(today.slice(0, 4));
  const found = leapsApart.map((ahead) => dateOf(year + ahead, month, day)).find((date) => isLocalDate(date) && date >= today);
  return found && { to, date: found };
}

/** The 29th of February can be eight years off. */
const leapsApart = [0, 1, 2, 3, 4, 5, 6, 7, 8];

function comingDayOfMonth(to: number, day: number, today: LocalDate, isWeak: boolean): Day | undefined {
  const found = [0, 1, 2].map((ahead) => ofMonth(today, ahead, day)).find((date) => isLocalDate(date) && date >= today);
  return found && { to, date: found, ...(isWeak && { isWeak }) };
}

function ofMonth(today: LocalDate, ahead: number, day: number): LocalDate {
  const first = firstOfMonth(today, ahead);
  return dateOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
}

function real(day: Day): Day | undefined {
  return isLocalDate(day.date) ? day : undefined;
}
