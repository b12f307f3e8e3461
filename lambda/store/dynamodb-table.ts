import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { queryInput, rowFromItem, type Item } from './dynamodb-items.ts';
import { readWithRetry } from './dynamodb-retry.ts';
import { transactWithRetry } from './dynamodb-transaction.ts';
import { checkOperations, checkQuery, isEmptyRange } from './operation-limits.ts';
import type { Cursor, Table } from './table.ts';

export interface DynamodbPlace {
  readonly tableName: string;
  readonly region: string;
  /** For an engine on this machine; without it, Amazon's own for the region. */
  readonly endpoint?: string;
}

/**
 * The engine on AWS: one table with keys `pk` and `sk`, and one index `by-index` on `idx` and `sk`. Alexa waits eight
 * seconds in all, so a call not answered in one and a half is given up:
 * a read is tried again, twice; a transaction is `unknown`.
 */
export function openDynamodbTable(place: DynamodbPlace): Table {
  return dynamodbTable(dynamodbClient(place), place.tableName);
}

/** The client with our time limits. It never tries again by itself: only we know what may be tried again. */
export function dynamodbClient({ region, endpoint }: Omit<DynamodbPlace, 'tableName'>): DynamoDBClient {
  return new DynamoDBClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
  });
}

/** The port on a client made elsewhere, such as one that fails on purpose. */
export function dynamodbTable(client: DynamoDBClient, tableName: string): Table {
  return {
    get: async ({ pk, sk }) => {
      const command = new GetItemCommand({ TableName: tableName, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true });
      const { Item: item } = await readWithRetry(() => client.send(command));
      return item === undefined ? undefined : rowFromItem(item);
    },
    query: async (query) => {
      checkQuery(query);
      if (isEmptyRange(query)) return { rows: [] };
      const command = new QueryCommand(queryInput(tableName, query));
      const { Items: items = [], LastEvaluatedKey: stopped } = await readWithRetry(() => client.send(command));
      return { rows: items.map(rowFromItem), ...(stopped !== undefined && { next: cursorAt(stopped) }) };
    },
    transact: async (operations) => {
      checkOperations(operations);
      return transactWithRetry(client, tableName, operations);
    },
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
}

const cursorAt = (stopped: Item): Cursor => JSON.stringify(stopped) as Cursor;
