import type { Instant } from '../../models/shared/index.ts';
import { instantKept, whenAsked } from './kept-values.ts';
import { engineBeatKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const beatKept = whenAsked<Instant>(() => instantKept);

/** The engine has finished a round. */
export async function beat(table: Table, at: Instant): Promise<void> {
  const row = await table.get(engineBeatKey);
  await table.transact([{ do: 'put', row: { ...engineBeatKey, version: (row?.version ?? 0) + 1, doc: documentOf(at) }, when: [] }]);
}

/** When the engine last finished a round; undefined if it never did. */
export async function lastBeat(table: Table): Promise<Instant | undefined> {
  const row = await table.get(engineBeatKey);
  return row === undefined ? undefined : valueIn(row, beatKept);
}
