import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOfExport } from '../drill/copy-rows.ts';
import type { Row, Table } from '../../lambda/store/table.ts';
import { hashOfRow, nameOf, rowsOfCouncil } from './rows-of-council.ts';
import { faultsOf, type Manifest } from './write-out.ts';

/** Before and after: nothing of theirs is left, and of everybody else's nothing is other than it was. */
export interface Removal { readonly council: string; readonly removed: number; readonly left: number; readonly others: { readonly before: number; readonly after: number; readonly changed: number } }

const atOnce = 50;
const mostTries = 5;

/**
 * Removes every row of a council that was written out: only where the files are as they were written and the rows are still those. Throws, and has removed nothing,
 * where they are not. Begun again after it broke off it goes on: what is to go is what was written. The proof is kept beside the manifest.
 */
export async function removeCouncil({ folder, council, table, rows }: { readonly folder: string; readonly council: string; readonly table: Table; readonly rows: () => AsyncIterable<Row> | Iterable<Row> }): Promise<Removal> {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  if (manifest.council !== council) throw new Error(`This folder is of ${manifest.council}, not of ${council}`);
  const faults = faultsOf(folder, manifest);
  if (faults.length > 0) throw new Error(`Nothing was removed: ${faults.join('; ')}`);
  const written = new Map<string, string>();
  for await (const row of rowsOfExport(join(folder, 'rows.jsonl'))) written.set(nameOf(row), hashOfRow(row));
  const known = await rowsOfCouncil(council, rows, table);
  const [theirs, others] = await parted(new Set(written.keys()), rows);
  if ([...known].some((name) => !written.has(name)) || theirs.some((row) => written.get(nameOf(row)) !== hashOfRow(row))) throw new Error('Nothing was removed: the rows are not those that were written out. Stop serving this council, and write it out anew');
  for (let from = 0; from < theirs.length; from += atOnce) await removeAll(table, theirs.slice(from, from + atOnce));
  const [left, after] = await parted(new Set([...written.keys(), ...await rowsOfCouncil(council, rows, table)]), rows);
  const now = new Map(after.map((row) => [nameOf(row), hashOfRow(row)]));
  const removal: Removal = { council, removed: theirs.length - left.length, left: left.length, others: { before: others.length, after: after.length, changed: others.filter((row) => now.get(nameOf(row)) !== hashOfRow(row)).length } };
  writeFileSync(join(folder, 'removed.json'), JSON.stringify(removal, undefined, 1), { mode: 0o600 });
  return removal;
}

async function parted(own: ReadonlySet<string>, rows: () => AsyncIterable<Row> | Iterable<Row>): Promise<readonly [Row[], Row[]]> {
  const [theirs, others]: [Row[], Row[]] = [[], []];
  for await (const row of rows()) (own.has(nameOf(row)) ? theirs : others).push(row);
  return [theirs, others];
}

async function removeAll(table: Table, rows: readonly Row[]): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) if ((await table.transact(rows.map(({ pk, sk }) => ({ do: 'delete', key: { pk, sk }, when: [] })))).kind === 'done') return;
  throw new Error('It is not certain that all was removed. Run the same again: it goes on.');
}
