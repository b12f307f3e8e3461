// Promise: what an agency puts into its folder is brought in and put away with a report; what cannot be read is put aside with how to mend it; what calls off nearly everything waits for somebody; a look that breaks off is gone on with.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { LocalDate } from '../../models/shared/index.ts';
import { lookInFolder } from '../../lambda/visits-in/watch-folder.ts';
import { alertWorld } from '../support/alert-world.ts';
import { agencyFiles, fileOf, harrow, type FileRow } from './agency-file.ts';

const made: string[] = [];
afterAll(() => { for (const folder of made) rmSync(folder, { recursive: true }); });

async function folderOf() {
  const world = await alertWorld({ at: '2026-12-01T10:00' });
  let number = 0;
  const newId = () => `run-${(number += 1)}`;
  const agency = await agencyFiles(world, newId);
  const folder = mkdtempSync(join(tmpdir(), 'my-care-visits-'));
  made.push(folder);
  const own = join(folder, 'rota');
  mkdirSync(own);
  const put = (name: string, content: string | Uint8Array, secondsAgo = 60) => {
    writeFileSync(join(own, name), content);
    const at = (world.now() - secondsAgo * 1_000) / 1_000;
    utimesSync(join(own, name), at, at);
  };
  const look = () => lookInFolder({ folder, council: harrow, services: agency.services, newId });
  const inside = (where: string) => readdirSync(join(own, where)).sort();
  const report = (where: string, of = '') => readFileSync(join(own, where, inside(where).find((name) => name.includes(of) && name.endsWith('.report.txt'))!), 'utf8');
  return { world, agency, put, look, inside, report };
}
const lunch = (day: number): FileRow => ({ ref: `d${day}`, client: 'M1', start: `2026-12-${String(day).padStart(2, '0')} 12:15`, end: `2026-12-${String(day).padStart(2, '0')} 12:30`, worker: 'E1' });

test('a file is brought in and put away with a report; one still being written is left', async () => {
  const { agency, put, look, inside, report } = await folderOf();
  put('rota.csv', fileOf([lunch(2), { ...lunch(3), end: 'xx' }]));
  put('later.csv', fileOf([lunch(4)]), 1);
  expect(await look()).toBe(1);
  expect(inside('')).toEqual(['done', 'later.csv']);
  expect(inside('done')).toEqual(['2026-12-01T10-00-00-000Z-rota.csv', '2026-12-01T10-00-00-000Z-rota.csv.report.txt']);
  expect(report('done')).toBe('rota.csv: 2 rows, 1 visits of 1 people\n\nVisits\n  0 as they were\n  1 new\n\nRows that could not be taken\n  Row 3: “xx” is not a time. Write it like 08:30.\n');
  expect((await agency.visits('2026-12-02' as LocalDate, 0)).map(({ id }) => id)).toContain('rota.d2');
  expect(await look()).toBe(0);
});

test('what cannot be read is put aside, with why', async () => {
  const { put, look, inside, report } = await folderOf();
  put('photo.csv', 'PK\u0003\u0004');
  put('other.csv', 'a;b;c;d\n1;2;3;4\n');
  expect(await look()).toBe(2);
  expect(inside('refused').filter((name) => !name.endsWith('.txt'))).toEqual(['2026-12-01T10-00-00-000Z-other.csv', '2026-12-01T10-00-00-000Z-photo.csv']);
  expect(report('refused')).toContain('Nobody has said yet which column says what: a, b, c, d.');
});

test('a file that calls off nearly everything waits for a yes', async () => {
  const { agency, put, look, report } = await folderOf();
  const days = Array.from({ length: 29 }, (_, day) => day + 2);
  put('rota.csv', fileOf(days.map(lunch)));
  await look();
  expect(report('done')).toMatch(/29 new/);
  put('rota-2.csv', fileOf(days.map((day) => ({ ...lunch(day), status: 'Cancelled' }))));
  await look();
  expect(report('done', 'rota-2')).toMatch(/^So much is called off or missing that nothing was brought in\. It waits for a yes/);
  expect((await agency.store.list(harrow)).map(({ state }) => state)).toEqual(['waiting', 'done']);
  expect((await agency.visits('2026-12-02' as LocalDate, 28)).filter(({ status }) => status === 'cancelled')).toEqual([]);
});

test('broken off half way it lies there still, and the next look brings it in', async () => {
  const { agency, put, look, inside } = await folderOf();
  put('rota.csv', fileOf([lunch(2), lunch(3)]));
  const { table } = agency.services;
  const transact = table.transact.bind(table);
  for (let after = 0; after < 9; after += 1) {
    let left = after;
    table.transact = (operations) => ((left -= 1) < 0 ? Promise.reject(new Error('The process was killed')) : transact(operations));
    await look().catch(() => undefined);
    table.transact = transact;
    const there = (await agency.visits('2026-12-02' as LocalDate, 1)).filter(({ imported }) => imported !== undefined).length;
    expect([0, 2]).toContain(there);
    if (inside('').includes('done')) break;
  }
  await look();
  expect((await agency.visits('2026-12-02' as LocalDate, 1)).filter(({ imported }) => imported !== undefined)).toHaveLength(2);
});
