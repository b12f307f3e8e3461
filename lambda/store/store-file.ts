import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteTable } from './sqlite-table.ts';
import { StoreCannotOpen } from './store-errors.ts';
import type { Table } from './table.ts';

/** The embedded store in a folder of its own, made when it is not there. */
export function openStoreFile(folder: string): Table {
  const path = join(folder, 'my-care.sqlite');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreCannotOpen(path, cause);
  }
  return openSqliteTable(path);
}
