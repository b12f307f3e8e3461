import type { Budget, BudgetEntry } from '../budget/index.ts';
import type { Instant, Pence } from '../shared/index.ts';
import { changeRequest } from './change-request.ts';
import { isOpen } from './request-states.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

export type CancelThatResult =
  | {
    readonly kind: 'cancelled';
    readonly request: ServiceRequest;
    readonly requestBook: RequestBook;
    /** Present when money was set aside and is given back. */
    readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] };
    readonly leftAfterPence?: Pence;
  }
  /** The last thing asked for is over: cancelled already, declined, paid for. Or nothing was ever asked. */
  | { readonly kind: 'nothing-to-cancel' }
  /** More than ten minutes have gone by, or it has been had: somebody has to be asked. */
  | { readonly kind: 'too-late'; readonly request: ServiceRequest };

/** "Cancel that": takes back the newest request, within its ten minutes, and gives its money back in the same result. */
export function cancelThat(requestBook: RequestBook, budget: Budget | undefined, now: Instant): CancelThatResult {
  const newest = requestBook.requests.at(-1);
  if (newest === undefined || !isOpen(newest)) return { kind: 'nothing-to-cancel' };
  if (now > newest.undoUntil) return { kind: 'too-late', request: newest };
  const result = changeRequest({ id: newest.id, action: 'cancel', by: 'person' }, { requestBook, budget }, now);
  return result.kind === 'changed' ? { ...result, kind: 'cancelled' } : { kind: 'too-late', request: newest };
}
