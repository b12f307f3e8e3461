// Promise: an import that is killed half way is finished or absent once it is begun again, never half: no visit twice, no second alert, no second payment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bringIn, heldIn, imports, prepare, type Import } from '../support/importing.ts';

/** A hundred by hand: KILLS=100 npm run jest -- test/system/imports-crash. */
const kills = Number(process.env['KILLS'] ?? 4);
let root: string;
let before: Awaited<ReturnType<typeof heldIn>>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'my-care-imports-'));
  await prepare(join(root, 'prepared'));
  before = await heldIn(join(root, 'prepared'));
}, 120_000);
afterAll(() => { rmSync(root, { recursive: true, force: true }); });

test.each(imports)('%s', async (what) => {
  const whole = copied(`${what}-whole`);
  const fullMs = await begunAndKilled(what, whole, Infinity);
  const after = await heldIn(whole);
  expect(after).not.toEqual(before);
  let cutShort = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = copied(`${what}-${kill}`);
    // A different moment each time: from at once to when all would be done, by how long it takes on this machine today.
    if (await begunAndKilled(what, folder, fullMs * (kill + 0.5) / kills) === Infinity) cutShort += 1;
    const half = await heldIn(folder);
    // A file of money says of itself that it broke off, where it had begun.
    if (what === 'money' && half.people.some(({ money }, place) => money.length > (before.people[place]?.money.length ?? 0))) expect(half.moneyFilesEnded).toEqual([half.people.every((person, place) => person.money.length === after.people[place]?.money.length) ? expect.any(Boolean) : false]);
    for (const [place, person] of half.people.entries()) if (what !== 'money') expect([before.people[place], after.people[place]]).toContainEqual(person);
    expect([before.services, after.services]).toContainEqual(half.services);
    await bringIn(what, folder);
    const { people, services, lying } = await heldIn(folder);
    expect({ people, services, lying }).toEqual({ people: after.people, services: after.services, lying: after.lying });
    rmSync(folder, { recursive: true });
  }
  expect(cutShort).toBeGreaterThan(0);
}, 600_000);

const copied = (name: string): string => {
  cpSync(join(root, 'prepared'), join(root, name), { recursive: true, preserveTimestamps: true });
  return join(root, name);
};

/** How long it took from its beginning; Infinity where it was killed so long after it. */
async function begunAndKilled(what: Import, folder: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'support', 'importing-child.ts'), what, folder], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } });
  const gone = once(child, 'exit');
  let [startedAt, tookMs] = [0, Infinity];
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'begun') {
      startedAt = performance.now();
      if (afterMs !== Infinity) timer = setTimeout(() => { child.kill('SIGKILL'); }, afterMs);
    } else if (line === 'done') tookMs = performance.now() - startedAt;
  }
  clearTimeout(timer);
  const [code, signal] = await gone as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The import failed by itself (${code})`);
  return tookMs;
}
