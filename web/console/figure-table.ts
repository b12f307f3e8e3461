import { countOutside, partsOutside, penceOutside, shareOf, shareOutside, type LeftOut, type Period } from '../../models/figures/index.ts';
import { pence } from '../../models/shared/index.ts';
import { csvRow, moneyText } from './words.ts';

/** One cell of figures: words, a count, a part of a whole in hundredths, or money from so many things that were counted. */
export type Figure = string | { readonly count: number } | { readonly part: number; readonly whole: number } | { readonly pence: number; readonly from: number };

/** Figures under headings; each row begins with what it is of. The rows of a column are parts of one whole, unless it `isList`: of unlike things, or of what no whole is told of. */
export interface FigureTable { readonly label: string; readonly head: readonly string[]; readonly rows: readonly (readonly [string, ...Figure[]])[]; readonly isList?: true }

/** For `wideTable`, as they are. `hrefs`: where the first cell of each row leads. */
export function shownTable({ label, head, rows }: FigureTable, hrefs: readonly (string | undefined)[] = []): object {
  return {
    label, head: head.map((text, place) => ({ text, ...(place > 0 && { format: 'numeric' }) })),
    rows: rows.map((row, number) => row.map((figure, place) => ({ text: textOf(figure), ...(place > 0 && { format: 'numeric' }), ...(place === 0 && hrefs[number] !== undefined && { href: hrefs[number] }) }))),
  };
}

/** The same as it may leave the council: small numbers left out with whatever would tell them, all others in fives. */
export function outsideTable({ label, head, rows, isList }: FigureTable): Omit<FigureTable, 'rows'> & { readonly rows: readonly (readonly [string, ...string[]])[] } {
  const columns = head.slice(1).map((_, place) => isList === true ? [] : partsOutside(rows.map((row) => countIn(row[place + 1]))));
  return { label, head, rows: rows.map(([name, ...figures], number) => [name, ...figures.map((figure, place) => {
    const part = typeof figure === 'object' && 'count' in figure ? columns[place]?.[number] : undefined;
    return part === undefined ? outsideText(figure) : typeof part === 'number' ? numberText(part) : leftOutText[part];
  })]) };
}

/** A file for a spreadsheet, as it may leave the council. */
export function outsideFile(name: string, about: string, tables: readonly FigureTable[]): { readonly file: { readonly name: string; readonly type: string; readonly text: string } } {
  const note = 'Numbers from 1 to 4 are left out, and with them what would tell them; all others are to the nearest 5 (money to the nearest 10 pounds), so that nobody can be found in them.';
  return { file: { name, type: 'text/csv', text: csvRow([about]) + csvRow([note]) + tables.map((table) => outsideTable(table)).map(({ label, head, rows }) => csvRow([]) + csvRow([label]) + csvRow(head) + rows.map((row) => csvRow(row.map(plainNumber))).join('')).join('') } };
}

export function textOf(figure: Figure): string {
  if (typeof figure === 'string') return figure;
  if ('count' in figure) return numberText(figure.count);
  if ('pence' in figure) return moneyText(pence(figure.pence));
  const share = shareOf(figure.part, figure.whole);
  if (share === undefined) return '–';
  // Hardly any is not none, and nearly all is not all.
  if (share === 0 && figure.part > 0) return 'under 1%';
  return share === 100 && figure.part < figure.whole ? 'over 99%' : `${share}%`;
}

function outsideText(figure: Figure): string {
  if (typeof figure === 'string') return figure;
  if ('count' in figure) {
    const count = countOutside(figure.count);
    return count === undefined ? leftOut : numberText(count);
  }
  if ('pence' in figure) {
    const amount = penceOutside(figure.pence, figure.from);
    return amount === undefined ? leftOut : moneyText(pence(amount));
  }
  if (figure.whole === 0) return 'none';
  const share = shareOutside(figure.part, figure.whole);
  return share === undefined ? leftOut : `${share}%`;
}

const leftOutText: Readonly<Record<LeftOut, string>> = { 'left-out': 'left out', 'too-few': 'too few to break down' };
const leftOut = 'fewer than 5';

function countIn(figure: Figure | undefined): number {
  return typeof figure === 'object' && 'count' in figure ? figure.count : 0;
}


/** "1,200" as a spreadsheet takes it for a number. */
function plainNumber(text: string): string | number {
  return /^\d{1,3}(,\d{3})*$/.test(text) ? Number(text.replaceAll(',', '')) : text;
}

function numberText(number: number): string {
  return number.toLocaleString('en-GB');
}

export const periodText: Readonly<Record<Period, string>> = { 4: '4 weeks', 13: 'Quarter', 52: 'Year' };
