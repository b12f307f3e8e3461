/** The middle and the slow end of a set of times, in microseconds. */
export interface Spread { readonly p50: number; readonly p99: number }

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

export const microseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} µs`;
export const times = (value: number, of: number): string => `${(value / of).toFixed(2)} x`;

export function table(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)));
  const line = (cells: readonly string[]) => `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('   ')}`;
  console.log(`\n${heading}`);
  console.log(line(columns));
  for (const row of rows) console.log(line(row));
}
