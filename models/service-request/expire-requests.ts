import type { Budget, BudgetEntry } from '../budget/index.ts';
import type { Instant } from '../shared/index.ts';
import { changeRequest, type RequestRecord } from './change-request.ts';
import { stepFor } from './request-states.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

export interface ExpiredRequests {
  readonly expired: readonly ServiceRequest[];
  readonly requestBook: RequestBook;
  /** Present when money was given back. */
  readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] };
}

/** Ends every request whose time is up, and gives its money back in the same result. What was delivered is owed for and does not end. */
export function expireRequests({ requestBook, budget }: RequestRecord, now: Instant): ExpiredRequests {
  let so: ExpiredRequests = { expired: [], requestBook };
  for (const { id } of requestBook.requests.filter((request) => isDue(request, now))) {
    const result = changeRequest({ id, action: 'expire', by: 'rules' }, { requestBook: so.requestBook, budget: so.budget?.after ?? budget }, now);
    if (result.kind === 'refused') continue;
    const entries = [...(so.budget?.entries ?? []), ...(result.budget?.entries ?? [])];
    const moved = result.budget ?? so.budget;
    so = { expired: [...so.expired, result.request], requestBook: result.requestBook, ...(moved && { budget: { after: moved.after, entries } }) };
  }
  return so;
}

function isDue(request: ServiceRequest, now: Instant): boolean {
  return request.expiresAt <= now && stepFor(request, 'expire') !== undefined;
}
