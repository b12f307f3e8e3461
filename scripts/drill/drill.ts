import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamodbTable } from '../../lambda/store/dynamodb-create.ts';
import { dynamodbClient, dynamodbTable } from '../../lambda/store/dynamodb-table.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import type { Row } from '../../lambda/store/table.ts';
import { putBack, rowsOfExport, rowsOfFile, rowsOfTable, writeExport } from './copy-rows.ts';
import { prove, type Proofs } from './proofs.ts';
import { startIt } from './start-it.ts';

export interface Drilled { readonly engine: 'SQLite' | 'DynamoDB'; readonly rows: number; readonly seconds: number; readonly proofs: Proofs }

interface Given {
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
  /** An engine of DynamoDB's kind to put it back into as well. */
  readonly endpoint?: string;
  readonly clock: () => number;
  readonly say: (line: string) => void;
}

/** Exports, puts the export back into fresh stores, proves each, and starts the service on it. What is left on the disk afterwards: nothing. */
export async function drill({ rows, endpoint, clock, say }: Given): Promise<readonly Drilled[]> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-drill-'));
  try {
    const file = join(folder, 'export.json');
    const count = await writeExport(rows, file);
    say(`${count} rows exported.`);
    if (count === 0) throw new Error('There is nothing in that store.');
    const done = [await intoFile(file, join(folder, 'fresh'), clock)];
    if (endpoint !== undefined) done.push(await intoDynamodb(file, endpoint, clock));
    return done;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function intoFile(file: string, fresh: string, clock: () => number): Promise<Drilled> {
  const began = clock();
  const table = openStoreFile(fresh);
  const rows = await putBack(rowsOfExport(file), table);
  await table.close();
  const proofs = await prove(rowsOfFile(join(fresh, 'my-care.sqlite')));
  await startIt({ STORE: 'sqlite', DATA_DIR: fresh });
  return { engine: 'SQLite', rows, proofs, seconds: (clock() - began) / 1_000 };
}

async function intoDynamodb(file: string, endpoint: string, clock: () => number): Promise<Drilled> {
  const began = clock();
  const [client, tableName] = [dynamodbClient({ region: 'eu-west-2', endpoint }), `my-care-drill-${began.toString(36)}`];
  try {
    await createDynamodbTable(client, tableName);
    const rows = await putBack(rowsOfExport(file), dynamodbTable(client, tableName));
    const proofs = await prove(rowsOfTable(client, tableName));
    await startIt({ STORE: 'dynamodb', TABLE_NAME: tableName, DYNAMODB_ENDPOINT: endpoint, AWS_REGION: 'eu-west-2' });
    return { engine: 'DynamoDB', rows, proofs, seconds: (clock() - began) / 1_000 };
  } finally {
    client.destroy();
  }
}
