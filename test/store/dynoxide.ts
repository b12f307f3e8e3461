// A real DynamoDB-compatible server for the tests: dynoxide, or whatever TEST_DYNAMODB_ENDPOINT names.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamodbTable } from '../../lambda/store/dynamodb-create.ts';
import { dynamodbClient, dynamodbTable } from '../../lambda/store/dynamodb-table.ts';
import type { Table } from '../../lambda/store/table.ts';

const binary = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const given = process.env['TEST_DYNAMODB_ENDPOINT'];

export const hasDynamodbEngine = given !== undefined || existsSync(binary);

export interface Engine {
  readonly endpoint: string;
  /** An empty table of its own. */
  newTable(): Promise<{ readonly table: Table; readonly client: DynamoDBClient; readonly tableName: string }>;
  stop(): Promise<void>;
}

export async function startDynamodbEngine(): Promise<Engine> {
  const server = given === undefined ? await startDynoxide() : undefined;
  const endpoint = given ?? `http://127.0.0.1:${server?.port}`;
  useInventedCredentials();
  const client = dynamodbClient({ region: 'eu-west-2', endpoint });
  let made = 0;
  return {
    endpoint,
    newTable: async () => {
      made += 1;
      const tableName = `care-${process.pid}-${made}-${process.hrtime.bigint()}`;
      await createDynamodbTable(client, tableName);
      return { table: dynamodbTable(client, tableName), client, tableName };
    },
    stop: async () => {
      client.destroy();
      await server?.stop();
    },
  };
}

async function startDynoxide(): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  await untilHealthy(port, child);
  return { port, stop: () => new Promise((resolve) => { child.once('exit', () => resolve()); child.kill(); }) };
}

async function untilHealthy(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) break;
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  throw new Error('dynoxide did not start');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function useInventedCredentials(): void {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'local';
}
