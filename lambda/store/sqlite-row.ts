import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row } from './table.ts';

/** A row as SQLite gives it: pk, sk, version, idx, numbers as JSON, doc. */
export type KeptRow = readonly [pk: string, sk: string, version: number, index: string | null, numbers: string | null, doc: string];

export function rowFrom([pk, sk, version, index, numbers, doc]: KeptRow): Row {
  return {
    pk, sk, version,
    ...(index !== null && { index }),
    ...(numbers !== null && { numbers: JSON.parse(numbers) as Record<string, number> }),
    doc,
  };
}

/** The numbers as one column: nothing when there are none. */
export function numbersColumn(numbers: Row['numbers']): string | null {
  return numbers === undefined || Object.keys(numbers).length === 0 ? null : JSON.stringify(numbers);
}

/** A statement that gives its rows as lists of columns, which is quicker than as objects. */
export function prepareForColumns(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}
