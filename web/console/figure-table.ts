import { countOutside, keysLeftOut, partsOutside, penceOutside, shareOf, shareOutside, type Cell, type LeftOut, type Period, type Sum } from '../../models/figures/index.ts';
import { pence } from '../../models/shared/index.ts';
import { csvRow, moneyText } from './words.ts';

/** One cell of figures: words, a count, a part of a whole in hundredths, or money from so many things that were counted. `key`, `keys` (of the part and of the whole): what number it is, where others are its sum or its parts. */
export type Figure = string | { readonly count: number; readonly key?: string } | { readonly part: number; readonly whole: number; readonly keys?: readonly [part: string, whole: string] } | { readonly pence: number; readonly from: number };

/** Figures under headings; each row begins with what it is of. The rows of a column are parts of one whole, unless it `isList`: of unlike things, or of what no whole is told of. `sums`: which numbers, here or in another table, come to which. */
export interface FigureTable { readonly label: string; readonly head: readonly string[]; readonly rows: readonly (readonly [string, ...Figure[]])[]; readonly isList?: true; readonly sums?: readonly Sum[] }

/** For `wideTable`, as they are. `hrefs`: where the first cell of each row leads. */
export function shownTable({ label, head, rows }: FigureTable, hrefs: readonly (string | undefined)[] = []): object {
  return {
    label, head: head.map((text, place) => ({ text, ...(place > 0 && { format: 'numeric' }) })),
    rows: rows.map((row, number) => row.map((figure, place) => ({ text: textOf(figure), ...(place > 0 && { format: 'numeric' }), ...(place === 0 && hrefs[number] !== undefined && { href: hrefs[number] }) }))),
  };
}

interface OutsideTable extends Pick<FigureTable, 'label' | 'head'> { readonly rows: readonly (readonly [string, ...string[]])[] }

/** The tables of one paper as they may leave the council together: small numbers left out with whatever would tell them, in the same table or in another; all others in fives. */
export function outsideTables(tables: readonly FigureTable[]): readonly OutsideTable[] {
  const apart = tables.map((table) => ({ table, columns: table.head.slice(1).map((_, place) => (table.isList === true ? [] : partsOutside(table.rows.map((row) => countIn(row[place + 1]))))) }));
  const alreadyOut = apart.flatMap(({ table: { rows }, columns }) => rows.flatMap(([, ...figures], number) => figures.flatMap((figure, place) => (typeof figure === 'object' && 'count' in figure && figure.key !== undefined && typeof columns[place]?.[number] === 'string' ? [figure.key] : []))));
  const out = keysLeftOut(tables.flatMap(({ rows }) => rows.flatMap(([, ...figures]) => figures.flatMap(cellsIn))), tables.flatMap(({ sums = [] }) => sums), alreadyOut);
  return apart.map(({ table: { label, head, rows }, columns }) => ({ label, head, rows: rows.map(([name, ...figures], number) => [name, ...figures.map((figure, place) => {
    const part = typeof figure === 'object' && 'count' in figure ? columns[place]?.[number] : undefined;
    if (typeof part === 'string') return leftOutText[part];
    if (cellsIn(figure).some(({ key }) => out.has(key))) return leftOutText['left-out'];
    return typeof part === 'number' ? numberText(part) : outsideText(figure);
  })]) }));
}

function cellsIn(figure: Figure): readonly Cell[] {
  if (typeof figure === 'string' || 'pence' in figure) return [];
  if ('count' in figure) return figure.key === undefined ? [] : [{ key: figure.key, count: figure.count }];
  return figure.keys === undefined ? [] : [{ key: figure.keys[0], count: figure.part }, { key: figure.keys[1], count: figure.whole }];
}

/** A file for a spreadsheet, as it may leave the council. */
export function outsideFile(name: string, about: string, tables: readonly FigureTable[]): { readonly file: { readonly name: string; readonly type: string; readonly text: string } } {
  const note = 'Numbers from 1 to 4 are left out, and with them what would tell them; all others are to the nearest 5 (money to the nearest 10 pounds), so that nobody can be found in them.';
  return { file: { name, type: 'text/csv', text: csvRow([about]) + csvRow([note]) + outsideTables(tables).map(({ label, head, rows }) => csvRow([]) + csvRow([label]) + csvRow(head) + rows.map((row) => csvRow(row.map(plainNumber))).join('')).join('') } };
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
