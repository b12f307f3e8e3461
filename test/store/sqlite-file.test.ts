// Promise: what the embedded store calls done is on the disk, and a file it cannot use is named in one line.
import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'care-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileAt = (name: string) => join(folder, name);

describe('The store’s file', () => {
  test('holds everything confirmed before a kill', async () => {
    const path = fileAt('killed.db');
    const source = `
      const { openSqliteTable } = await import(${JSON.stringify(new URL('../../lambda/store/sqlite-table.ts', import.meta.url).href)});
      const table = openSqliteTable(${JSON.stringify(path)});
      for (let number = 1; number <= 200; number += 1) {
        await table.transact(['one', 'two'].map((sk) => ({ do: 'put', row: { pk: String(number), sk, version: 1, doc: '{}' }, when: [{ if: 'absent' }] })));
        if (number === 150) process.kill(process.pid, 'SIGKILL');
      }`;
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', source]).signal).toBe('SIGKILL');
    const table = openSqliteTable(path);
    for (const number of [1, 75, 150]) expect((await table.query({ by: 'pk', pk: String(number) })).rows).toHaveLength(2);
    expect((await table.query({ by: 'pk', pk: '151' })).rows).toEqual([]);
    await table.close();
  });

  test('is made when there is none, and opened again', async () => {
    const first = openSqliteTable(fileAt('new.db'));
    await first.transact([{ do: 'put', row: { pk: 'margaret', sk: 'visits', version: 1, doc: '{}' }, when: [] }]);
    await first.close();
    expect(existsSync(fileAt('new.db-wal'))).toBe(false);
    const again = openSqliteTable(fileAt('new.db'));
    expect(await again.get({ pk: 'margaret', sk: 'visits' })).toMatchObject({ version: 1 });
    await again.close();
  });

  test.each<[string, () => string, RegExp]>([
    ['that is not a database', () => written('notes.db', 'Dear diary, '.repeat(500)), /not a store of ours/],
    ['of another program', () => foreign('other.db'), /not a store of ours/],
    ['in a folder that is not there', () => fileAt('nowhere/store.db'), /cannot be written/],
    ['that is a folder', () => folder, /cannot be written/],
    ['that may only be read', () => `file:${written('read.db', '')}?mode=ro`, /cannot be written/],
  ])('is refused in one kind line when it is one %s', (_title, path, words) => {
    const open = () => openSqliteTable(path());
    expect(open).toThrow(expect.objectContaining({ code: 'store-cannot-open', message: expect.stringMatching(words) }));
    expect(open).toThrow(expect.objectContaining({ message: expect.not.stringContaining('\n') }));
  });
});

function written(name: string, text: string): string {
  writeFileSync(fileAt(name), text);
  return fileAt(name);
}

function foreign(name: string): string {
  const database = new DatabaseSync(fileAt(name));
  database.exec('CREATE TABLE IF NOT EXISTS rows (title TEXT)');
  database.close();
  return fileAt(name);
}
