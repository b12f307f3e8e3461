import type { Instant } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';

/** The provider says that it was done. Nothing is paid yet, and its money stays set aside. */
export function deliverRequest(command: { readonly id: string; readonly by: string; readonly note?: string }, record: RequestRecord, now: Instant): RequestChange {
  return changeRequest({ ...command, action: 'deliver' }, record, now);
}
