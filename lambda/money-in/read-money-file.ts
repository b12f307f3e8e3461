import { moneyColumns, readMoneyRow, statementRow, type MoneyCells, type MoneyField, type MoneyLine } from '../../models/money-in/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { plainClient, type FileRefused, type RowFault } from '../../models/visits-in/index.ts';
import { csvRecords } from '../visits-in/csv-records.ts';
import { decodeText } from '../visits-in/decode-text.ts';
import { referencesMade } from './references-made.ts';

export interface MoneyFile { readonly kind: 'read'; readonly rows: number; readonly lines: readonly MoneyLine[]; readonly faults: readonly RowFault[] }

const mostBytes = 8 * 1_024 * 1_024;
const mostRows = 50_000;
const headingsWithin = 10;

interface Columns { readonly places: Readonly<Partial<Record<MoneyField, number>>>; readonly width: number; readonly isStatement: boolean }

/**
 * Lines of money from a CSV file. Each row is read for itself: one that is broken is told of, and stands in no other's way. `owner`: the council's number of whoever's
 * statement it is, for a bank's or a card's file that does not say.
 */
export async function readMoneyFile(bytes: Uint8Array, today: LocalDate, owner = ''): Promise<MoneyFile | FileRefused> {
  if (bytes.length > mostBytes) return { kind: 'refused', what: 'The file is larger than 8 megabytes', mend: 'Send it in parts' };
  const text = decodeText(bytes);
  if (text === undefined) return { kind: 'refused', what: 'That is not a CSV file', mend: 'Save a spreadsheet as CSV, and send that' };
  let found: Columns | undefined;
  const referenceOf = referencesMade();
  let missing: readonly string[] = [];
  let [above, count] = [0, 0];
  const lines: MoneyLine[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, number>();
  for await (const { row, cells, isEnd } of csvRecords(text, (record) => record.length === (found?.width ?? record.length))) {
    if (isEnd === true) return { kind: 'refused', what: 'In more than 1,000 rows a quotation mark is opened and not closed', mend: 'Look how your system writes quotation marks inside a cell: they must be written twice' };
    if (found === undefined) {
      const columns = moneyColumns(cells ?? []);
      if ('places' in columns) found = { ...columns, width: cells?.length ?? 0 };
      else {
        if (above === 0 || columns.missing.length < missing.length) missing = columns.missing;
        above += 1;
        if (above >= headingsWithin) break;
      }
      continue;
    }
    if (found.isStatement && found.places.person === undefined && owner.trim() === '') return { kind: 'refused', what: 'It is a statement, and does not say whose', mend: 'Put in the council’s number of the person below the file, and send it once more' };
    if (cells?.every((cell) => cell.trim() === '') === true) continue;
    count += 1;
    if (count > mostRows) return { kind: 'refused', what: 'There are more than 50,000 rows', mend: 'Send it in parts' };
    const read = rowOf(row, cells, found, { today, owner, referenceOf });
    const key = 'line' in read ? `${plainClient(read.line.person)} ${read.line.reference}` : '';
    const first = seen.get(key);
    if ('fault' in read) faults.push(read.fault);
    else if (first !== undefined) faults.push({ row, ref: read.line.reference, what: `The same person and reference are in row ${first}`, mend: 'Take one of them out, or give it a reference of its own' });
    else {
      seen.set(key, row);
      lines.push(read.line);
    }
  }
  if (found === undefined) return { kind: 'refused', what: `There is no row of headings with ${missing.join(', ')}`, mend: 'Name the columns Council number, Date, Kind, Amount, Reference and Words. A statement has Date, Description, and Paid out or Amount' };
  return { kind: 'read', rows: count, lines, faults };
}

interface Reading { readonly today: LocalDate; readonly owner: string; readonly referenceOf: (cells: MoneyCells) => string }

function rowOf(row: number, cells: readonly string[] | undefined, { places, width, isStatement }: Columns, { today, owner, referenceOf }: Reading): ReturnType<typeof readMoneyRow> {
  if (cells === undefined) return { fault: { row, what: 'A quotation mark is opened and not closed', mend: 'Close it, or write it twice inside a cell' } };
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return { fault: { row, what: `The row has ${cells.length} cells, and there are ${width} headings`, mend: 'Put quotation marks around a cell that holds a comma, as in "1,234.50"' } };
  const read: MoneyCells = Object.fromEntries((Object.entries(places) as [MoneyField, number][]).map(([field, place]) => [field, cells[place] ?? '']));
  if (!isStatement) return readMoneyRow(row, read, today);
  const made = statementRow(row, read, owner, referenceOf(read));
  return 'fault' in made ? made : readMoneyRow(row, made.cells, today);
}
