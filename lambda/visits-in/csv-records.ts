import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse, type CsvError, type Info } from 'csv-parse';

/** One row of a CSV file by the number a spreadsheet shows; without cells where a quotation mark is opened in it and never closed. */
export interface CsvRecord { readonly row: number; readonly cells?: readonly string[]; /** It broke off here: too many rows are broken. */ readonly isEnd?: true }

const chunkBytes = 64 * 1_024;
const mostRecordBytes = 20_000;
const mostRestarts = 1_000;

/**
 * The rows of a CSV file one by one, by csv-parse. A row in which a quotation mark is never closed swallows no other: it is given as broken, and
 * reading goes on in the line after it. `isWhole`: what tells a row that swallowed others from one that holds a line break.
 */
export async function* csvRecords(text: string, isWhole: (cells: readonly string[]) => boolean): AsyncGenerator<CsvRecord> {
  const { bytes, delimiter } = prepared(text);
  let [from, rows] = [0, text.startsWith('sep=') ? 1 : 0];
  for (let restarts = 0; restarts <= mostRestarts; restarts += 1) {
    const before = { bytes: 0, rows: 0 };
    let [broken, soundRecords] = [false, Infinity];
    const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, max_record_size: mostRecordBytes, skip_records_with_error: true } as const;
    const parser = Readable.from(chunksOf(bytes.subarray(from))).pipe(parse({ ...options, on_skip: (error) => { soundRecords = Math.min(soundRecords, recordsBefore(error)); } }));
    for await (const { record, info } of parser as AsyncIterable<{ readonly record: string[]; readonly info: Info }>) {
      broken = info.records > soundRecords || (record.some((cell) => cell.includes('\n')) && !isWhole(record));
      if (broken) break;
      before.bytes = info.bytes;
      before.rows = info.records + info.empty_lines;
      yield { row: rows + before.rows, cells: record };
    }
    parser.destroy();
    broken ||= soundRecords !== Infinity;
    if (!broken) return;
    // The row that is broken begins where the last good one ended, after what lines are empty.
    let at = from + before.bytes;
    rows += before.rows;
    while (bytes[at] === 10 || bytes[at] === 13) {
      if (bytes[at] === 10) rows += 1;
      at += 1;
    }
    rows += 1;
    yield { row: rows };
    const next = bytes.indexOf(10, at);
    if (next === -1) return;
    from = next + 1;
  }
  yield { row: rows + 1, isEnd: true };
}

/** How many records were read before the one that is broken. */
function recordsBefore(error: CsvError | undefined): number {
  const { records } = (error ?? {}) as { readonly records?: number };
  return records ?? 0;
}

/** With whoever else is waiting served in between. */
async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    await setImmediate();
    yield bytes.subarray(from, from + chunkBytes);
  }
}

/** Excel's first line "sep=;" says what parts the cells; otherwise whichever of comma, semicolon and tab the headings have most of. */
function prepared(text: string): { readonly bytes: Buffer; readonly delimiter: string } {
  const said = /^\uFEFF?sep=(.)\r?\n/.exec(text);
  if (said?.[1] !== undefined) return { bytes: Buffer.from(text.slice(said[0].length)), delimiter: said[1] };
  const headings = text.slice(0, 5_000).split(/\r?\n/).slice(0, 10).toSorted((one, other) => parts(other) - parts(one))[0] ?? '';
  const delimiter = [',', ';', '\t'].toSorted((one, other) => headings.split(other).length - headings.split(one).length)[0] ?? ',';
  return { bytes: Buffer.from(text.replaceAll(/\r(?!\n)/g, '\n')), delimiter };
}

const parts = (line: string): number => Math.max(...[',', ';', '\t'].map((mark) => line.split(mark).length));
