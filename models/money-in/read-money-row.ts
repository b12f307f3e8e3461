import { addDays, type LocalDate, type Pence } from '../shared/index.ts';
import { readDay, type RowFault } from '../visits-in/index.ts';
import type { MoneyCells } from './money-columns.ts';
import { readAmount } from './read-amount.ts';

/** One line of a finance system. Its amount is below nothing only where it adjusts something down. */
export interface MoneyLine {
  readonly row: number;
  /** The council's number for the person, or our id, as it was written. */
  readonly person: string;
  readonly on: LocalDate;
  readonly kind: 'allocation' | 'payment' | 'adjustment';
  readonly amountPence: Pence;
  /** The system's own, unlike that of any other line of the person. */
  readonly reference: string;
  readonly words: string;
  /** Somebody looked, and it pays for none of the requests. */
  readonly isOther?: true;
}

const otherPayment = 'other payment';
const kinds: readonly (readonly [MoneyLine['kind'], readonly string[]])[] = [
  ['allocation', ['allocation', 'allocated', 'award', 'budget']], ['payment', ['payment', 'paid', 'payment out', 'spend', otherPayment]], ['adjustment', ['adjustment', 'adjust', 'adj', 'correction']],
];
export const mostReferenceLetters = 60;
const mostPerson = 120;
/** What is read out to the person is no longer. */
export const mostWordsLetters = 90;
const longestAgoDays = 400;

/** One row of a money file, or what is wrong with it and how to mend it. */
export function readMoneyRow(row: number, cells: MoneyCells, today: LocalDate): { readonly line: MoneyLine } | { readonly fault: RowFault } {
  const [person, reference, words, written, amount] = [cells.person, cells.reference, cells.words, cells.date, cells.amount].map(textOf) as [string, string, string, string, string];
  const fault = (what: string, mend: string) => ({ fault: { row, what, mend, ...(reference !== '' && { ref: reference.slice(0, mostReferenceLetters) }) } });
  if (person === '') return fault('It does not say whose money it is', 'Put in the council’s number for the person');
  if (person.length > mostPerson) return fault('The number of the person is too long', 'Look whether the columns have shifted in this row');
  if (reference === '') return fault('There is no reference', 'Put in your system’s own number of the line. Without it the same line could be taken twice');
  if (reference.length > mostReferenceLetters) return fault(`The reference is longer than ${mostReferenceLetters} characters`, 'Look whether the columns have shifted in this row');
  const said = textOf(cells.kind).toLowerCase();
  const kind = kinds.find(([, names]) => names.includes(said))?.[0];
  if (kind === undefined) return fault(`“${said.slice(0, 40)}” is not a kind we know`, 'Write allocation, payment or adjustment');
  const on = readDay(written);
  if (on === undefined) return fault(`“${written.slice(0, 40)}” is not a day`, 'Write it like 01/12/2026, the day first');
  if (on > today) return fault('Its day is still to come', 'Send it on or after that day, or check the day');
  if (on < addDays(today, -longestAgoDays)) return fault('Its day is more than 13 months ago', 'Check the year. What is really so old is put in by hand, in the budget');
  const amountPence = readAmount(amount);
  if (amountPence === undefined) return fault(`“${amount.slice(0, 40)}” is not a sum in pounds`, 'Write it like 1,234.50, or (12.00) for what goes back; at most a million');
  if (amountPence === 0) return fault('The sum is nothing', 'Leave the row out, or check the sum');
  if (amountPence < 0 && kind !== 'adjustment') return fault(`A sum below nothing is no ${kind}`, 'Send what goes back as an adjustment');
  if (words.length > mostWordsLetters) return fault(`The words are longer than ${mostWordsLetters} characters`, 'Shorten them: they are read out to the person');
  return { line: { row, person, on, kind, amountPence, reference, words, ...(said === otherPayment && { isOther: true }) } };
}

function textOf(cell: string | undefined): string {
  return (cell ?? '').toWellFormed().replaceAll(/\p{C}+/gu, ' ').replaceAll(/\s+/g, ' ').trim();
}
