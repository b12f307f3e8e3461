import { emptyBoard } from '../../models/alert/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import { peopleOf } from './create-person.ts';
import { personPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import { spokenKey } from './spoken-parts.ts';
import type { Table } from './table.ts';

/** Gives everybody who was kept before there were alerts an empty board of them, found by the same speaker as the rest. Safe to run again. */
export async function addAlertBoards(table: Table, council: CouncilId): Promise<void> {
  for (const person of await peopleOf(table, council)) {
    const pk = personPartition(council, person);
    const link = await table.get({ pk, sk: spokenKey('link') });
    if (link === undefined || await table.get({ pk, sk: spokenKey('alerts') }) !== undefined) continue;
    await table.transact([{ do: 'put', row: { pk, sk: spokenKey('alerts'), version: 1, doc: documentOf(emptyBoard), ...(link.index !== undefined && { index: link.index }) }, when: [{ if: 'absent' }] }]);
  }
}
