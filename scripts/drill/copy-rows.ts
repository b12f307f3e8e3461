import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { createGunzip } from 'node:zlib';
import { ScanCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { itemFromRow, rowFromItem, type Item } from '../../lambda/store/dynamodb-items.ts';
import { prepareForColumns, rowFrom, type KeptRow } from '../../lambda/store/sqlite-row.ts';
import type { Row, Table } from '../../lambda/store/table.ts';

/** Every row of a store's file as it stands at one moment, also while a server works with it. */
export function* rowsOfFile(path: string): Generator<Row> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    // One transaction: half of somebody's purchase is not what anybody would want back.
    database.exec('BEGIN');
    for (const kept of prepareForColumns(database, 'SELECT pk, sk, version, idx, numbers, doc FROM rows ORDER BY pk, sk').iterate()) yield rowFrom(kept as unknown as KeptRow);
  } finally {
    database.close();
  }
}

/** Every row of a DynamoDB table. Of a table that is in use the rows are not of one moment: restore it to a new one first. */
export async function* rowsOfTable(client: DynamoDBClient, tableName: string): AsyncGenerator<Row> {
  for (let from: Item | undefined, page = 0; page === 0 || from !== undefined; page += 1) {
    const { Items: items = [], LastEvaluatedKey: next } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true, ...(from !== undefined && { ExclusiveStartKey: from }) }));
    yield* items.map(rowFromItem);
    from = next;
  }
}

/** Writes rows as DynamoDB's own export to S3 does: a line of JSON for each. Says how many. */
export async function writeExport(rows: Iterable<Row> | AsyncIterable<Row>, path: string): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 });
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (!file.write(`${JSON.stringify({ Item: itemFromRow(row) })}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return count;
}

/** Every row of an export, ours or Amazon's (as it comes, with gzip). */
export async function* rowsOfExport(path: string): AsyncGenerator<Row> {
  const bytes = createReadStream(path);
  for await (const line of createInterface({ input: path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield rowFromItem((JSON.parse(line) as { readonly Item: Item }).Item);
  }
}

const mostAtOnce = 90;
const mostBytesAtOnce = 3_000_000;

/** Puts rows into a fresh table, as many at once as a transaction holds. Says how many. */
export async function putBack(rows: Iterable<Row> | AsyncIterable<Row>, table: Table): Promise<number> {
  let [held, bytes, count]: [Row[], number, number] = [[], 0, 0];
  const keep = async () => {
    // Put again they are the same rows: what is uncertain is tried again.
    for (let tries = 0; held.length > 0; tries += 1) {
      if ((await table.transact(held.map((row) => ({ do: 'put', row, when: [] })))).kind === 'done') break;
      if (tries === 4) throw new Error(`Rows could not be put back, from ${String(count)} on`);
    }
    count += held.length;
    [held, bytes] = [[], 0];
  };
  for await (const row of rows) {
    const size = Buffer.byteLength(row.doc) + 500;
    if (held.length === mostAtOnce || bytes + size > mostBytesAtOnce) await keep();
    held.push(row);
    bytes += size;
  }
  await keep();
  return count;
}
