import * as z from 'zod/mini';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { instantKept, maybeInstantKept, numberKept, whenAsked } from './kept-values.ts';
import { wrongTriesKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const triesKept = whenAsked<{ readonly count: number; readonly lastAt: Instant; readonly lockedUntil?: Instant }>(() => z.looseObject({ count: numberKept, lastAt: instantKept, lockedUntil: maybeInstantKept }));
const most = 5;
const lockedForMs = 15 * 60_000;

/** Counts a try before it is looked at, so that many at once are as many tries. False when there were five wrong ones: for a quarter of an hour, none is looked at. */
export async function countTry(table: Table, council: CouncilId, hash: string, at: Instant): Promise<boolean> {
  const key = wrongTriesKey(council, hash);
  const row = await table.get(key);
  const before = row === undefined ? undefined : valueIn(row, triesKept);
  if (before?.lockedUntil !== undefined && before.lockedUntil > at) return false;
  const count = before === undefined || before.lockedUntil !== undefined || at - before.lastAt > lockedForMs ? 1 : before.count + 1;
  const doc = documentOf({ count, lastAt: at, ...(count >= most && { lockedUntil: at + lockedForMs }) });
  return (await table.transact([{ do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }])).kind === 'done';
}

/** After the right one. */
export async function forgetTries(table: Table, council: CouncilId, hash: string): Promise<void> {
  await table.transact([{ do: 'delete', key: wrongTriesKey(council, hash), when: [] }]);
}
