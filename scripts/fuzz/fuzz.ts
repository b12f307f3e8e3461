import { Worker } from 'node:worker_threads';
import type { readers } from './readers.ts';

export type Reader = keyof typeof readers;
/** What went wrong, and with which seed to have it again. */
interface Finding { readonly seed: number; readonly what: string; readonly input?: string }
interface Over { readonly runs: number; readonly taken: number; /** In time of the processor, so that a busy machine changes nothing. */ readonly slowestMs: number }
export interface Found extends Over { readonly findings: readonly Finding[] }
export interface Work { readonly reader: Reader; readonly seed: number; readonly seconds: number; readonly most: number; readonly progress: SharedArrayBuffer }

/** Work of the processor on one small input: anything near is a loop that does not end. */
const mostWorkMs = 20_000;
/** Without any work at all: what it waits for never comes. */
const mostIdleMs = 180_000;
const mostMegabytes = 500;
const mostFindings = 20;
const lookEveryMs = 250;

/** Has one reader read spoiled and made-up input for so long. What throws, hangs, takes too much memory or ends its thread is a finding, and the next seed follows. */
export async function fuzz(reader: Reader, { seconds, seed, most = Infinity }: { readonly seconds: number; readonly seed: number; readonly most?: number }): Promise<Found> {
  const findings: Finding[] = [];
  const until = performance.now() + seconds * 1_000;
  let [from, over]: [number, Over | undefined] = [seed, undefined];
  let lost = 0;
  while (over === undefined && findings.length < mostFindings) {
    const progress = new SharedArrayBuffer(4);
    const end = await watched({ reader, seed: from, seconds: Math.max(0, lost === 0 ? seconds : (until - performance.now()) / 1_000), most: most - (from - seed), progress }, findings);
    if ('runs' in end) over = { ...end, runs: end.runs + lost };
    else {
      const at = Atomics.load(new Int32Array(progress), 0) || from;
      findings.push({ seed: at, what: end.died });
      [from, lost] = [at + 1, at + 1 - seed];
    }
  }
  return { ...over ?? { runs: lost, taken: 0, slowestMs: 0 }, findings };
}

function watched(work: Work, findings: Finding[]): Promise<Over | { readonly died: string }> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: work, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }, stdout: true });
    const slots = new Int32Array(work.progress);
    let last = { seed: 0, workMs: 0, at: 0 };
    const timer = setInterval(() => {
      const now = { seed: Atomics.load(slots, 0), workMs: workOfOthersMs(), at: performance.now() };
      if (now.seed !== last.seed || now.seed === 0) last = now;
      else if (now.workMs - last.workMs > mostWorkMs) end({ died: `worked for ${mostWorkMs / 1_000} seconds and did not end` });
      else if (now.at - last.at > mostIdleMs) end({ died: 'waited for what never came' });
    }, lookEveryMs);
    const end = (how: Over | { readonly died: string }) => {
      clearInterval(timer);
      worker.removeAllListeners();
      void worker.terminate().then(() => { resolve(how); });
    };
    worker.on('message', (message: Finding | Over) => { if ('runs' in message) end(message); else findings.push(message); });
    worker.on('error', (cause) => { end({ died: `its thread died: ${cause.stack ?? cause.message}` }); });
    worker.on('exit', (code) => { end({ died: `its thread ended by itself (${code})` }); });
  });
}

/** What every thread of this process but this one has worked. */
function workOfOthersMs(): number {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  return (all.user + all.system - own.user - own.system) / 1_000;
}
