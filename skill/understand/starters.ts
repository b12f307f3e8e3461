import { months, weekdays } from './calendar-words.ts';
import { small, tens } from '../words/counts.ts';
import type { Finder } from './found.ts';
import { namedDays } from './named-days.ts';

/** A finder that is asked only where a day, a time or a number could begin: most words begin none, and this is asked of every word. */
export function whereOneCanBegin(find: Finder): Finder {
  return (words, at, said) => {
    const text = words[at]?.text ?? '';
    return starters.has(text) || /^(?:\d|o+$)/.test(text) ? find(words, at, said) : [];
  };
}

const starters = new Set([
  ...weekdays.keys(), ...months.keys(), ...namedDays.keys(), ...small.keys(), ...tens.keys(), ...[...small.keys()].map((word) => `${word}ish`),
  ...('today tomorrow tomorow yesterday tonight tonite now right later this next last past coming in on at over the a an another week weekend midweek wc month year day fortnight fortnights first '
    + 'early earlier late bright mid middle end back beginning start towards some sometime any all so rest same during before after between around for '
    + 'half quarter noon noonish midday midnight teatime tea lunchtime lunch dinner dinnertime breakfast bedtime bed supper suppertime elevenses hour couple dozen hundred double treble triple oh '
    + 'about round roughly approximately nearly gone just shortly bit dead bang getting up '
    + 'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth').split(' '),
]);
