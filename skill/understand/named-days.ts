import { addDays, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { bankHolidaysOf, easterOf, weekdayOfMonth } from './feasts.ts';
import { phraseAt, phrasesFrom } from './found.ts';
import { dateOf } from './months-on.ts';
import type { Day } from './plain-days.ts';
import type { Word } from '../heard/words.ts';

/** "Christmas Eve", "the August bank holiday", "this Easter", "last Boxing Day": the coming one, unless it is the last. */
export function namedDayAt(words: readonly Word[], at: number, today: LocalDate): Day | undefined {
  const lead = ['the', 'this', 'next', 'last'].find((text) => words[at]?.text === text);
  const named = phraseAt(namedDays, words, at + (lead === undefined ? 0 : 1));
  if (named === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  const dates = [year - 1, year, year + 1].flatMap(named.meaning);
  const date = lead === 'last' ? dates.findLast((each) => each < today) : dates.find((each) => (lead === 'next' ? each > today : each >= today));
  return date && { to: named.to, date };
}

type DatesIn = (year: number) => readonly LocalDate[];
type Named = readonly [string, DatesIn];

export const namedDays = phrasesFrom<DatesIn>([
  ...on(12, 24, 'christmas eve', 'xmas eve'), ...on(12, 25, 'christmas day', 'christmas', 'xmas', 'xmas day'), ...on(12, 26, 'boxing day', 'saint stephen day', 'st stephen day'),
  ...on(12, 31, 'new year eve', 'new years eve', 'hogmanay'), ...on(1, 1, 'new year day', 'new years day', 'new year'), ...on(1, 25, 'burns night'),
  ...on(2, 14, 'valentines day', 'valentine day', 'valentines'), ...on(3, 1, 'st david day', 'st davids day', 'saint david day'), ...on(3, 17, 'st patrick day', 'st patricks day', 'saint patrick day', 'paddy day'),
  ...on(4, 1, 'april fools day', 'april fool day'), ...on(4, 23, 'st george day', 'st georges day', 'saint george day'), ...on(5, 1, 'may day'), ...on(5, 8, 've day'), ...on(6, 24, 'midsummer day', 'midsummers day'),
  ...on(10, 31, 'halloween', 'hallowe en'), ...on(11, 5, 'bonfire night', 'guy fawkes night', 'guy fawkes', 'fireworks night'), ...on(11, 11, 'armistice day', 'remembrance day'), ...on(11, 30, 'st andrew day', 'st andrews day', 'saint andrew day'),

  ...fromEaster(-47, 'shrove tuesday', 'pancake day', 'pancake tuesday'), ...fromEaster(-46, 'ash wednesday'), ...fromEaster(-21, 'mothering sunday', 'mothers day', 'mother day'),
  ...fromEaster(-7, 'palm sunday'), ...fromEaster(-3, 'maundy thursday'), ...fromEaster(-2, 'good friday'), ...fromEaster(-1, 'easter saturday'), ...fromEaster(0, 'easter sunday', 'easter day', 'easter'),
  ...fromEaster(1, 'easter monday', 'easter bank holiday', 'easter bank holiday monday'), ...fromEaster(39, 'ascension day'), ...fromEaster(49, 'whit sunday', 'whitsun', 'whitsunday'), ...fromEaster(50, 'whit monday'),
  ...each((year) => [weekdayOfMonth(year, 6, 7, 3)], 'fathers day', 'father day'), ...each((year) => [weekdayOfMonth(year, 11, 7, 2)], 'remembrance sunday', 'poppy day'),

  ...each(bankHolidaysOf, 'bank holiday'), ...each((year) => bankHolidaysOf(year).filter((day) => weekdayOf(day) === 1), 'bank holiday monday'),
  ...bankHoliday((year) => [weekdayOfMonth(year, 5, 1, 1)], 'early may', 'may day', 'first may'), ...bankHoliday((year) => [weekdayOfMonth(year, 5, 1, 0)], 'spring', 'late may', 'second may', 'whit', 'whitsun'),
  ...bankHoliday((year) => [weekdayOfMonth(year, 5, 1, 1), weekdayOfMonth(year, 5, 1, 0)], 'may'), ...bankHoliday((year) => [weekdayOfMonth(year, 8, 1, 0)], 'august', 'summer', 'late summer'),
  ...each((year) => bankHolidaysOf(year).slice(-2), 'christmas bank holiday'), ...each((year) => bankHolidaysOf(year).slice(0, 1), 'new year bank holiday', 'new years bank holiday'),
]);

function each(dates: DatesIn, ...names: readonly string[]): readonly Named[] {
  return names.map((name) => [name, dates] as const);
}

function on(month: number, day: number, ...names: readonly string[]): readonly Named[] {
  return each((year) => [dateOf(year, month, day)], ...names);
}

function fromEaster(days: number, ...names: readonly string[]): readonly Named[] {
  return each((year) => [addDays(easterOf(year), days)], ...names);
}

function bankHoliday(dates: DatesIn, ...names: readonly string[]): readonly Named[] {
  return each(dates, ...names.flatMap((name) => [`${name} bank holiday`, `${name} bank holiday monday`]));
}
