// Promise: a file of visits that a process or a browser left half way is gone on with by itself, and one that was not read to its end changes nothing and is forgotten in its time.
import { expect, test } from '@jest/globals';
import type { LocalDate } from '../../models/shared/index.ts';
import { finishBrokenOff } from '../../lambda/visits-in/finish-broken-off.ts';
import { visitRunPartition } from '../../lambda/store/keys.ts';
import type { Table } from '../../lambda/store/table.ts';
import { visitRuns } from '../../lambda/visits-in/visit-runs.ts';
import { alertWorld } from '../support/alert-world.ts';
import { agencyFiles, fileOf, harrow, rota, type FileRow } from './agency-file.ts';

const lunch: FileRow = { ref: '1', client: 'M1', start: '2026-12-02 12:15', end: '2026-12-02 12:30', worker: 'E1' };
async function half() {
  const world = await alertWorld({ at: '2026-12-01T10:00' });
  const agency = await agencyFiles(world);
  const times = async () => (await agency.visits('2026-12-02' as LocalDate, 0)).map(({ from }) => from);
  const states = async () => (await agency.store.list(harrow)).map(({ state }) => state);
  return { world, agency, times, states, finish: () => finishBrokenOff(agency.services, harrow) };
}

test('what somebody said yes to is brought in once nobody has worked at it for a minute', async () => {
  const { world, agency, times, states, finish } = await half();
  const { id } = await agency.sent([lunch]);
  await agency.runs.bringIn(id);
  expect([await finish(), await states(), await times()]).toEqual([0, ['importing'], ['08:30']]);
  await world.fastForward(2);
  expect([await finish(), await states(), await times()]).toEqual([1, ['done'], ['08:30', '12:15']]);
  expect(await finish()).toBe(0);
});

test('what was being looked at waits for its yes, and changes nothing', async () => {
  const { world, agency, times, states, finish } = await half();
  const { run, version } = (await agency.store.read(harrow, (await agency.sent([lunch])).id))!;
  await agency.store.keep(harrow, { ...run, state: 'checking', looked: 0 }, version);
  await world.fastForward(2);
  expect([await finish(), await states(), await times()]).toEqual([1, ['waiting'], ['08:30']]);
});

test('one that was not read to its end says so, changes nothing, and goes with the others of its month', async () => {
  const { world, agency, times, states, finish } = await half();
  let writes = 0;
  const dying: Table = { ...agency.services.table, transact: (operations) => ((writes += 1) > 1 ? Promise.reject(new Error('killed')) : agency.services.table.transact(operations)) };
  const { source } = (await agency.sources.find(harrow, rota.id))!;
  await expect(visitRuns({ ...agency.services, table: dying }, harrow, () => 'x').check({ source, fileName: 'rota.csv', bytes: fileOf([lunch]), by: 'staff:okafor' })).rejects.toThrow('killed');
  await world.fastForward(2);
  expect([await finish(), await states(), await times()]).toEqual([0, ['reading'], ['08:30']]);
  const [{ id } = { id: '' }] = await agency.store.list(harrow);
  await world.fastForward(31 * 24 * 60);
  await agency.sent([{ ...lunch, start: '2027-01-02 12:15', end: '2027-01-02 12:30' }]);
  expect([await states(), (await agency.services.table.query({ by: 'pk', pk: visitRunPartition(harrow, id) })).rows]).toEqual([['waiting'], []]);
});
