import { pence, type Instant, type Pence } from '../shared/index.ts';
import type { RequestChange, RequestRecord } from './change-request.ts';
import { inBook } from './in-book.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

export interface SplitRequest {
  readonly id: string;
  /** How many hours, days, sessions or items the one has; the other has what is left. */
  readonly units: number;
  readonly by: string;
  /** The other request, which is new. */
  readonly rest: { readonly id: string; readonly reference: string };
}

export type PartChange =
  | (Extract<RequestChange, { kind: 'changed' }> & { readonly rest: ServiceRequest })
  | Extract<RequestChange, { kind: 'refused' }>
  | { readonly kind: 'refused'; readonly reason: 'not-a-part'; readonly request: ServiceRequest };

/**
 * Makes two requests of one that waits, each for a yes or no of its own. Together they cost what it did, to the penny; no money moves, nothing is said,
 * and a first yes to the whole is no yes to either. Refused for what is no part, has no price, or is not for one yes or no just now.
 */
export function splitRequest({ id, units, by, rest }: SplitRequest, { requestBook: book }: Pick<RequestRecord, 'requestBook'>, now: Instant): PartChange {
  const whole = book.requests.find((each) => each.id === id);
  if (whole === undefined) return { kind: 'refused', reason: 'no-such-request' };
  if (whole.state !== 'needs-review') return { kind: 'refused', reason: 'not-now', request: whole };
  if (whole.costPence === 0) return { kind: 'refused', reason: 'cost-unknown', request: whole };
  if (!canBePart(whole, units)) return { kind: 'refused', reason: 'not-a-part', request: whole };
  const requestBook = splitIn(book, whole, units, { ...rest, by, at: now });
  const [request, other] = [requestBook.requests.find((each) => each.id === id), requestBook.requests.find((each) => each.id === rest.id)];
  return request === undefined || other === undefined ? { kind: 'refused', reason: 'no-such-request' } : { kind: 'changed', request, rest: other, requestBook };
}

/** Whether so many are fewer than were asked for: whole or half hours and days, whole sessions and items. */
function canBePart({ unit, units = 1 }: Pick<ServiceRequest, 'unit' | 'units'>, part: number): boolean {
  const step = unit === 'hour' || unit === 'day' ? 2 : 1;
  return part > 0 && part < units && Number.isInteger(part * step);
}

function splitIn(book: RequestBook, whole: ServiceRequest, units: number, { id, reference, by, at }: { readonly id: string; readonly reference: string; readonly by: string; readonly at: Instant }): RequestBook {
  const { firstYes: _before, ...plain } = whole;
  const partPence = shareOf(whole, units);
  const both = {
    ...plain, history: [...whole.history, { state: whole.state, at, by }],
    partOf: whole.partOf ?? { id: whole.id, units: whole.units ?? 1, costPence: whole.costPence },
  };
  const part: ServiceRequest = { ...both, units, costPence: partPence };
  const rest: ServiceRequest = { ...both, id, reference, units: (whole.units ?? 1) - units, costPence: pence(whole.costPence - partPence) };
  return inBook({ ...book, requests: book.requests.flatMap((each) => (each.id === whole.id ? [part, rest] : [each])) }, part);
}

/** Its share of the price, a part of a penny as a penny: what is left of the price is the rest's. */
function shareOf({ costPence, units = 1 }: ServiceRequest, part: number): Pence {
  return pence(Math.min(costPence, Math.ceil((costPence * part * 2) / (units * 2))));
}
