// Simulates bad days of the alert engine: npm run simulate -- [how many] [from which seed]. Prints the seed and the trace of the first that breaks a promise, and exits 1. `planted`: which seed finds each planted mistake.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { plant } from './simulate/plant.ts';
import { plantedBugs } from './simulate/planted-bugs.ts';
import { simulate } from './simulate/simulate.ts';

const [count = '20000', from = '1'] = process.argv.slice(2);
if (count === 'planted') findPlanted();
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

function findPlanted(): void {
  for (const [place, bug] of plantedBugs.entries()) {
    const { stderr } = spawnSync(process.execPath, [join(plant(bug, `found-${place}`), 'scripts/simulate.ts'), '2000', '1'], { encoding: 'utf8', maxBuffer: 50_000_000 });
    console.log(`${/^Seed (\d+)/.exec(stderr)?.[1] ?? 'none'}\t${bug.what}`);
  }
}
