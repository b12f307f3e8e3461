import { expireRequests } from '../../models/service-request/index.ts';
import { afterRequest, type PersonRecords } from '../../models/person-record/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { notDueOperation } from '../store/due-index.ts';
import type { Table } from '../store/table.ts';
import type { Looks } from './look-at.ts';

interface Needs { readonly table: Table; readonly records: PersonRecords; readonly clock: Clock }

const mostTries = 5;

/**
 * Ends one person's requests whose time is up and gives their money back, once. What is kept puts the next one's time into the
 * index. Somebody who talks meanwhile is waited for; throws when it cannot be known whether it was kept, to be looked at again.
 */
export async function lookAtExpiry({ at, due }: Parameters<Looks['requestExpiry']>[0], { table, records, clock }: Needs): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await records.byPerson(due.councilId, due.personId);
    const ended = record === undefined ? undefined : expireRequests(record, clock());
    if (record === undefined || ended === undefined || ended.expired.length === 0) {
      await table.transact([notDueOperation(at, due)]);
      return;
    }
    const { expired } = ended;
    const saved = await records.save(record, {
      idempotencyKey: `expired-${expired.map(({ id }) => id).join('-')}`.slice(0, 200), at: clock(), ...afterRequest(ended, record.visitBook),
      audit: expired.map(({ id }) => ({ action: 'request-expired', by: 'rules', about: id })),
    });
    if (saved.kind === 'unknown') break;
  }
  throw new Error('Requests that ran out could not be ended for certain');
}
