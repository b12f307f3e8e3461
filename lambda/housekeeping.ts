import { expireRequests } from '../models/service-request/index.ts';
import type { CouncilId } from '../models/shared/index.ts';
import type { Services } from './services.ts';
import { peopleOf } from './store/create-person.ts';

/**
 * Gives back the money of requests that have run out, for every person of a council. Safe to run again at any time: each
 * request runs out once, and somebody who talks meanwhile is left for the next round. For one machine; it looks at everybody.
 */
export async function releaseExpired({ table, records, clock }: Pick<Services, 'table' | 'records' | 'clock'>, council: CouncilId): Promise<number> {
  let released = 0;
  for (const person of await peopleOf(table, council)) {
    const record = await records.byPerson(council, person);
    if (record === undefined) continue;
    const { expired, requestBook, budget } = expireRequests(record, clock());
    if (expired.length === 0) continue;
    const saved = await records.save(record, {
      idempotencyKey: `expired-${expired.map(({ id }) => id).join('-')}`.slice(0, 200), at: clock(), requestBook, ...(budget !== undefined && { budget }),
      audit: expired.map(({ id }) => ({ action: 'request-expired', by: 'rules', about: id })),
    });
    if (saved.kind === 'saved') released += expired.length;
  }
  return released;
}
