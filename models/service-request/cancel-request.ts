import type { Instant } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';
import { stepFor } from './request-states.ts';
import type { ServiceRequest } from './service-request.ts';

export interface CancelRequest {
  readonly id: string;
  readonly by: string;
  /** `own`: the person, or whoever acts for them. */
  readonly as: 'own' | 'council';
  readonly note?: string;
}

/** Takes back one request and gives its money back in the same result. Refused as `too-late` by the rule of `mayCancel`. */
export function cancelRequest({ as, ...step }: CancelRequest, record: RequestRecord, now: Instant): RequestChange {
  const request = record.requestBook.requests.find(({ id }) => id === step.id);
  if (request !== undefined && stepFor(request, 'cancel') !== undefined && !mayCancel(request, as, now)) return { kind: 'refused', reason: 'too-late', request };
  return changeRequest({ ...step, action: 'cancel' }, record, now);
}

/**
 * Until a provider has a day for it, the person and whoever acts for them may cancel at any time. Once it is booked they may for as long as
 * they could say "cancel that"; after that somebody may be on their way, and the council cancels. What was done cannot be cancelled.
 */
export function mayCancel(request: ServiceRequest, as: CancelRequest['as'], now: Instant): boolean {
  return stepFor(request, 'cancel') !== undefined && (as === 'council' || request.state !== 'booked' || now <= request.undoUntil);
}
