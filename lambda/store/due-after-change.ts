import type { RecordChange } from '../../models/person-record/index.ts';
import { waitingMessages } from '../../models/message/index.ts';
import { nextExpiry } from '../../models/service-request/index.ts';
import { isDeepStrictEqual } from 'node:util';
import { dueOperation } from './due-index.ts';
import type { KeptRecord } from './kept-record.ts';
import type { Operation } from './table.ts';

/**
 * What has to be looked at because of a change, kept in the same transaction: whoever's visits, money, requests, jobs or messages
 * changed has their alerts planned anew, and a request that may run out is looked at when it does.
 */
export function dueAfterChange(record: KeptRecord, change: RecordChange): readonly Operation[] {
  const { councilId, personId } = record;
  const expiry = change.requestBook === undefined ? undefined : nextExpiry(change.requestBook);
  return [
    ...(changesPlan(record, change) ? [dueOperation(change.at, { kind: 'plan', councilId, personId })] : []),
    ...(expiry === undefined ? [] : [dueOperation(expiry, { kind: 'request-expiry', councilId, personId })]),
  ];
}

function changesPlan(record: KeptRecord, { visitBook, budget, requestBook, jobBook, messageBook }: RecordChange): boolean {
  return budget !== undefined || requestBook !== undefined || jobBook !== undefined
    || (messageBook !== undefined && waitingMessages(messageBook).length > waitingMessages(record.messageBook).length)
    || (visitBook !== undefined && !isDeepStrictEqual(planned(visitBook), planned(record.visitBook)));
}

/** What reminders and watches are planned from; reports of coming and going change none of it. */
function planned({ rounds, visits, backupPlan, workers }: NonNullable<RecordChange['visitBook']>): unknown {
  return { rounds, backupPlan, workers, visits: visits.map(({ id, startsAt, workerIds, status, isTimeCritical }) => ({ id, startsAt, workerIds, isTimeCritical, isCancelled: status === 'cancelled' })) };
}
