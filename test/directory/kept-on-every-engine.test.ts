// Promise: a whole council's directory is kept and comes back the same on SQLite and on DynamoDB's engine.
import { expect, test } from '@jest/globals';
import { loadDirectory, saveDirectory } from '../../lambda/store/directory-store.ts';
import { councilId, instant } from '../../models/shared/index.ts';
import { aService } from '../service/a-service.ts';
import { describeOnEveryEngine } from '../store/engines.ts';

const harrow = councilId('harrow');
let noise = 1;
const words = () => Array.from({ length: 60 }, () => (noise = (noise * 48_271) % 2_147_483_647).toString(36)).join(' ');
const many = Array.from({ length: 5000 }, (_, n) => aService(`Service ${n}`, { description: words() }));

describeOnEveryEngine('A directory', (newTable) => {
  test('of five thousand services, more than one page of rows, comes back whole', async () => {
    const table = await newTable();
    expect(await saveDirectory({ table, council: harrow, services: many, at: instant(0) })).toEqual({ kind: 'saved' });
    expect((await loadDirectory(table, harrow))?.services).toEqual(many);
  });

  test('gives way to the next in one step, and the fourth before is gone', async () => {
    const table = await newTable();
    const snapshots: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      expect(await saveDirectory({ table, council: harrow, services: [aService(`Choir ${turn}`)], at: instant(turn) })).toEqual({ kind: 'saved' });
      const kept = await loadDirectory(table, harrow);
      expect(kept?.services.map(({ name }) => name)).toEqual([`Choir ${turn}`]);
      snapshots.push(kept!.snapshot);
    }
    const rowsOf = async (snapshot: string) => (await table.query({ by: 'pk', pk: `council#harrow#directory#${snapshot}` })).rows.length;
    expect(await Promise.all(snapshots.map(rowsOf))).toEqual([0, 1, 1, 1]);
  });
});
