import type { Instant, LocalDate, Pence, PersonId } from '../shared/index.ts';
import type { WrittenInVisit } from './written-in-visit.ts';

/** What a care worker does with somebody: one short list for all providers, so that it can be counted. */
export const activityKinds = ['personal-care', 'meals', 'medicines', 'home', 'shopping', 'going-out', 'learning', 'company', 'appointment', 'night', 'other'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What is meant to be done in a visit: so many minutes of it, and what may be spent on it. */
export interface PlannedActivity {
  readonly activity: ActivityKind;
  readonly minutes: number;
  readonly costPence: Pence;
}

/** What was done in one visit, as a care worker recorded it. Never changed: a mistake is taken back and written anew. */
export interface VisitActivity extends WrittenInVisit {
  readonly activity: ActivityKind;
  readonly minutes: number;
  /** What was spent on it; 0 for nothing. A record, and no movement of anybody's money. */
  readonly costPence: Pence;
  /** What the visit's plan had for this activity; absent for what was not planned. */
  readonly planned?: { readonly minutes: number; readonly costPence: Pence };
  readonly takenBackAt?: Instant;
}

export const mostActivityMinutes = 24 * 60;
export const mostActivityPence = 100_000;

/** What a care worker says was done, for this visit: with what its plan had for it. Whole minutes from 1 to a day's; at most 1,000 pounds. */
export function activityOf(
  { id, activity, minutes, costPence, at, workerId }: Pick<VisitActivity, 'id' | 'activity' | 'minutes' | 'costPence' | 'at' | 'workerId'>,
  { personId, providerId, visit }: { readonly personId: PersonId; readonly providerId: string; readonly visit: { readonly id: string; readonly on: LocalDate; readonly plannedActivities?: readonly PlannedActivity[] } },
): VisitActivity {
  const plan = visit.plannedActivities?.find((each) => each.activity === activity);
  return {
    id, personId, providerId, visitId: visit.id, on: visit.on, workerId, at, activity, minutes, costPence,
    ...(plan !== undefined && { planned: { minutes: plan.minutes, costPence: plan.costPence } }),
  };
}
