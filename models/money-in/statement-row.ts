import { negated, type Pence } from '../shared/index.ts';
import type { RowFault } from '../visits-in/index.ts';
import type { MoneyCells } from './money-columns.ts';
import { readAmount } from './read-amount.ts';
import { mostReferenceLetters, mostWordsLetters } from './read-money-row.ts';

/** What a row of a bank's or a prepaid card's statement comes to: what to read as a payment, or why it is not taken. */
type StatementRow = { readonly cells: MoneyCells } | { readonly fault: RowFault };

const goesOut = /^(?:debit|dr|deb|dd|so|pos|atm|vis|cpt|purchase|card(?: payment)?|direct debit|standing order|cash(?: withdrawal)?|fee)$/i;

/**
 * One row of the statement of `owner`, whose reference is `made` where the bank gives none. Whatever went out is a payment. What came in is left for staff: a statement does not say
 * whether it is a refund or the money that the council paid in, which its finance system tells as well.
 */
export function statementRow(row: number, cells: MoneyCells, owner: string, made: string): StatementRow {
  const amount = signedIn(cells);
  const reference = (cells.reference ?? '').trim() === '' ? made : cells.reference ?? '';
  if (amount !== undefined && amount > 0) {
    return { fault: { row, ref: reference.slice(0, mostReferenceLetters), what: 'Money came in, and a statement does not say what for', mend: 'A refund is put back from the request’s steps, or by hand in the budget. What the council paid in comes from its finance system. If it went out, send a statement with a column Paid out, or with a minus before what went out' } };
  }
  return { cells: {
    person: (cells.person ?? '').trim() === '' ? owner : cells.person ?? '', date: cells.date ?? '', kind: 'payment', reference, words: (cells.words ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, mostWordsLetters),
    amount: amount === undefined ? writtenIn(cells) : (negated(amount) / 100).toFixed(2),
  } };
}

/** Below nothing what went out, above it what came in; undefined where neither can be read. */
function signedIn(cells: MoneyCells): Pence | undefined {
  const [out, came, amount] = [cells.paidOut, cells.paidIn, cells.amount].map((text) => readAmount(text ?? ''));
  if (out !== undefined && out !== 0) return out > 0 ? negated(out) : out;
  if (came !== undefined && came !== 0) return came < 0 ? negated(came) : came;
  if (amount === undefined) return out ?? came;
  return amount > 0 && goesOut.test((cells.kind ?? '').trim()) ? negated(amount) : amount;
}

const writtenIn = ({ paidOut = '', paidIn = '', amount = '' }: MoneyCells): string => [paidOut, paidIn, amount].find((text) => text.trim() !== '') ?? '';
