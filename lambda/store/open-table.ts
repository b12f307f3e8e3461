import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Config } from '../config.ts';
import { StoreCannotOpen } from './store-errors.ts';
import type { Table } from './table.ts';

/** The engine the settings name. The one that is not used is not loaded. */
export async function openTable(store: Config['store']): Promise<Table> {
  if (store.kind === 'sqlite') {
    const { openStoreFile } = await import('./store-file.ts');
    return openStoreFile(store.dataDir);
  }
  const { dynamodbClient, dynamodbTable } = await import('./dynamodb-table.ts');
  const client = dynamodbClient(store);
  if (store.endpoint !== undefined) await makeTable(client, store.tableName, store.endpoint);
  return dynamodbTable(client, store.tableName);
}

/** An engine on this machine starts empty: the table is made. On AWS the stack makes it, and nobody else may. */
async function makeTable(client: DynamoDBClient, tableName: string, endpoint: string): Promise<void> {
  const { createDynamodbTable } = await import('./dynamodb-create.ts');
  await createDynamodbTable(client, tableName).catch((cause: unknown) => { throw new StoreCannotOpen(endpoint, cause); });
}
