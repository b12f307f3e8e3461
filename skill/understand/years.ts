import type { LocalDate } from '../../models/shared/index.ts';
import { belowHundredAt } from '../words/counts.ts';
import { follows } from './found.ts';
import type { Word } from '../heard/words.ts';

/** A year said in full and not far off: "2026", "twenty twenty six", "two thousand and twenty six". */
export function yearAt(words: readonly Word[], at: number, today: LocalDate): { to: number; year: number } | undefined {
  const found = saidAt(words, at);
  return found !== undefined && Math.abs(found.year - Number(today.slice(0, 4))) <= mostYearsOff ? found : undefined;
}

const mostYearsOff = 5;

function saidAt(words: readonly Word[], at: number): { to: number; year: number } | undefined {
  const text = words[at]?.text ?? '';
  if (/^20\d\d$/.test(text)) return { to: at + 1, year: Number(text) };
  const from = text === 'twenty' ? at + 1 : follows(words, at, ['two', 'thousand']) ? at + 2 + (words[at + 2]?.text === 'and' ? 1 : 0) : undefined;
  const rest = from === undefined ? undefined : belowHundredAt(words, from);
  return rest === undefined || rest.value < 10 ? undefined : { to: rest.to, year: 2000 + rest.value };
}
