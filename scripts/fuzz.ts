// Spoiled and made-up input for everything that reads what comes from outside, for as long as you like: npm run fuzz -- [reader …] [--minutes 10] [--seed 1] [--most 1]. Ends with 1 where something threw, hung, or did what may never be.
import { parseArgs } from 'node:util';
import { fuzz, type Reader } from './fuzz/fuzz.ts';
import { readers } from './fuzz/readers.ts';

const { values: { minutes = '2', seed = '1', most }, positionals } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' }, most: { type: 'string' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !(name in readers));
if (unknown.length > 0) {
  console.error(`There is no reader called ${unknown.join(' or ')}. There are: ${Object.keys(readers).join(', ')}.`);
  process.exit(2);
}
const names = (positionals.length > 0 ? positionals : Object.keys(readers)) as Reader[];
let count = 0;
for (const name of names) {
  const { runs, taken, slowestMs, findings } = await fuzz(name, { seconds: (Number(minutes) * 60) / names.length, seed: Number(seed), ...(most !== undefined && { most: Number(most) }) });
  console.log(`${name}: ${runs.toLocaleString('en-GB')} read, ${taken.toLocaleString('en-GB')} of them taken, the slowest in ${Math.round(slowestMs)} ms of work, ${findings.length} findings.`);
  for (const { seed: again, what, input = '' } of findings.slice(0, 20)) console.log(`  npm run fuzz -- ${name} --seed ${again} --most 1\n    ${what.slice(0, 700)}\n    ${JSON.stringify(input).slice(0, 700)}`);
  count += findings.length;
}
process.exitCode = count > 0 ? 1 : 0;
