import { DatabaseSync } from 'node:sqlite';
import { checkOperations, checkQuery, isEmptyRange } from './operation-limits.ts';
import { sqliteQueries } from './sqlite-query.ts';
import { sqliteTransactions } from './sqlite-transaction.ts';
import { prepareForColumns, rowFrom, type KeptRow } from './sqlite-row.ts';
import { StoreCannotOpen } from './store-errors.ts';
import type { Table } from './table.ts';

/**
 * The embedded engine: one file (or `:memory:`), owned by one process. What `transact` calls done is on the disk and
 * outlives a `kill -9`. Throws `StoreCannotOpen` when the file is broken or cannot be written.
 */
export function openSqliteTable(path: string): Table {
  const database = openDatabase(path);
  const get = prepareForColumns(database, 'SELECT pk, sk, version, idx, numbers, doc FROM rows WHERE pk = ? AND sk = ?');
  const ask = sqliteQueries(database);
  const keep = sqliteTransactions(database);
  return {
    get: ({ pk, sk }) => inPromise(() => {
      const kept = get.get(pk, sk) as KeptRow | undefined;
      return kept === undefined ? undefined : rowFrom(kept);
    }),
    query: (query) => inPromise(() => {
      checkQuery(query);
      return isEmptyRange(query) ? { rows: [] } : ask(query);
    }),
    transact: (operations) => inPromise(() => {
      checkOperations(operations);
      return keep(operations);
    }),
    close: () => inPromise(() => { database.close(); }),
  };
}

/** SQLite answers at once; the port answers in a promise, and so do its faults. */
function inPromise<Answer>(work: () => Answer): Promise<Answer> {
  return new Promise((resolve) => { resolve(work()); });
}

function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 5_000 });
    database.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147418112;');
    database.exec(schema);
    return database;
  } catch (cause) {
    database?.close();
    throw new StoreCannotOpen(path, cause);
  }
}

// The version is written each time, so that a file we can read and not write is found out at the start.
const schema = `
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS rows (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL, idx TEXT, numbers TEXT, doc TEXT NOT NULL, PRIMARY KEY (pk, sk)
  );
  CREATE INDEX IF NOT EXISTS rows_by_index ON rows (idx, sk, pk) WHERE idx IS NOT NULL;
  SELECT pk, sk, version, idx, numbers, doc FROM rows LIMIT 0;
  PRAGMA user_version = 1;
  COMMIT;
`;
