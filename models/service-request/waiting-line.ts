import type { Instant, Pence, PersonId } from '../shared/index.ts';
import { firstYes } from './decide-request.ts';
import { isWaiting } from './request-states.ts';
import type { RequestBook, RequestState, ReviewReason, ServiceRequest } from './service-request.ts';

/** Why a request waits: a reason of the rules, or how far people have come with it. */
export const waitingReasons = ['answered', 'more-asked', 'second-yes', 'disputed', 'over-available', 'over-limit', 'outside-plan', 'excluded-category', 'new-provider', 'recurring', 'unknown-cost', 'asked-for'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** One request as the council's list of what waits has it: enough to sort and filter by without anybody's record. */
export interface WaitingLine {
  readonly personId: PersonId;
  readonly requestId: string;
  readonly askedAt: Instant;
  readonly state: RequestState;
  /** When it came to be in that state. */
  readonly since: Instant;
  readonly reasons: readonly ReviewReason[];
  readonly category: string;
  readonly costPence: Pence;
  /** What more was asked has been answered since. */
  readonly isAnswered?: true;
  /** Who gave the first of two agreements. */
  readonly firstYes?: { readonly id: string; readonly isApprover: boolean };
}

/** Somebody's requests that wait for the council. */
export function waitingLines(personId: PersonId, { requests }: RequestBook): readonly WaitingLine[] {
  return requests.filter(isWaiting).map((request) => lineOf(personId, request));
}

/** Every reason a request waits for, the one to see to first first; `asked-for`: the person wanted the adviser asked. */
export function whyWaiting({ state, reasons, firstYes: first, isAnswered }: Pick<WaitingLine, 'state' | 'reasons' | 'firstYes' | 'isAnswered'>): readonly WaitingReason[] {
  const how = [...(isAnswered === true ? ['answered' as const] : []), ...(state === 'more-asked' ? ['more-asked' as const] : []), ...(first === undefined ? [] : ['second-yes' as const]), ...(state === 'disputed' ? ['disputed' as const] : [])];
  const all = [...how, ...reasons];
  return all.length > 0 ? all : ['asked-for'];
}

/** Whether this colleague can give the second of two agreements, and nobody has yet to answer anything. */
export function waitsForSecond({ state, firstYes: first }: WaitingLine, colleague: { readonly id: string; readonly isApprover: boolean }): boolean {
  return state === 'needs-review' && first !== undefined && first.id !== colleague.id && (first.isApprover || colleague.isApprover);
}

function lineOf(personId: PersonId, request: ServiceRequest): WaitingLine {
  const { id: requestId, askedAt, state, reasons, category, costPence, history } = request;
  const first = firstYes(request);
  return { personId, requestId, askedAt, state, since: history.at(-1)?.at ?? askedAt, reasons, category, costPence, ...(state === 'needs-review' && history.at(-2)?.state === 'more-asked' && { isAnswered: true }), ...(first !== undefined && { firstYes: { id: first.id, isApprover: first.isApprover } }) };
}
