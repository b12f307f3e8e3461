import { columnsFor, groupRows, plainHeading, readRow, type Cells, type ColumnField, type Columns, type FileRefused, type IncomingRow, type ReadFile, type RowFault, type VisitSource } from '../../models/visits-in/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { csvRecords } from './csv-records.ts';

/** Nobody has said yet which column is which: the headings, and some rows to look at. */
export interface ColumnsUnknown { readonly kind: 'columns-unknown'; readonly headings: readonly string[]; readonly examples: readonly (readonly string[])[] }
export interface CsvRead extends ReadFile { readonly kind: 'read'; readonly columns: Columns }

interface Reading { readonly source: Pick<VisitSource, 'columns' | 'names' | 'workerNames'>; readonly zone: string; readonly now: Instant }

const mostRows = 200_000;
/** Titles and dates that reports print above their headings. */
const headingsWithin = 10;
const mostColumns = 200;

/** Visits from the text of a CSV file. Every row is read for itself: one that is broken is told of, and stands in no other's way. */
export async function readCsv(text: string, { source, zone, now }: Reading): Promise<CsvRead | ColumnsUnknown | FileRefused> {
  const above: (readonly string[])[] = [];
  let found: { readonly columns: Columns; readonly places: Places; readonly width: number } | undefined;
  const rows: IncomingRow[] = [];
  const faults: RowFault[] = [];
  const notes: RowFault[] = [];
  let count = 0;
  for await (const { row, cells, isEnd } of csvRecords(text, (record) => record.length === (found?.width ?? record.length))) {
    if (isEnd === true) return { kind: 'refused', what: 'In more than 1,000 rows a quotation mark is opened and not closed', mend: 'Look how your system writes quotation marks inside a cell: they must be written twice' };
    if (found === undefined) {
      const columns = cells === undefined || cells.length > mostColumns ? undefined : columnsFor(cells, source.columns);
      if (columns !== undefined && cells !== undefined) found = { columns, places: placesOf(columns, cells), width: cells.length };
      else if (above.push(cells ?? []) >= headingsWithin) break;
      continue;
    }
    if (cells?.every((cell) => cell.trim() === '') === true) continue;
    count += 1;
    if (count > mostRows) return { kind: 'refused', what: `There are more than ${mostRows.toLocaleString('en-GB')} rows`, mend: 'Send fewer weeks at a time' };
    if (cells === undefined) {
      faults.push({ row, what: 'A quotation mark is opened and not closed', mend: 'Close it, or write it twice inside a cell' });
      continue;
    }
    const read = wide(row, cells, found.width) ?? readRow(row, cellsIn(found.places, cells), { source, zone, now });
    if ('fault' in read) faults.push(read.fault);
    else {
      rows.push(read.row);
      notes.push(...read.notes);
    }
  }
  if (found === undefined) return unknown(above);
  const { visits, faults: contradictions } = groupRows(rows);
  return { kind: 'read', columns: found.columns, rows: count, visits, faults: [...faults, ...contradictions].toSorted((one, other) => one.row - other.row), notes, scope: 'everybody' };
}

type Places = readonly (readonly [ColumnField, number])[];

function placesOf(columns: Columns, headings: readonly string[]): Places {
  const plain = headings.map(plainHeading);
  return (Object.entries(columns) as [ColumnField, string][]).map(([field, heading]) => [field, plain.indexOf(plainHeading(heading))] as const);
}

function cellsIn(places: Places, cells: readonly string[]): Cells {
  const read: Partial<Record<ColumnField, string>> = {};
  for (const [field, place] of places) read[field] = cells[place] ?? '';
  return read;
}

function wide(row: number, cells: readonly string[], width: number): { readonly fault: RowFault } | undefined {
  if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === '')) return undefined;
  return { fault: { row, what: `The row has ${cells.length} cells, and there are ${width} headings`, mend: 'Put quotation marks around a cell that holds a comma' } };
}

function unknown(above: readonly (readonly string[])[]): ColumnsUnknown | FileRefused {
  const at = above.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= leastHeadings);
  const headings = above[at];
  if (headings === undefined || headings.length > mostColumns) return { kind: 'refused', what: 'No row of headings was found', mend: 'Send the file as your system exports it, as CSV, with the names of the columns in its first row' };
  return { kind: 'columns-unknown', headings: [...new Set(headings.map((heading) => heading.trim()).filter((heading) => heading !== ''))], examples: above.slice(at + 1, at + 4) };
}

const leastHeadings = 4;
