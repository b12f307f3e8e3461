// Promise: somebody who was kept before there were alerts is found and told as before.
import { expect, test } from '@jest/globals';
import { instant } from '../../models/shared/index.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { dueBy, dueShards } from '../../lambda/store/due-index.ts';
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
  const due = (await Promise.all(Array.from({ length: dueShards }, async (_, shard) => dueBy(table, shard, now, 9)))).flat();
  expect(due.map(({ due: what }) => what)).toEqual([{ kind: 'plan', councilId: harrow, personId: margaret }]);
});
