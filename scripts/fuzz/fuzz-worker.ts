// Reads one thing after another in a thread of its own, and says what went wrong with which seed. `fuzz.ts` watches over it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './fuzz.ts';
import { readers } from './readers.ts';
import { seeded } from './spoil.ts';

const { reader, seed, seconds, most, progress } = workerData as Work;
const slots = new Int32Array(progress);
const { input, read } = await readers[reader]();
const tell = (message: unknown) => parentPort?.postMessage(message);
const until = performance.now() + seconds * 1_000;
let [runs, taken, slowestMs] = [0, 0, 0];
for (; runs < most && performance.now() < until; runs += 1) {
  Atomics.store(slots, 0, seed + runs);
  const given = input(seeded(seed + runs));
  const before = process.threadCpuUsage();
  try {
    const found = await read(given);
    if (found === true) taken += 1;
    else if (found !== false) tell({ seed: seed + runs, what: found.wrong, input: given });
  } catch (cause) {
    tell({ seed: seed + runs, what: cause instanceof Error ? cause.stack?.split('\n').slice(0, 4).join(' ') ?? cause.message : String(cause), input: given });
  }
  const { user, system } = process.threadCpuUsage(before);
  slowestMs = Math.max(slowestMs, (user + system) / 1_000);
}
tell({ runs, taken, slowestMs });
