import { notSecond, twoAgreeAbovePence, type Decider } from '../budget/index.ts';
import { noMoney, type Instant, type Pence } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';
import { inBook } from './in-book.ts';
import { requestExpiry } from './request-expiry.ts';
import type { ServiceRequest } from './service-request.ts';

export interface DecideRequest {
  readonly id: string;
  readonly decision: 'approve' | 'decline';
  readonly by: Decider;
  readonly note?: string;
  /** What it will cost, where the price was not known; otherwise only when it has changed. */
  readonly costPence?: Pence;
  /** The council's own figure, above which two have to agree. */
  readonly twoAgreeAbovePence?: Pence;
}

/**
 * The adviser's answer. A yes sets the money aside then and there, and is refused when there is not enough; a no gives back what was set aside.
 * Above what two have to agree to a first yes is kept with the request, moves no money, and holds for that price alone; the second has to be somebody else's.
 */
export function decideRequest(command: DecideRequest, record: RequestRecord, now: Instant): RequestChange {
  const { id, decision: action, by, costPence } = command;
  const request = record.requestBook.requests.find((each) => each.id === id);
  const note = command.note ?? (action === 'approve' ? request?.firstYes?.note : undefined);
  const isUnpriced = request?.reasons.includes('unknown-cost') === true && (costPence ?? request.firstYes?.costPence) === undefined;
  if (action === 'approve' && isUnpriced) return { kind: 'refused', reason: 'cost-unknown' };
  const held = { expiresAt: requestExpiry(now, request?.on), ...(costPence !== undefined && { costPence }) };
  const decided = changeRequest({ id, action, by: by.name, ...(action === 'approve' && { becomes: held }), ...(note !== undefined && { note }) }, record, now);
  if (action === 'decline' || decided.kind === 'refused' || !twoMustAgree(decided.request, command.twoAgreeAbovePence) || request === undefined) return decided;

  const first = firstYes({ ...request, costPence: decided.request.costPence });
  if (first === undefined) {
    const waiting = { ...request, costPence: decided.request.costPence, firstYes: { ...by, at: now, costPence: decided.request.costPence, ...(note !== undefined && { note }) } };
    return { kind: 'changed', request: waiting, requestBook: inBook(record.requestBook, waiting) };
  }
  const reason = notSecond(first, by);
  return reason === undefined ? decided : { kind: 'refused', reason, request };
}

/** Whether two have to agree: by what it costs, or what it cost before it was split. */
export function twoMustAgree({ costPence, partOf }: Pick<ServiceRequest, 'costPence' | 'partOf'>, limitPence: Pence = twoAgreeAbovePence): boolean {
  return Math.max(costPence, partOf?.costPence ?? noMoney) > limitPence;
}

/** The first of two agreements, while the price is the one that was agreed to. */
export function firstYes({ firstYes: first, costPence }: ServiceRequest): ServiceRequest['firstYes'] {
  return first?.costPence === costPence ? first : undefined;
}
