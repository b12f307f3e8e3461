// Spoiled files of visits, for as long as you like: npm run fuzz:visits -- --minutes 10 [--seed 1]. Ends with 1 where something threw, hung or made a visit that cannot be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzVisits } from './fuzz/fuzz-visits.ts';

const { minutes = '2', seed = '1' } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } }).values;
const folder = join(import.meta.dirname, '..', 'test', 'visits-in');
const samples = Object.fromEntries(['samples', 'calendars', 'fhir'].flatMap((name) => readdirSync(join(folder, name)).filter((file) => file !== 'NOTICE').map((file) => [file, readFileSync(join(folder, name, file), 'utf8')])));
const { runs, read, slowestMs, findings } = await fuzzVisits(samples, { seconds: Number(minutes) * 60, seed: Number(seed) });
console.log(`${runs} spoiled files, ${read} of them read, the slowest in ${Math.round(slowestMs)} ms, ${findings.length} findings.`);
for (const { seed: again, sample, what } of findings.slice(0, 20)) console.log(`  seed ${again} (${sample}): ${what}`);
process.exitCode = findings.length > 0 ? 1 : 0;
