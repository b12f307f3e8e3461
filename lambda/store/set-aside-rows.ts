import type { DueItem } from '../../models/alert/index.ts';
import { instant, type CouncilId, type Instant } from '../../models/shared/index.ts';
import { aboutOf, dueItemKept, dueOperation } from './due-index.ts';
import { everyRow } from './every-row.ts';
import { deskPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** Keeps what could not be looked at where staff see it, with how often it was tried. */
export function setAsideOperation(now: Instant, item: DueItem): Operation {
  return { do: 'put', row: { pk: deskPartition(item.due.councilId), sk: `set-aside#${new Date(now).toISOString()}#${item.at}#${aboutOf(item.due)}`, version: 1, doc: documentOf(item) }, when: [] };
}

/** Something set aside: what it is, since when, and for whom. */
export interface SetAside { readonly id: string; readonly since: Instant; readonly item: DueItem }

/** What a council has set aside, the longest first. */
export async function everySetAside(table: Table, council: CouncilId): Promise<readonly SetAside[]> {
  const rows = await everyRow(table, { by: 'pk', pk: deskPartition(council), from: 'set-aside#', to: 'set-aside#~' });
  return rows.map((row) => ({ id: row.sk, since: instant(Date.parse(row.sk.split('#')[1] ?? '')), item: valueIn(row, dueItemKept) }));
}

/** Puts it back among what is due now. False for what is not there any more, or when it is not certain. */
export async function tryAgain(table: Table, council: CouncilId, id: string, now: Instant): Promise<boolean> {
  const found = (await everySetAside(table, council)).find((each) => each.id === id);
  return found !== undefined && (await table.transact([{ do: 'delete', key: { pk: deskPartition(council), sk: id }, when: [] }, dueOperation(now, found.item.due)])).kind === 'done';
}
