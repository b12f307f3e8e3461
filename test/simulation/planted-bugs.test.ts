// Promise: the simulation can fail: each of twenty mistakes that services like this one are known for is found by it.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { plant } from '../../scripts/simulate/plant.ts';
import { plantedBugs } from '../../scripts/simulate/planted-bugs.ts';

const planted: string[] = [];
afterAll(() => { for (const folder of planted) rmSync(folder, { recursive: true, force: true }); });

/** What the simulation says of the one day on which this mistake shows. */
function search(folder: string, seed: number): Promise<string> {
  return new Promise((resolve) => { execFile(process.execPath, [join(folder, 'scripts/simulate.ts'), '1', String(seed)], { maxBuffer: 50_000_000 }, (_, stdout, stderr) => { resolve(`${stdout}${stderr}`.slice(0, 300)); }); });
}

test('there are twenty of them at least', () => {
  expect(plantedBugs.length).toBeGreaterThanOrEqual(20);
});

test.each(plantedBugs.map((bug, place) => ({ ...bug, place })))('found: $what', async ({ place, ...bug }) => {
  expect(bug.foundBy).toBeLessThanOrEqual(2000);
  const folder = plant(bug, `bug-${place}`);
  planted.push(folder);
  expect(await search(folder, bug.foundBy)).toMatch(/^Seed \d+ breaks a promise:/);
}, 60_000);
