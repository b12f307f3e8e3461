import type { Instant } from '../shared/index.ts';
import { stepFor } from './request-states.ts';
import type { RequestBook } from './service-request.ts';

/** When the first of the requests that may run out does; undefined when none may. */
export function nextExpiry({ requests }: RequestBook): Instant | undefined {
  const expiries = requests.filter((request) => stepFor(request, 'expire') !== undefined).map(({ expiresAt }) => expiresAt);
  return expiries.length === 0 ? undefined : Math.min(...expiries) as Instant;
}
