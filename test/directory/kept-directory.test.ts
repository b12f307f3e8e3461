// Promise: a new directory replaces the old in one step or not at all, and a spoken question never waits for it.
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { demonstrationServicesPath, readDirectoryFiles, seedServices } from '../../lambda/directory/index.ts';
import { loadDirectory, saveDirectory } from '../../lambda/store/directory-store.ts';
import { liveDirectory } from '../../lambda/store/live-directory.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Operation, Table, TransactResult } from '../../lambda/store/table.ts';
import { serviceById } from '../../models/service/index.ts';
import { councilId, instant, type Instant } from '../../models/shared/index.ts';
import { aService } from '../service/a-service.ts';
import { origin } from './reading.ts';

const harrow = councilId('harrow');
const monday = instant(Date.UTC(2026, 11, 1, 8));
const minutes = (count: number): Instant => instant(monday + count * 60_000);
const old = [aService('Old Choir')];
const fresh = [aService('New Choir')];

/** A table that counts what is asked of it, and breaks when told to. */
function watched() {
  const table = openSqliteTable(':memory:');
  const seen = { reads: 0, transactions: 0, reading: 'works' as 'works' | 'breaks', answer: undefined as undefined | ((operations: readonly Operation[]) => TransactResult | undefined) };
  const counted: Table = {
    get: (key) => { seen.reads++; return seen.reading === 'works' ? table.get(key) : Promise.reject(new Error('no answer')); },
    query: (query) => { seen.reads++; return seen.reading === 'works' ? table.query(query) : Promise.reject(new Error('no answer')); },
    transact: async (operations) => { seen.transactions++; return seen.answer?.(operations) ?? await table.transact(operations); },
    close: () => table.close(),
  };
  return { table: counted, inner: table, seen };
}

const save = (table: Table, services = old, at = monday) => saveDirectory({ table, council: harrow, services, at });
const namesIn = async (table: Table) => (await loadDirectory(table, harrow))?.services.map(({ name }) => name);

describe('keeping', () => {
  test('what was saved comes back whole', async () => {
    const { table } = watched();
    const { services } = await readDirectoryFiles(demonstrationServicesPath, origin);
    expect(await save(table, [...services])).toEqual({ kind: 'saved' });
    expect((await loadDirectory(table, harrow))?.services).toEqual(JSON.parse(JSON.stringify(services)));
  });

  test('nothing kept is not the same as an empty one', async () => {
    expect(await loadDirectory(watched().table, harrow)).toBeUndefined();
  });

  test('a large directory is kept in several rows', async () => {
    const { table, seen } = watched();
    let noise = 1;
    const words = () => Array.from({ length: 60 }, () => (noise = (noise * 48_271) % 2_147_483_647).toString(36)).join(' ');
    const many = Array.from({ length: 1500 }, (_, n) => aService(`Service ${n}`, { description: words() }));
    await save(table, many);
    expect(seen.transactions).toBeGreaterThan(2);
    expect((await loadDirectory(table, harrow))?.services).toEqual(many);
  });

  test('councils are kept apart', async () => {
    const { table } = watched();
    await save(table);
    await saveDirectory({ table, council: councilId('brent'), services: fresh, at: monday });
    expect(await namesIn(table)).toEqual(['Old Choir']);
  });

  test('a save broken off in the middle leaves the old one', async () => {
    const { table, seen } = watched();
    await save(table);
    seen.answer = () => ({ kind: 'unknown' });
    expect(await save(table, fresh, minutes(1))).toEqual({ kind: 'unknown' });
    seen.answer = undefined;
    expect(await namesIn(table)).toEqual(['Old Choir']);
  });

  test('of two saves at once, the second to finish is told', async () => {
    const { table, inner, seen } = watched();
    await save(table);
    let isFirst = true;
    const both = saveDirectory({ table: { ...table, transact: async (operations) => {
      if (isFirst) { isFirst = false; await save(inner, fresh, minutes(1)); }
      return table.transact(operations);
    } }, council: harrow, services: [aService('Late Choir')], at: minutes(2) });
    expect(await both).toEqual({ kind: 'changed-meanwhile' });
    expect(await namesIn(table)).toEqual(['New Choir']);
    expect(seen.transactions).toBeGreaterThan(0);
  });

  test('with the newest damaged, the one before is read', async () => {
    const { table, inner } = watched();
    await save(table);
    await save(table, fresh, minutes(1));
    const { snapshot } = (await loadDirectory(table, harrow))!;
    const [piece] = (await inner.query({ by: 'pk', pk: `council#harrow#directory#${snapshot}` })).rows;
    await inner.transact([{ do: 'delete', key: { pk: piece!.pk, sk: piece!.sk }, when: [] }]);
    expect(await namesIn(table)).toEqual(['Old Choir']);
  });

  test('the two before are kept, and older ones go', async () => {
    const { table, inner } = watched();
    for (let turn = 0; turn < 5; turn++) await save(table, [aService(`Choir ${turn}`)], minutes(turn));
    const kept = JSON.parse((await inner.get({ pk: 'council#harrow#directory', sk: 'current' }))!.doc) as { value: { snapshots: { name: string }[] } };
    expect(kept.value.snapshots).toHaveLength(3);
    expect(await namesIn(table)).toEqual(['Choir 4']);
  });
});

describe('the live directory', () => {
  async function live() {
    const watching = watched();
    await save(watching.inner);
    let now = monday;
    const faults: unknown[] = [];
    const directory = liveDirectory({ table: watching.table, clock: () => now, refreshAfterMinutes: 10, fault: (cause) => faults.push(cause) });
    const has = async (id: string) => serviceById(await directory(harrow), id) !== undefined;
    return { ...watching, faults, directory, has, later: (count: number) => { now = minutes(count); } };
  }
  const settled = () => new Promise((resolve) => { setTimeout(resolve, 20); });

  test('waits for the store once, however many ask', async () => {
    const { directory, seen } = await live();
    const answers = await Promise.all([directory(harrow), directory(harrow), directory(harrow)]);
    expect(new Set(answers).size).toBe(1);
    expect(seen.reads).toBe(2);
    await directory(harrow);
    expect(seen.reads).toBe(2);
  });

  test('answers from the old one while it fetches the new', async () => {
    const { has, inner, later } = await live();
    expect(await has('old-choir')).toBe(true);
    await save(inner, fresh, minutes(1));
    later(10);
    expect(await has('old-choir')).toBe(true);
    await settled();
    expect(await has('new-choir')).toBe(true);
  });

  test('reads one small row when nothing is new', async () => {
    const { directory, seen, later } = await live();
    await directory(harrow);
    later(11);
    await directory(harrow);
    await settled();
    expect(seen.reads).toBe(3);
  });

  test('keeps the last good one when the store breaks, and tells', async () => {
    const { has, seen, later, faults } = await live();
    await has('old-choir');
    seen.reading = 'breaks';
    later(11);
    expect(await has('old-choir')).toBe(true);
    await settled();
    expect(faults).toHaveLength(1);
    expect(await has('old-choir')).toBe(true);
    seen.reading = 'works';
    later(22);
    await has('old-choir');
    await settled();
    expect(faults).toHaveLength(1);
  });

  test('a council without one is empty, and looked for again in a minute', async () => {
    const { table } = watched();
    let now = monday;
    const directory = liveDirectory({ table, clock: () => now, refreshAfterMinutes: 10, fault: () => undefined });
    expect((await directory(harrow)).active).toEqual([]);
    await save(table);
    now = minutes(1);
    await directory(harrow);
    await settled();
    expect((await directory(harrow)).active).toHaveLength(1);
  });
});

describe('loading a real one', () => {
  function folderWith(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'my-care-directory-'));
    mkdirSync(join(folder, 'details'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }
  async function seed(path: string, table = openSqliteTable(':memory:')) {
    const lines: string[] = [];
    const result = await seedServices({ path, table, council: harrow, at: monday, say: (line) => lines.push(line) });
    return { result, lines, table };
  }

  test('pages and details in folders become one directory, and each fault is told', async () => {
    const { result, lines, table } = await seed(folderWith({
      'api_details.json': '{"version":"HSDS-UK-3.0"}',
      'page-1.json': '\uFEFF{"contents":[{"id":"a","name":"A","status":"active"},{"id":"b","status":"active"}]}',
      'details/a.json': '{"id":"a","name":"A","status":"active","description":"All of it"}',
      'broken.json': '{"contents":[',
      'notes.txt': 'not for us',
    }));
    expect(result).toMatchObject({ kind: 'loaded', services: 1 });
    expect(lines).toEqual([
      expect.stringMatching(/^Refused {2}broken\.json: is not JSON/),
      'Refused  b from page-1.json: has no name',
      '4 records read: 2 used, 0 used with doubts, 2 refused.',
      'The directory now has 1 service.',
    ]);
    expect((await loadDirectory(table, harrow))?.services[0]).toMatchObject({ description: 'All of it', provenance: { declaredVersion: 'HSDS-UK-3.0', source: 'a.json' } });
  });

  test('a folder without anything usable leaves the old directory', async () => {
    const table = openSqliteTable(':memory:');
    await save(table);
    const { result } = await seed(folderWith({ 'a.json': '[]' }), table);
    expect(result).toMatchObject({ kind: 'refused', reason: 'no-services' });
    expect(await namesIn(table)).toEqual(['Old Choir']);
  });

  test('a path that is not there is one clear line', async () => {
    expect((await seed('/nowhere/at-all.json')).lines[0]).toBe('Refused  /nowhere/at-all.json: is not there, or may not be read');
  });
});
