// Promise: a file as large as a council's is read within 200 megabytes of memory over what the process has without it.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';

const mostOverMb = 200;
const run = promisify(execFile);
let withoutMb: number;

interface Told { readonly kind: string; readonly rows: number; readonly visits: number; readonly faults: number; readonly bytes: number; readonly heldMb: number }

/** In a process that dies when its heap is larger than that. */
async function read(what: 'nothing' | 'csv' | 'calendar', heapMb: number): Promise<Told> {
  const { stdout } = await run(process.execPath, [`--max-old-space-size=${heapMb}`, '--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'support', 'reading-child.ts'), what], { env: { PATH: process.env['PATH'] } });
  return JSON.parse(stdout) as Told;
}

beforeAll(async () => { ({ heldMb: withoutMb } = await read('nothing', mostOverMb)); }, 120_000);

test('100,000 rows of visits', async () => {
  expect(await read('csv', withoutMb + mostOverMb)).toMatchObject({ kind: 'read', rows: 100_000, visits: 100_000, faults: 0 });
}, 300_000);

test('five megabytes of calendar, 10,000 events', async () => {
  const told = await read('calendar', withoutMb + mostOverMb);
  expect(told).toMatchObject({ kind: 'read', visits: 10_000, faults: 0 });
  expect(told.bytes).toBeGreaterThan(5_000_000);
}, 300_000);

test('and a process that may not have it would be seen to die', async () => {
  await expect(read('csv', withoutMb + 10)).rejects.toThrow(/heap/);
}, 300_000);
