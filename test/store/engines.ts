// The engines that every promise of the store is tested on; what is not on this machine is named and skipped.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Table } from '../../lambda/store/table.ts';
import { hasDynamodbEngine, startDynamodbEngine } from './dynoxide.ts';

interface StartedEngine {
  readonly newTable: () => Promise<Table>;
  readonly stop: () => Promise<void>;
}

/** Describes a promise once for each engine. `newTable` gives an empty table of its own. */
export function describeOnEveryEngine(promise: string, tests: (newTable: () => Promise<Table>, engine: 'memory' | 'file' | 'dynamodb') => void): void {
  describeOn(`${promise}, on SQLite in memory`, () => inMemory, (newTable) => tests(newTable, 'memory'));
  describeOn(`${promise}, on SQLite in a file`, inFiles, (newTable) => tests(newTable, 'file'));
  if (hasDynamodbEngine) describeOn(`${promise}, on DynamoDB’s engine`, onDynamodb, (newTable) => tests(newTable, 'dynamodb'));
  else describe.skip(`${promise}, on DynamoDB’s engine: skipped, dynoxide is not installed here`, () => tests(inMemory.newTable, 'dynamodb'));
}

function describeOn(title: string, start: () => StartedEngine | Promise<StartedEngine>, tests: (newTable: () => Promise<Table>) => void): void {
  describe(title, () => {
    let engine: StartedEngine | undefined;
    beforeAll(async () => { engine = await start(); });
    afterAll(async () => engine?.stop());
    tests(() => engine?.newTable() ?? Promise.reject(new Error('The engine has not started')));
  });
}

const inMemory: StartedEngine = { newTable: () => Promise.resolve(openSqliteTable(':memory:')), stop: () => Promise.resolve() };

function inFiles(): StartedEngine {
  const folder = mkdtempSync(join(tmpdir(), 'care-store-'));
  const tables: Table[] = [];
  return {
    newTable: () => {
      const table = openSqliteTable(join(folder, `${tables.length}.db`));
      tables.push(table);
      return Promise.resolve(table);
    },
    stop: async () => {
      for (const table of tables) await table.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function onDynamodb(): Promise<StartedEngine> {
  const engine = await startDynamodbEngine();
  return { newTable: async () => (await engine.newTable()).table, stop: () => engine.stop() };
}
