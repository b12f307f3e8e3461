import { activityOf, visitsBetween, type VisitActivity } from '../../models/care-visit/index.ts';
import { addDays, pence, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { activityStore } from '../store/activity-rows.ts';
import type { Table } from '../store/table.ts';
import { demonstrationZone } from './around-harrow.ts';
import type { DemonstrationPerson } from './demonstration-person.ts';
import { pastDays } from './past-visits.ts';

/** Minutes more or fewer than planned, and pence more or fewer where something may be spent: plans are not clocks. */
const minutesOff = [0, 5, -5, 0, 10, -10, 0];
const penceOff = [0, -40, 60, 0, 120, -100];
const didNot = 6;

/** What care workers recorded of one person's visits up to now, where a plan says what the visits are for; every seventh time something else came of it. */
function pastActivities({ personId, visitBook }: DemonstrationPerson, today: LocalDate): readonly VisitActivity[] {
  return visitsBetween(visitBook, addDays(today, -pastDays), today, demonstrationZone).filter(({ status }) => status === 'completed').flatMap((visit, place) => (visit.plannedActivities ?? []).map((plan, which): VisitActivity => {
    const isInstead = plan.costPence > 0 && place % (didNot + 1) === didNot;
    const told = {
      id: `past-${place}-${which}`, workerId: visit.workerIds[0] ?? '', at: visit.leftAt ?? visit.endsAt, activity: isInstead ? 'company' as const : plan.activity,
      minutes: plan.minutes + (minutesOff[(place + which) % minutesOff.length] ?? 0), costPence: isInstead || plan.costPence === 0 ? pence(0) : pence(Math.max(0, plan.costPence + (penceOff[place % penceOff.length] ?? 0))),
    };
    return activityOf(told, { personId, providerId: visitBook.provider.id, visit });
  }));
}

export async function seedActivities(table: Table, person: DemonstrationPerson, today: LocalDate, now: Instant): Promise<void> {
  const store = activityStore(table);
  for (const activity of pastActivities(person, today)) if (activity.at <= now) await store.keep(person.councilId, activity);
}
