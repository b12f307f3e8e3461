import { months, namedDays, weekdays } from './calendar-words.ts';
import type { Finder } from './found.ts';

/** A finder that is asked only where a day, a time or a number could begin: most words begin none, and this is asked of every word. */
export function whereOneCanBegin(find: Finder): Finder {
  return (words, at, said) => {
    const text = words[at]?.text ?? '';
    return starters.has(text) || /^\d/.test(text) ? find(words, at, said) : [];
  };
}

const starters = new Set([
  ...weekdays.keys(), ...months.keys(), ...namedDays.keys(),
  ...('today tomorrow tomorow yesterday tonight now right later this next last past coming in on at over rest the a an week weekend day fortnight first '
    + 'half quarter noon midday mid midnight teatime tea lunchtime lunch dinner breakfast bedtime bed hour couple dozen double treble triple oh o nought naught zero '
    + 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen '
    + 'twenty thirty forty fifty sixty seventy eighty ninety hundred '
    + 'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth').split(' '),
]);
