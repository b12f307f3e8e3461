import type { HeldForRequest } from '../budget/index.ts';
import { requestActions, stepFor } from './request-states.ts';
import type { RequestBook } from './service-request.ts';

/** What has to be set aside by where each request stands: for those from which money may yet be paid or given back. What is free holds none. */
export function moneyHeld({ requests }: RequestBook): readonly HeldForRequest[] {
  return requests
    .filter((request) => request.costPence > 0 && requestActions.some((action) => ['spend', 'release'].includes(stepFor(request, action)?.money ?? 'none')))
    .map(({ id, costPence }) => ({ requestId: id, amountPence: costPence }));
}
