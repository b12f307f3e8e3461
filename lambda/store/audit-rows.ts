import { randomUUID } from 'node:crypto';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { auditKey, deskPartition, personPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Table } from './table.ts';

interface Look { readonly who: string; readonly personId?: PersonId | undefined; readonly what: string; readonly why: string; readonly at: Instant }

/** Writes down that somebody looked at, or set out to change, a person's record or the council's own affairs. Throws when that is not certain: then nothing is shown. */
export async function writeLook(table: Table, council: CouncilId, { who, personId, what, why, at }: Look): Promise<void> {
  const pk = personId === undefined ? deskPartition(council) : personPartition(council, personId);
  const kept = await table.transact([{ do: 'put', row: { pk, sk: auditKey(at, `console-${randomUUID()}`), version: 1, doc: documentOf({ action: `${why}:${what}`, by: who, about: 'record' }) }, when: [] }]);
  if (kept.kind !== 'done') throw new StoreDoesNotAnswer('a look at a record may not have been written down');
}
