import type { Instant } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';

/** Somebody says it was not right, before or after it was paid for. No money moves until that is settled: paid, declined or refunded. */
export function disputeRequest(command: { readonly id: string; readonly by: string; readonly note: string }, record: RequestRecord, now: Instant): RequestChange {
  return changeRequest({ ...command, action: 'dispute' }, record, now);
}
