// Simulates bad days of the alert engine: npm run simulate -- [how many] [from which seed]. Prints the seed and the trace of the first that breaks a promise, and exits 1.
import { simulate } from './simulate/simulate.ts';

const [count = '20000', from = '1'] = process.argv.slice(2);
const last = Number(from) + Number(count) - 1;
for (let seed = Number(from); seed <= last; seed += 1) {
  const { broken, trace } = await simulate(seed);
  if (broken.length > 0) {
    console.error(`Seed ${seed} breaks a promise:\n${broken.map((line) => `  ${line}`).join('\n')}\nAgain: npm run simulate -- 1 ${seed}\n\n${trace.join('\n')}`);
    process.exit(1);
  }
}
console.log(`${count} bad days from seed ${from}: every promise kept.`);
