import { createHash } from 'node:crypto';
import type { MoneyCells } from '../../models/money-in/index.ts';

/**
 * Makes references for lines of a statement that has none: of all that the line says, and of which of several such lines it is. The same
 * statement once more, or one that overlaps it by whole days, gives each line the same reference again.
 */
export function referencesMade(): (cells: MoneyCells) => string {
  const seen = new Map<string, number>();
  return ({ person = '', date = '', amount = '', paidOut = '', paidIn = '', words = '', balance = '' }) => {
    const line = JSON.stringify([person, date, amount, paidOut, paidIn, words, balance].map((text) => text.trim()));
    const times = (seen.get(line) ?? 0) + 1;
    seen.set(line, times);
    return `line-${createHash('sha256').update(`${line} ${times}`).digest('hex').slice(0, 16)}`;
  };
}
