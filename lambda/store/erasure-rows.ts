import * as z from 'zod/mini';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { Erasure } from '../../web/console/data-port.ts';
import { everyRow } from './every-row.ts';
import { instantKept, namedKept, numberKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { erasureKey, erasuresPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Table } from './table.ts';

const counts = () => z.record(textKept, numberKept);
const erasureKept = whenAsked<Erasure>(() => z.looseObject({
  id: namedKept, personId: personIdKept, state: z.enum(['under-way', 'done', 'money-gone']), askedBy: textKept, askedAt: instantKept, by: textKept, at: instantKept, removed: counts(), changed: counts(),
  kept: z.looseObject({ entries: numberKept, deeds: numberKept }), moneyUntil: instantKept,
}));

/** The proof of an erasure, by a name that sorts by when it was done. */
export function erasureId(at: Instant, person: PersonId): string {
  return `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}~${person}`;
}

export async function keepErasure(table: Table, council: CouncilId, erasure: Erasure): Promise<void> {
  const { kind } = await table.transact([{ do: 'put', row: { ...erasureKey(council, erasure.id), version: 1, doc: documentOf(erasure) }, when: [] }]);
  if (kind !== 'done') throw new StoreDoesNotAnswer('the proof of an erasure may not have been kept');
}

export async function erasureOf(table: Table, council: CouncilId, id: string): Promise<Erasure | undefined> {
  const row = /^[A-Za-z0-9~_-]{1,140}$/.test(id) ? await table.get(erasureKey(council, id)) : undefined;
  return row === undefined ? undefined : valueIn(row, erasureKept);
}

/** The newest first. */
export async function erasuresOf(table: Table, council: CouncilId): Promise<readonly Erasure[]> {
  return (await everyRow(table, { by: 'pk', pk: erasuresPartition(council), backwards: true })).map((row) => valueIn(row, erasureKept));
}
