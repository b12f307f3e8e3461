import type { Decider } from '../budget/index.ts';
import type { Instant, Pence } from '../shared/index.ts';
import type { RequestRecord } from './change-request.ts';
import { decideRequest } from './decide-request.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';
import { splitRequest, type PartChange } from './split-request.ts';

export interface AgreeToPart {
  readonly id: string;
  /** How many hours, days, sessions or items of it, fewer than were asked for. */
  readonly units: number;
  readonly by: Decider;
  readonly note?: string;
  /** The council's own figure, above which two have to agree. */
  readonly twoAgreeAbovePence?: Pence;
  /** What is not agreed to becomes a request of its own, which waits or is declined, for the same reason. */
  readonly rest: { readonly id: string; readonly reference: string; readonly becomes: 'waiting' | 'declined' };
}

/**
 * The adviser's yes to a part. The two parts cost together what the whole did, to the penny; the part's money is set aside under its own id
 * and the rest's never is before it has a yes of its own. Where two had to agree to the whole they have to agree to each part of it.
 * Refused for what is no part, has no price, or is not for one yes or no just now.
 */
export function agreeToPart({ id, units, by, note, twoAgreeAbovePence, rest }: AgreeToPart, record: RequestRecord, now: Instant): PartChange {
  const split = splitRequest({ id, units, by: by.name, rest }, record, now);
  if (split.kind === 'refused') return split;
  const noted = note !== undefined && { note };
  const { requestBook } = split;
  const decided = decideRequest({ id, decision: 'approve', by, ...noted, ...(twoAgreeAbovePence !== undefined && { twoAgreeAbovePence }) }, { requestBook, budget: record.budget }, now);
  if (decided.kind === 'refused') return decided;
  const declined = rest.becomes === 'declined' ? decideRequest({ id: rest.id, decision: 'decline', by, ...noted }, { requestBook: decided.requestBook, budget: decided.budget?.after ?? record.budget }, now) : decided;
  if (declined.kind === 'refused') return declined;
  const other = declined.requestBook.requests.find((each) => each.id === rest.id);
  return other === undefined ? { kind: 'refused', reason: 'no-such-request' } : { ...decided, requestBook: declined.requestBook, rest: other };
}

/** All parts of what was asked for as one, in order; of what was never split, itself. */
export function partsOf({ requests }: RequestBook, { id, partOf }: ServiceRequest): readonly ServiceRequest[] {
  const whole = partOf?.id ?? id;
  return requests.filter((each) => each.id === whole || each.partOf?.id === whole);
}
