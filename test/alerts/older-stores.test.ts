// Promise: somebody who was kept before there were alerts is found and told as before.
import { expect, test } from '@jest/globals';
import { addAlertBoards } from '../../lambda/store/add-alert-boards.ts';
import { personPartition } from '../../lambda/store/keys.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow, keepPeople, margaret } from '../store/people.ts';

test('a record without a board of alerts is given an empty one, once', async () => {
  const table = await freshStore();
  await keepPeople(table, ['margaret']);
  await table.transact([{ do: 'delete', key: { pk: personPartition(harrow, margaret), sk: 'spoken#alerts' }, when: [] }]);
  await addAlertBoards(table, harrow);
  await addAlertBoards(table, harrow);
  expect((await personRecords(table).byPerson(harrow, margaret))?.alertBoard).toEqual({ alerts: [] });
});
