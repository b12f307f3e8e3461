// Simulates bad days of the alert engine: npm run simulate -- [how many] [from which seed]. Prints the seed and the trace of the first that breaks a promise, and exits 1. `planted`: which seed finds each planted mistake. `crowd`: what one council's hundred thousand alerts are to another's urgent one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { crowd } from './simulate/crowd.ts';
import { plant } from './simulate/plant.ts';
import { plantedBugs } from './simulate/planted-bugs.ts';
import { simulate } from './simulate/simulate.ts';

const [count = '20000', from = '1'] = process.argv.slice(2);
if (count === 'planted') findPlanted();
else if (count === 'crowd') await oneAmongMany();
else await badDays(Number(from), Number(from) + Number(count) - 1);

async function badDays(first: number, last: number): Promise<void> {
  for (let seed = first; seed <= last; seed += 1) {
    const { broken, trace } = await simulate(seed);
    if (broken.length === 0) continue;
    console.error(`Seed ${seed} breaks a promise:\n${broken.map((line) => `  ${line}`).join('\n')}\nAgain: npm run simulate -- 1 ${seed}\n\n${trace.join('\n')}`);
    process.exit(1);
  }
  console.log(`${count} bad days from seed ${from}: every promise kept.`);
}

/** In calls to the store, which are the same on every machine but for the order of what goes on at once. */
async function oneAmongMany(): Promise<void> {
  for (const noise of [{ urgent: 0, ordinary: 0 }, { urgent: 0, ordinary: 100_000 }, { urgent: 100_000, ordinary: 0 }, { urgent: 50_000, ordinary: 50_000, hangs: true }]) {
    const { ownCalls, allCalls, toldMeanwhile, leftOfNoisy } = await crowd(noise);
    console.log(`Another council has ${noise.urgent} urgent and ${noise.ordinary} other alerts due${noise.hangs === true ? ', and its channel hangs' : ''}: told after ${ownCalls} calls to the store of its own, ${allCalls} in all, ${toldMeanwhile} of the other's told meanwhile and ${leftOfNoisy} still to be told.`);
  }
  process.exit(0);
}

function findPlanted(): void {
  for (const [place, bug] of plantedBugs.entries()) {
    const { stderr } = spawnSync(process.execPath, [join(plant(bug, `found-${place}`), 'scripts/simulate.ts'), '2000', '1'], { encoding: 'utf8', maxBuffer: 50_000_000 });
    console.log(`${/^Seed (\d+)/.exec(stderr)?.[1] ?? 'none'}\t${bug.what}`);
  }
}
