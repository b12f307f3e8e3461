import type { CareVisit, VisitActivity } from '../care-visit/index.ts';
import type { Instant } from '../shared/index.ts';
import { addCounts, type Counts } from './counts.ts';

/** Minutes and pence of one day by what was done: as care workers recorded them, and as the plans of that day's visits had them. */
export function activitiesCounted(visits: readonly CareVisit[], recorded: readonly VisitActivity[], now: Instant): Counts {
  const due = visits.filter(({ status, forRequestId, endsAt }) => status !== 'cancelled' && forRequestId === undefined && endsAt <= now);
  return addCounts([
    ...recorded.map(({ activity, minutes, costPence }) => ({ [`activity.minutes.${activity}`]: minutes, [`activity.pence.${activity}`]: costPence })),
    ...due.flatMap(({ plannedActivities = [] }) => plannedActivities.map(({ activity, minutes, costPence }) => ({ [`activity.planned-minutes.${activity}`]: minutes, [`activity.planned-pence.${activity}`]: costPence }))),
  ]);
}
