// An empty store for each conversation: SQLite in memory, or a table of its own on DynamoDB's engine in the run that is for it.
import { afterAll } from '@jest/globals';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Table } from '../../lambda/store/table.ts';
import { startDynamodbEngine, type Engine } from '../store/dynoxide.ts';

const isOnDynamodb = (globalThis as { testStoreEngine?: unknown }).testStoreEngine === 'dynamodb';
let engine: Promise<Engine> | undefined;

export async function freshStore(): Promise<Table> {
  if (!isOnDynamodb) return openSqliteTable(':memory:');
  engine ??= startDynamodbEngine();
  return (await (await engine).newTable()).table;
}

afterAll(async () => { await (await engine)?.stop(); });
