import { leftPence, releaseSetAside, setAside, type Budget, type BudgetEntry, type PostRefusal, type PostResult } from '../budget/index.ts';
import type { Instant, Pence } from '../shared/index.ts';
import { inBook } from './in-book.ts';
import { stepFor, type MoneyMove, type RequestAction } from './request-states.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

type RequestRefusal = 'no-such-request' | 'not-now' | 'no-budget' | 'cost-unknown' | 'needs-another' | 'needs-approver' | 'too-late' | PostRefusal;

/** The same for every step a request takes: what it became and what must be kept, or why it may not. */
export type RequestChange =
  | {
    readonly kind: 'changed';
    readonly request: ServiceRequest;
    readonly requestBook: RequestBook;
    /** Present when money moved. */
    readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] };
    readonly leftAfterPence?: Pence;
  }
  | { readonly kind: 'refused'; readonly reason: RequestRefusal; readonly request?: ServiceRequest; readonly shortPence?: Pence };

/** The record a step is taken in. */
export interface RequestRecord { readonly requestBook: RequestBook; readonly budget: Budget | undefined }

/** One step a request is to take: who takes it, a note if any, and what else becomes known by it. */
export interface RequestStep {
  readonly id: string;
  readonly action: RequestAction;
  readonly by: string;
  readonly note?: string;
  readonly becomes?: Partial<Pick<ServiceRequest, 'costPence' | 'reasons' | 'startsOn' | 'startsFrom' | 'expiresAt'>>;
}

/** How money moves in the steps that say so themselves: a payment or a refund of so much. */
export type MoneyPost = (budget: Budget, request: ServiceRequest) => PostResult;

/** Takes a request one step on by the table of states; the money moves in the same result, or neither does. */
export function changeRequest(step: RequestStep, { requestBook, budget }: RequestRecord, now: Instant, move?: MoneyPost): RequestChange {
  const before = requestBook.requests.find((request) => request.id === step.id);
  if (before === undefined) return { kind: 'refused', reason: 'no-such-request' };
  const next = stepFor(before, step.action);
  if (next === undefined) return { kind: 'refused', reason: 'not-now', request: before };

  const request = taken(before, step, next.to, now);
  const moved = moveMoney(next.money, request, budget, now, move);
  if (moved === 'none') return { kind: 'changed', request, requestBook: inBook(requestBook, request), ...(budget && { leftAfterPence: leftPence(budget) }) };
  if (moved.kind === 'refused') return { ...moved, request: before };
  const { budget: after, entries } = moved;
  return { kind: 'changed', request, requestBook: inBook(requestBook, request), budget: { after, entries }, leftAfterPence: leftPence(after) };
}

function taken(before: ServiceRequest, { by, note, becomes }: RequestStep, state: ServiceRequest['state'], at: Instant): ServiceRequest {
  return { ...before, ...becomes, state, history: [...before.history, { state, at, by, ...(note !== undefined && { note }) }] };
}

/** What is free has no money to move. */
function moveMoney(money: MoneyMove, request: ServiceRequest, budget: Budget | undefined, now: Instant, move?: MoneyPost): 'none' | PostResult | { kind: 'refused'; reason: 'no-budget' } {
  if (money === 'none' || request.costPence === 0) return 'none';
  if (budget === undefined) return { kind: 'refused', reason: 'no-budget' };
  if (money === 'set-aside') return setAsideFor(request, budget, now);
  if (money === 'release') return releaseSetAside(budget, { id: `${request.id}-released`, requestId: request.id }, now);
  return move === undefined ? 'none' : move(budget, request);
}

/** Promises what a request costs. Entry ids follow from the request's, so that a step repeated is seen to be the same. */
export function setAsideFor({ id, costPence, what, providerName, category, expiresAt }: ServiceRequest, budget: Budget, now: Instant): PostResult {
  const command = { id: `${id}-set-aside`, amountPence: costPence, requestId: id, what: `${what} with ${providerName}`, category, expiresAt };
  return setAside(budget, command, now);
}
