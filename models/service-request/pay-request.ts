import { spend } from '../budget/index.ts';
import type { Instant, Pence } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';

/** Pays for what was delivered: at most what was set aside, and the rest is given back in the same result. */
export function payRequest(command: { readonly id: string; readonly by: string; readonly amountPence: Pence }, record: RequestRecord, now: Instant): RequestChange {
  const { id, by, amountPence } = command;
  return changeRequest({ id, by, action: 'pay' }, record, now, (budget, { what, providerName, category }) =>
    spend(budget, { id: paymentId(id), amountPence, what: `${what} with ${providerName}`, category, requestId: id }, now));
}

/** The ledger line that pays for a request. */
export function paymentId(requestId: string): string {
  return `${requestId}-spend`;
}
