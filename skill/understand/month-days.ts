import { isLocalDate, type LocalDate } from '../../models/shared/index.ts';
import { months } from './calendar-words.ts';
import { countAt, ordinalAt } from './numbers.ts';
import { follows } from './found.ts';
import type { Word } from './words.ts';

/** "The tenth", "the tenth of December", "10 December", "December the tenth": the coming one. A bare "the tenth" is a weak reading. */
export function monthDayAt(words: readonly Word[], at: number, today: LocalDate): { readonly to: number; readonly date: LocalDate; readonly isWeak?: true } | undefined {
  const monthFirst = months.get(words[at]?.text ?? '');
  if (monthFirst !== undefined) {
    const day = dayNumberAt(words, at + 1);
    return day && dated(day.to, day.value, monthFirst, today);
  }
  const day = dayNumberAt(words, at);
  if (day === undefined) return undefined;
  const monthAt = day.to + (words[day.to]?.text === 'of' ? 1 : 0);
  const month = months.get(words[monthAt]?.text ?? '');
  if (month !== undefined) return dated(monthAt + 1, day.value, month, today);
  return day.isOrdinal && day.hasThe ? comingDayOfMonth(day.to, day.value, today) : undefined;
}

function dayNumberAt(words: readonly Word[], at: number) {
  const hasThe = follows(words, at, ['the']);
  const start = hasThe ? at + 1 : at;
  const ordinal = ordinalAt(words, start);
  const number = ordinal ?? countAt(words, start);
  return number && { to: number.to, value: Number(number.value), isOrdinal: ordinal !== undefined, hasThe };
}

function dated(to: number, day: number, month: number, today: LocalDate) {
  const year = Number(today.slice(0, 4));
  const found = [0, 1, 2, 3, 4].map((ahead) => dateOf(year + ahead, month, day)).find((date) => isLocalDate(date) && date >= today);
  return found && { to, date: found };
}

function comingDayOfMonth(to: number, day: number, today: LocalDate) {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const found = [0, 1, 2].map((ahead) => dateOf(Math.floor((first + ahead) / 12), ((first + ahead) % 12) + 1, day)).find((date) => isLocalDate(date) && date >= today);
  return found && { to, date: found, isWeak: true as const };
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}
