import type { Pence } from '../../models/shared/index.ts';

/** Money for the ear: "458 pounds and 50 pence", "1 pound", "50 pence", "nothing". Below zero is said by the caller. */
export function moneyWords(amount: Pence): string {
  const pounds = Math.floor(Math.abs(amount) / 100);
  const pence = Math.abs(amount) % 100;
  if (pounds === 0 && pence === 0) return 'nothing';
  if (pounds === 0) return penceWords(pence);
  return pence === 0 ? poundsWords(pounds) : `${poundsWords(pounds)} and ${penceWords(pence)}`;
}

function poundsWords(pounds: number): string {
  return pounds === 1 ? '1 pound' : `${pounds.toLocaleString('en-GB')} pounds`;
}

function penceWords(pence: number): string {
  return pence === 1 ? '1 penny' : `${pence} pence`;
}
