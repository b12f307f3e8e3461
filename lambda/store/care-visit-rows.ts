import * as z from 'zod/mini';
import { activityKinds, visitStatuses, type CareVisit, type VisitBook } from '../../models/care-visit/index.ts';
import type { Weekday } from '../../models/shared/index.ts';
import { branded, dateKept, flagKept, instantKept, maybeInstantKept, maybeTextKept, numberKept, penceKept, textKept, timeKept, whenAsked } from './kept-values.ts';

const plannedActivities = () => z.exactOptional(z.array(z.looseObject({ activity: z.enum(activityKinds), minutes: numberKept, costPence: penceKept })));

const round = () => z.looseObject({
  id: textKept,
  days: z.array(branded<Weekday>(z.int().check(z.minimum(1), z.maximum(7)))),
  everyWeeks: z.literal([1, 2, 4]),
  startsOn: dateKept,
  endsOn: z.exactOptional(dateKept),
  from: timeKept,
  minutes: numberKept,
  workerIds: z.array(textKept),
  tasks: z.array(textKept),
  isTimeCritical: flagKept,
  plannedActivities: plannedActivities(),
});

const visit = () => z.looseObject({
  id: textKept,
  roundId: maybeTextKept,
  forRequestId: maybeTextKept,
  on: dateKept,
  from: timeKept,
  minutes: numberKept,
  startsAt: instantKept,
  endsAt: instantKept,
  workerIds: z.array(textKept),
  tasks: z.array(textKept),
  isTimeCritical: flagKept,
  plannedActivities: plannedActivities(),
  status: z.enum(visitStatuses),
  lastReport: z.exactOptional(z.looseObject({ at: instantKept, said: z.enum([...visitStatuses, 'running-late']), lateByMinutes: z.exactOptional(numberKept) })),
  arrivedAt: maybeInstantKept,
  leftAt: maybeInstantKept,
  attendance: z.exactOptional(z.array(z.looseObject({ workerId: textKept, arrivedAt: instantKept, leftAt: maybeInstantKept }))),
  cancelled: z.exactOptional(z.looseObject({ by: z.enum(['person', 'family', 'agency', 'council']), reason: textKept, at: instantKept })),
  imported: z.exactOptional(z.looseObject({ sourceId: textKept, refs: z.array(textKept), startsAt: instantKept, minutes: numberKept, said: z.enum(['on', 'cancelled']) })),
});

const changeRequest = () => z.looseObject({
  id: textKept,
  reference: textKept,
  visitId: textKept,
  visitOn: dateKept,
  visitFrom: timeKept,
  change: z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('cancel') }), z.looseObject({ kind: z.literal('move'), on: dateKept, from: timeKept })]),
  askedAt: instantKept,
  state: z.enum(['asked', 'agreed', 'refused', 'withdrawn']),
});

/** Visits by themselves, as the history has them. */
export const visitsKept = whenAsked<readonly CareVisit[]>(() => z.array(visit()));
/** All of one person's visits, as kept. */
export const visitBookKept = whenAsked<VisitBook>(() => z.looseObject({
  provider: z.looseObject({ id: textKept, name: textKept, phone: textKept, officeContact: textKept, lateAfterMinutes: numberKept }),
  workers: z.array(z.looseObject({ id: textKept, firstName: textKept, describedAs: z.exactOptional(z.array(textKept)) })),
  rounds: z.array(round()),
  visits: z.array(visit()),
  backupPlan: z.looseObject({ tellAfterMinutes: numberKept, tell: z.array(textKept) }),
  changeRequests: z.array(changeRequest()),
  lastHeardAt: maybeInstantKept,
  heardFrom: z.exactOptional(z.looseObject({ sourceId: textKept, at: instantKept, everyHours: numberKept })),
}));
