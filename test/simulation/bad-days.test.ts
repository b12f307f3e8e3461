// Promise: whatever crashes, hangs, lies or is asked twice, no alert is lost, none is told after its answer, and every open one has a next step.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '../../scripts/simulate.ts');
const run = promisify(execFile);

test('two thousand bad days, each the same every time for its seed', async () => {
  const halves = await Promise.all(['1', '1001'].map(async (from) => run(process.execPath, [script, '1000', from])));
  expect(halves.map(({ stdout }) => stdout.trim())).toEqual(['1000 bad days from seed 1: every promise kept.', '1000 bad days from seed 1001: every promise kept.']);
}, 600_000);
