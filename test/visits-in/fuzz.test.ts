// Promise: spoiled files of every kind are read or refused: nothing throws, hangs, or makes a visit that cannot be. Longer: npm run fuzz:visits.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fuzzVisits } from '../../scripts/fuzz/fuzz-visits.ts';

test.each(['samples', 'calendars', 'fhir'])('%s', async (folder) => {
  const path = join(import.meta.dirname, folder);
  const samples = Object.fromEntries(readdirSync(path).filter((file) => file !== 'NOTICE').map((file) => [file, readFileSync(join(path, file), 'utf8')]));
  const { runs, read, findings } = await fuzzVisits(samples, { seconds: 1.5, seed: 20_261_201 });
  expect([findings, runs > 20, read > 0]).toEqual([[], true, true]);
}, 60_000);
