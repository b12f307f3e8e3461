import { extendSetAside } from '../budget/index.ts';
import type { Instant, LocalDate, LocalTime } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';
import { requestExpiry } from './request-expiry.ts';

export interface BookRequest {
  readonly id: string;
  readonly by: string;
  readonly startsOn: LocalDate;
  readonly startsFrom?: LocalTime;
  readonly note?: string;
}

/** The provider has given a day. The money is held until 28 days after it, should that be later than it was to be held. */
export function bookRequest(command: BookRequest, record: RequestRecord, now: Instant): RequestChange {
  const { startsOn, startsFrom, ...step } = command;
  const before = record.requestBook.requests.find((request) => request.id === command.id);
  const expiresAt = Math.max(before?.expiresAt ?? 0, requestExpiry(now, startsOn)) as Instant;
  const becomes = { startsOn, expiresAt, ...(startsFrom !== undefined && { startsFrom }) };
  const result = changeRequest({ ...step, action: 'book', becomes }, record, now);
  if (result.kind === 'refused' || record.budget === undefined) return result;
  const after = extendSetAside(record.budget, command.id, expiresAt);
  return after === record.budget ? result : { ...result, budget: { after, entries: [] } };
}
