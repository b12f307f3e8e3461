// Promise: somebody who was kept before there were alerts is found and told as before.
import { expect, test } from '@jest/globals';
import { councilId, instant } from '../../models/shared/index.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { dueBy, dueOperation, dueShards } from '../../lambda/store/due-index.ts';
import { personPartition } from '../../lambda/store/keys.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow, keepPeople, margaret } from '../store/people.ts';

test('a record without a board of alerts is given an empty one, and a plan is begun, once', async () => {
  const table = await freshStore();
  await keepPeople(table, ['margaret']);
  await table.transact([{ do: 'delete', key: { pk: personPartition(harrow, margaret), sk: 'spoken#alerts' }, when: [] }]);
  const now = instant(Date.parse('2026-12-01T08:00:00Z'));
  await bringUpToDate(table, harrow, now, (cause) => { throw cause; });
  await bringUpToDate(table, harrow, now, (cause) => { throw cause; });
  expect((await personRecords(table).byPerson(harrow, margaret))?.alertBoard).toEqual({ alerts: [] });
  const due = (await Promise.all(dueShards.map(async (shard) => dueBy(table, harrow, shard, now, 9)))).flat();
  expect(due.map(({ due: what }) => what)).toEqual([{ kind: 'plan', councilId: harrow, personId: margaret }]);
});

test('what was due before each council had an index of its own moves to it, and nobody else’s with it', async () => {
  const table = await freshStore();
  const now = instant(Date.parse('2026-12-01T08:00:00Z'));
  const old = (council: typeof harrow, pk: string) => {
    const operation = dueOperation(now, { kind: 'alert', councilId: council, personId: margaret, alertId: '20261201T0800.visit-late.x' }, 2);
    if (operation.do !== 'put') throw new Error('a put');
    return { ...operation, row: { ...operation.row, pk } };
  };
  await table.transact([old(harrow, 'due#02'), old(councilId('brent'), 'due#03')]);
  await bringUpToDate(table, harrow, now, (cause) => { throw cause; });
  const due = (await Promise.all(dueShards.map(async (shard) => dueBy(table, harrow, shard, now, 9)))).flat();
  expect(due).toEqual([{ at: now, tries: 2, due: { kind: 'alert', councilId: harrow, personId: margaret, alertId: '20261201T0800.visit-late.x' } }]);
  expect((await Promise.all(['due#02', 'due#03'].map(async (pk) => table.query({ by: 'pk', pk })))).map(({ rows }) => rows.length)).toEqual([0, 1]);
});
