import type { MoneyFile } from './read-money-file.ts';

/** So many rows are gone through at once: a larger file is looked at and brought in part by part. */
const rowsInPart = 1_000;

export interface MoneyPart extends Pick<MoneyFile, 'lines' | 'faults' | 'rows'> { readonly part: number; readonly parts: number; readonly rowsInAll: number }

/** One part of a file, by the order of its rows; the nearest there is where there are not so many. */
export function partOf({ lines, faults, rows }: MoneyFile, wanted: number): MoneyPart {
  const numbers = [...lines, ...faults].map(({ row }) => row).sort((one, other) => one - other);
  const parts = Math.max(1, Math.ceil(numbers.length / rowsInPart));
  const part = Math.min(Math.max(1, wanted), parts);
  const here = new Set(numbers.slice((part - 1) * rowsInPart, part * rowsInPart));
  return { part, parts, rowsInAll: rows, rows: here.size, lines: lines.filter(({ row }) => here.has(row)), faults: faults.filter(({ row }) => here.has(row)) };
}
