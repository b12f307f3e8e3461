import { refund } from '../budget/index.ts';
import type { Instant, Pence } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';
import { paymentId } from './pay-request.ts';

/** Gives back all or part of what was paid for a request, never more than was paid. `entryId` tells one refund from the next. */
export function refundRequest(command: { readonly id: string; readonly by: string; readonly entryId: string; readonly amountPence: Pence; readonly note?: string }, record: RequestRecord, now: Instant): RequestChange {
  const { entryId, amountPence, ...step } = command;
  return changeRequest({ ...step, action: 'refund' }, record, now, (budget, { id }) => refund(budget, { id: entryId, amountPence, spendId: paymentId(id) }, now));
}
