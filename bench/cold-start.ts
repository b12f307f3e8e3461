import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from '../scripts/bundle-functions.ts';
import { bundle } from '../scripts/bundling.ts';
import { table, times } from './figures.ts';

const here = dirname(fileURLToPath(import.meta.url));
const runs = 15;

/** Loading each of our functions in a new process, against one with only Amazon's two packages; turn about, a process each; and the memory that they then hold. */
export async function coldStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-bench-'));
  const floor = await bundle(join(here, 'bare-function.ts'), join(folder, 'floor.cjs'));
  const ours = await bundleFunctions(folder);
  const measured = [
    { name: 'ask-sdk-core and the DynamoDB client, nothing else', ...floor, found: [] as number[], megabytes: 0 },
    ...ours.map((each) => ({ ...each, found: [] as number[], megabytes: 0 })),
  ];
  for (let run = 0; run < runs + 2; run += 1) for (const each of measured) {
    const { took, megabytes } = loadOnce(each.file);
    each.megabytes = megabytes;
    if (run >= 2) each.found.push(took);
  }
  const middle = (found: readonly number[]) => found.toSorted((one, other) => one - other)[Math.floor(found.length / 2)] ?? 0;
  const [least] = measured.map(({ found }) => middle(found));
  table('Cold start: a new process that loads the bundle and is ready to answer', ['', 'middle of 15', 'against the floor', 'KB', 'KB against the floor', 'MB held'], measured.map(({ name, found, bytes, megabytes }) => [
    name, `${middle(found).toFixed(0)} ms`, times(middle(found), least ?? 1), Math.round(bytes / 1024).toString(), times(bytes, measured[0]?.bytes ?? 1), megabytes.toFixed(0),
  ]));
  rmSync(folder, { recursive: true });
}

function loadOnce(file: string): { readonly took: number; readonly megabytes: number } {
  const from = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(file)}); process.stdout.write(String(process.memoryUsage().rss))`], {
    env: { STORE: 'dynamodb', AWS_REGION: 'eu-west-2', DUE_QUEUE_URL: 'https://sqs.eu-west-2.amazonaws.com/1/due', SERVICES_FEED: 'https://directory.example', IOT_DATA_URL: 'https://data-ats.iot.eu-west-2.amazonaws.com' }, encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The bundle does not load: ${stderr}`);
  return { took: performance.now() - from, megabytes: Number(stdout.split('\n').at(-1)) / 1_048_576 };
}
