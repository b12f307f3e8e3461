import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { instantKept, whenAsked } from './kept-values.ts';
import { engineBeatKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const beatKept = whenAsked<Instant>(() => instantKept);

/** A council's engine has finished a round. */
export async function beat(table: Table, council: CouncilId, at: Instant): Promise<void> {
  const key = engineBeatKey(council);
  const row = await table.get(key);
  await table.transact([{ do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc: documentOf(at) }, when: [] }]);
}

/** When a council's engine last finished a round; undefined if it never did. */
export async function lastBeat(table: Table, council: CouncilId): Promise<Instant | undefined> {
  const row = await table.get(engineBeatKey(council));
  return row === undefined ? undefined : valueIn(row, beatKept);
}
