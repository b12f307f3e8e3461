import { isOpen } from './request-states.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

/** What something is still to come of, the newest first. */
export function openRequests({ requests }: RequestBook): readonly ServiceRequest[] {
  return requests.filter(isOpen).toReversed();
}
