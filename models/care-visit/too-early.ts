import type { CareVisit } from './care-visit.ts';
import type { Instant } from '../shared/index.ts';

const earliestMs = 3 * 60 * 60_000;

/** Whether this is too early to be that visit: nobody comes three hours before, so another is meant. */
export function isTooEarly({ startsAt }: Pick<CareVisit, 'startsAt'>, at: Instant): boolean {
  return at < startsAt - earliestMs;
}
