import type { DueItem } from '../../models/alert/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { aboutOf } from './due-index.ts';
import { everyRow } from './every-row.ts';
import { deskPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** Keeps what could not be looked at where staff see it, with how often it was tried. */
export function setAsideOperation(now: Instant, item: DueItem): Operation {
  return { do: 'put', row: { pk: deskPartition(item.due.councilId), sk: `set-aside#${new Date(now).toISOString()}#${item.at}#${aboutOf(item.due)}`, version: 1, doc: documentOf(item) }, when: [] };
}

/** How much a council has set aside and not yet settled. */
export async function setAsideCount(table: Table, council: CouncilId): Promise<number> {
  return (await everyRow(table, { by: 'pk', pk: deskPartition(council), from: 'set-aside#', to: 'set-aside#~' })).length;
}
