import type { Instant } from '../shared/index.ts';
import type { VisitBook } from './care-visit.ts';

const hourMs = 3_600_000;

/** When the system that the visits come from was last heard of, where that is longer ago than it should be: what we say of them may be so no more. */
export function staleSince({ heardFrom }: Pick<VisitBook, 'heardFrom'>, now: Instant): Instant | undefined {
  return heardFrom !== undefined && now - heardFrom.at > heardFrom.everyHours * hourMs ? heardFrom.at : undefined;
}
