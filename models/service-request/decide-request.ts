import type { Instant, Pence } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';
import { requestExpiry } from './request-expiry.ts';

export interface DecideRequest {
  readonly id: string;
  readonly decision: 'approve' | 'decline';
  /** The adviser, by name. */
  readonly by: string;
  readonly note?: string;
  /** What it will cost, where the price was not known; otherwise only when it has changed. */
  readonly costPence?: Pence;
}

/** The adviser's answer. A yes sets the money aside then and there, and is refused when there is not enough; a no gives back what was set aside. */
export function decideRequest(command: DecideRequest, record: RequestRecord, now: Instant): RequestChange {
  const { id, decision: action, by, note, costPence } = command;
  const request = record.requestBook.requests.find((each) => each.id === id);
  const isUnpriced = request?.reasons.includes('unknown-cost') === true && costPence === undefined;
  if (action === 'approve' && isUnpriced) return { kind: 'refused', reason: 'cost-unknown' };
  const held = { expiresAt: requestExpiry(now, request?.on), ...(costPence !== undefined && { costPence }) };
  return changeRequest({ id, action, by, ...(action === 'approve' && { becomes: held }), ...(note !== undefined && { note }) }, record, now);
}
