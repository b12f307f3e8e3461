import type { Decider } from '../budget/index.ts';
import { pence, type Instant, type Pence } from '../shared/index.ts';
import type { RequestChange, RequestRecord } from './change-request.ts';
import { decideRequest } from './decide-request.ts';
import { inBook } from './in-book.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

export interface AgreeToPart {
  readonly id: string;
  /** How many hours, days, sessions or items of it, fewer than were asked for. */
  readonly units: number;
  readonly by: Decider;
  readonly note?: string;
  /** What is not agreed to becomes a request of its own, which waits or is declined, for the same reason. */
  readonly rest: { readonly id: string; readonly reference: string; readonly becomes: 'waiting' | 'declined' };
}

export type PartChange =
  | (Extract<RequestChange, { kind: 'changed' }> & { readonly rest: ServiceRequest })
  | Extract<RequestChange, { kind: 'refused' }>
  | { readonly kind: 'refused'; readonly reason: 'not-a-part'; readonly request: ServiceRequest };

/**
 * The adviser's yes to a part. The two parts cost together what the whole did, to the penny; the part's money is set aside under its own id
 * and the rest's never is before it has a yes of its own. Where two had to agree to the whole they have to agree to each part of it.
 * Refused for what is no part, has no price, or is not for one yes or no just now.
 */
export function agreeToPart({ id, units, by, note, rest }: AgreeToPart, record: RequestRecord, now: Instant): PartChange {
  const whole = record.requestBook.requests.find((each) => each.id === id);
  if (whole === undefined) return { kind: 'refused', reason: 'no-such-request' };
  if (whole.state !== 'needs-review') return { kind: 'refused', reason: 'not-now', request: whole };
  if (whole.costPence === 0) return { kind: 'refused', reason: 'cost-unknown', request: whole };
  if (!canBePart(whole, units)) return { kind: 'refused', reason: 'not-a-part', request: whole };

  const noted = note !== undefined && { note };
  const requestBook = splitIn(record.requestBook, whole, units, { ...rest, by: by.name, at: now });
  const decided = decideRequest({ id, decision: 'approve', by, ...noted }, { requestBook, budget: record.budget }, now);
  if (decided.kind === 'refused') return decided;
  const declined = rest.becomes === 'declined' ? decideRequest({ id: rest.id, decision: 'decline', by, ...noted }, { requestBook: decided.requestBook, budget: decided.budget?.after ?? record.budget }, now) : decided;
  if (declined.kind === 'refused') return declined;
  const other = declined.requestBook.requests.find((each) => each.id === rest.id);
  return other === undefined ? { kind: 'refused', reason: 'no-such-request' } : { ...decided, requestBook: declined.requestBook, rest: other };
}

/** Whether so many are fewer than were asked for: whole or half hours and days, whole sessions and items. */
function canBePart({ unit, units = 1 }: Pick<ServiceRequest, 'unit' | 'units'>, part: number): boolean {
  const step = unit === 'hour' || unit === 'day' ? 2 : 1;
  return part > 0 && part < units && Number.isInteger(part * step);
}

/** All parts of what was asked for as one, in order; of what was never split, itself. */
export function partsOf({ requests }: RequestBook, { id, partOf }: ServiceRequest): readonly ServiceRequest[] {
  const whole = partOf?.id ?? id;
  return requests.filter((each) => each.id === whole || each.partOf?.id === whole);
}

function splitIn(book: RequestBook, whole: ServiceRequest, units: number, { id, reference, by, at }: { readonly id: string; readonly reference: string; readonly by: string; readonly at: Instant }): RequestBook {
  const { firstYes: _before, ...plain } = whole;
  const partPence = shareOf(whole, units);
  const both = {
    ...plain, history: [...whole.history, { state: whole.state, at, by }],
    partOf: whole.partOf ?? { id: whole.id, units: whole.units ?? 1, costPence: whole.costPence },
  };
  const part = { ...both, units, costPence: partPence };
  const rest = { ...both, id, reference, units: (whole.units ?? 1) - units, costPence: pence(whole.costPence - partPence) };
  return inBook({ ...book, requests: book.requests.flatMap((each) => (each.id === whole.id ? [part, rest] : [each])) }, part);
}

/** Its share of the price, a part of a penny as a penny: what is left of the price is the rest's. */
function shareOf({ costPence, units = 1 }: ServiceRequest, part: number): Pence {
  return pence(Math.min(costPence, Math.ceil((costPence * part * 2) / (units * 2))));
}
