import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { changedVisitsPartition, namedPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** That a provider changed a visit in this stretch of the clock: one small row for each, however often it is told. */
export function changedVisitOperation(council: CouncilId, providerId: string, stretch: Instant, person: PersonId, visitId: string): Operation {
  return { do: 'put', row: { pk: changedVisitsPartition(council, providerId, stretch), sk: `${person}/${visitId}`.replaceAll('#', '-'), version: 1, index: namedPartition(council, person), doc: documentOf({}) }, when: [] };
}

/** How many there are of one stretch, counted to `most`. */
export async function countChangedVisits(table: Table, council: CouncilId, providerId: string, stretch: Instant, most: number): Promise<number> {
  const { rows } = await table.query({ by: 'pk', pk: changedVisitsPartition(council, providerId, stretch), limit: most });
  return rows.length;
}
