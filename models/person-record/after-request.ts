import type { Budget, BudgetEntry } from '../budget/index.ts';
import { withoutBooked, type VisitBook } from '../care-visit/index.ts';
import type { RequestBook } from '../service-request/index.ts';
import type { RecordChange } from './person-record.ts';

interface Changed { readonly requestBook: RequestBook; readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] } | undefined }

/** Everything of a record that changes with a request: the request, its money, and what stood with the visits because of it. */
export function afterRequest({ requestBook, budget }: Changed, visitBook: VisitBook): Pick<RecordChange, 'requestBook' | 'budget' | 'visitBook'> {
  const isOver = (id: string) => requestBook.requests.some((request) => request.id === id && (request.state === 'cancelled' || request.state === 'declined' || request.state === 'expired'));
  const visits = withoutBooked(visitBook, isOver);
  return { requestBook, ...(budget !== undefined && { budget }), ...(visits !== visitBook && { visitBook: visits }) };
}
