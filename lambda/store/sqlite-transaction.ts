import type { DatabaseSync } from 'node:sqlite';
import { keyOf } from './operation-limits.ts';
import { numbersColumn, prepareForColumns } from './sqlite-row.ts';
import type { Condition, Operation, TransactResult } from './table.ts';

type Guarded = readonly [version: number, numbers: string | null];

/** Keeps all operations or none: every condition is looked at before anything is written. */
export function sqliteTransactions(database: DatabaseSync): (operations: readonly Operation[]) => TransactResult {
  const look = prepareForColumns(database, 'SELECT version, numbers FROM rows WHERE pk = ? AND sk = ?');
  const write = writer(database);
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];

  const holds = (operation: Operation): boolean => {
    if (operation.when.length === 0 && operation.do !== 'reindex') return true;
    const { pk, sk } = keyOf(operation);
    const kept = look.get(pk, sk) as Guarded | undefined;
    if (operation.do === 'reindex' && kept === undefined) return false;
    return operation.when.every((condition) => conditionHolds(condition, kept));
  };

  return (operations) => {
    begin.run();
    try {
      const failed = operations.flatMap((operation, position) => (holds(operation) ? [] : [position]));
      if (failed.length > 0) {
        database.exec('ROLLBACK');
        return { kind: 'refused', failed };
      }
      operations.forEach(write);
    } catch (fault) {
      database.exec('ROLLBACK');
      throw fault;
    }
    return finish(database, () => commit.run());
  };
}

/** A commit that fails (a full disk) may have reached the disk or not. */
function finish(database: DatabaseSync, commit: () => void): TransactResult {
  try {
    commit();
    return { kind: 'done' };
  } catch {
    if (database.isTransaction) database.exec('ROLLBACK');
    return { kind: 'unknown' };
  }
}

function writer(database: DatabaseSync): (operation: Operation) => void {
  const put = database.prepare(`
    INSERT INTO rows (pk, sk, version, idx, numbers, doc) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (pk, sk) DO UPDATE SET version = excluded.version, idx = excluded.idx, numbers = excluded.numbers, doc = excluded.doc
  `);
  const remove = database.prepare('DELETE FROM rows WHERE pk = ? AND sk = ?');
  const reindex = database.prepare('UPDATE rows SET idx = ?, version = version + 1 WHERE pk = ? AND sk = ?');
  return (operation) => {
    if (operation.do === 'put') {
      const { pk, sk, version, index, numbers, doc } = operation.row;
      put.run(pk, sk, version, index ?? null, numbersColumn(numbers), doc);
    } else if (operation.do === 'delete') remove.run(operation.key.pk, operation.key.sk);
    else if (operation.do === 'reindex') reindex.run(operation.index ?? null, operation.key.pk, operation.key.sk);
  };
}

function conditionHolds(condition: Condition, kept: Guarded | undefined): boolean {
  switch (condition.if) {
    case 'absent': return kept === undefined;
    case 'version-is': return kept?.[0] === condition.version;
    case 'number-at-least': return (numberIn(kept, condition.name) ?? -Infinity) >= condition.atLeast;
  }
}

function numberIn(kept: Guarded | undefined, name: string): number | undefined {
  if (kept?.[1] == null) return undefined;
  return new Map(Object.entries(JSON.parse(kept[1]) as Record<string, number>)).get(name);
}
