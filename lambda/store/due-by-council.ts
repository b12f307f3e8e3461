import type { CouncilId } from '../../models/shared/index.ts';
import { dueItemIn, dueOperation } from './due-index.ts';
import { everyRow } from './every-row.ts';
import { dueBeforeCouncils } from './keys.ts';
import type { Table } from './table.ts';

/** Stores made before each council had a due-index of its own have one for all, in four shards: what is this council's moves to its own. Nothing is left there the second time. */
export async function moveDue(table: Table, council: CouncilId): Promise<void> {
  for (const pk of dueBeforeCouncils) {
    for (const row of await everyRow(table, { by: 'pk', pk, limit: 1_000 })) {
      const item = dueItemIn(row);
      if (item?.due.councilId === council) await table.transact([{ do: 'delete', key: { pk, sk: row.sk }, when: [] }, dueOperation(item.at, item.due, item.tries)]);
    }
  }
}
