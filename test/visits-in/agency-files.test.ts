// Promise: what an agency puts into its folder of the bucket is brought in as from a watched folder and put away with a report; told of twice it is seen to once; what is put elsewhere, is too large or is nobody's is not taken, and one that breaks off lies there still.
import { describe, expect, test } from '@jest/globals';
import { councilId, type LocalDate } from '../../models/shared/index.ts';
import type { FileBucket } from '../../lambda/visits-in/agency-files/file-bucket.ts';
import { seeToObjects } from '../../lambda/visits-in/agency-files/see-to-objects.ts';
import { alertWorld } from '../support/alert-world.ts';
import { agencyFiles, fileOf, harrow } from './agency-file.ts';

const lunch = (day: number) => ({ ref: `d${day}`, client: 'M1', start: `2026-12-0${day} 12:15`, end: `2026-12-0${day} 12:30`, worker: 'E1' });

async function bucketWorld() {
  const world = await alertWorld({ at: '2026-12-01T10:00' });
  const agency = await agencyFiles(world);
  const objects = new Map<string, Buffer>();
  const read: string[] = [];
  const bucket: FileBucket = {
    read: (key) => { read.push(key); return Promise.resolve(objects.get(key)); }, write: (key, text) => { objects.set(key, Buffer.from(text)); return Promise.resolve(); },
    move: (from, to) => {
      const there = objects.get(from);
      if (there !== undefined) objects.set(to, there);
      objects.delete(from);
      return Promise.resolve();
    },
  };
  let number = 0;
  const tell = (key: string, size = objects.get(key)?.length ?? 0) => seeToObjects({ Records: [{ s3: { bucket: { name: 'b' }, object: { key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'), size } } }] }, { services: agency.services, councils: [councilId('barnet'), harrow], newId: () => `run-${(number += 1)}`, bucketCalled: () => bucket });
  const visits = async () => (await agency.visits('2026-12-02' as LocalDate, 3)).filter(({ imported }) => imported !== undefined).map(({ id }) => id);
  return { world, objects, read, tell, visits, keys: () => [...objects.keys()].sort() };
}

test('a file is brought in and put away with a report, whatever it is called; told of twice it is seen to once', async () => {
  const { objects, tell, visits, keys } = await bucketWorld();
  const key = 'in/harrow/rota/Rota & week 1+2 (é).csv';
  objects.set(key, fileOf([lunch(2), { ...lunch(3), end: 'xx' }]));
  expect(await tell(key)).toBe(1);
  expect(await visits()).toEqual(['rota.d2']);
  expect(keys()).toEqual(['done/harrow/rota/2026-12-01T10-00-00-000Z-Rota & week 1+2 (é).csv', 'done/harrow/rota/2026-12-01T10-00-00-000Z-Rota & week 1+2 (é).csv.report.txt']);
  expect(String(objects.get(keys()[1]!))).toMatch(/2 rows, 1 visits of 1 people[^]*Row 3: “xx” is not a time\. Write it like 08:30\./);
  expect([await tell(key, 200), keys().length]).toEqual([0, 2]);
});

describe('is not taken', () => {
  test.each([
    ['a source that nobody knows', 'in/harrow/unknown/x.csv', 200, /^refused\/harrow\/unknown\/.*report\.txt$/, 'There is no source of that name'], ['what cannot be read', 'in/harrow/rota/x.csv', 200, /^refused\/harrow\/rota\/.*report\.txt$/, 'No row of headings was found'],
    ['what is too large, which is not even read', 'in/harrow/rota/large.csv', 26 * 1_024 * 1_024, /^refused\/harrow\/rota\/.*report\.txt$/, 'larger than 25 megabytes'],
  ])('%s: put aside, with why', async (_what, key, size, where, words) => {
    const { objects, tell, visits, keys, read } = await bucketWorld();
    objects.set(key, Buffer.from('hello'));
    expect(await tell(key, size)).toBe(1);
    const report = keys().find((each) => where.test(each))!;
    expect([String(objects.get(report)), await visits(), objects.has(key), read.length]).toEqual([expect.stringContaining(words), [], false, size > 200 ? 0 : 1]);
  });

  test.each(['in/brent/rota/x.csv', 'in/harrow/x.csv', 'in/harrow/rota/deep/x.csv', 'in/harrow/../x.csv', 'in/harrow/Rota#1/x.csv', 'done/harrow/rota/x.csv'])('%s: it stays where it is, and is told of without its name', async (key) => {
    const { world, objects, tell, keys } = await bucketWorld();
    objects.set(key, fileOf([lunch(2)]));
    expect([await tell(key), keys(), world.logged]).toEqual([0, [key], ['FAULT agency-file-misplaced undefined']]);
  });

  test('the mark of an empty folder is nothing to tell of', async () => {
    const { world, tell } = await bucketWorld();
    expect([await tell('in/harrow/rota/'), world.logged]).toEqual([0, []]);
  });
});

test('one that breaks off lies there still, and the next try brings it in', async () => {
  const { world, objects, tell, visits, keys } = await bucketWorld();
  const key = 'in/harrow/rota/rota.csv';
  objects.set(key, fileOf([lunch(2), lunch(3)]));
  const transact = world.table.transact.bind(world.table);
  world.table.transact = () => Promise.reject(new Error('The process was killed'));
  await expect(tell(key)).rejects.toThrow('killed');
  world.table.transact = transact;
  expect([keys(), await tell(key), await visits()]).toEqual([[key], 1, ['rota.d2', 'rota.d3']]);
});
