import type { CouncilId, Instant } from '../shared/index.ts';
import { newAlert } from './new-alert.ts';
import type { Alert } from './alert.ts';

const stretchMs = 15 * 60_000;
/** So many visits that one provider changes within a quarter of an hour are one item for staff; how many more is said at these. */
const steps: readonly number[] = [10, 20, 50, 100, 200, 500, 1_000];

/** The stretch of the clock in which changes are counted together, and the one before. */
export function stretchesAt(now: Instant): { readonly current: Instant; readonly before: Instant } {
  const current = Math.floor(now / stretchMs) * stretchMs;
  return { current: current as Instant, before: (current - stretchMs) as Instant };
}

/** The items of staff that a change told of at that moment may be part of. */
export function itemsAround(councilId: CouncilId, providerId: string, at: Instant): readonly string[] {
  return [0, 1, 2].map((earlier) => manyChanged(councilId, { id: providerId, name: '' }, (stretchesAt(at).current - earlier * stretchMs) as Instant, 0, at).id);
}

/** The round number staff are told once so many have been counted; undefined while there are few. */
export function roundCount(counted: number): number | undefined {
  return steps.findLast((step) => counted >= step);
}

/** The one item for staff about all the visits a provider changed since then. */
export function manyChanged(councilId: CouncilId, provider: { readonly id: string; readonly name: string }, since: Instant, count: number, now: Instant): Alert {
  return newAlert({ councilId, kind: 'many-visits-changed', occursAt: since, name: provider.id.replaceAll(/[^A-Za-z0-9:@_-]/g, '-').slice(0, 90), plannedFor: now, facts: { providerId: provider.id, providerName: provider.name, count } });
}
