import * as z from 'zod/mini';
import { visitStatuses, type VisitBook } from '../../models/care-visit/index.ts';
import type { Weekday } from '../../models/shared/index.ts';
import { branded, dateKept, instantKept, timeKept } from './kept-values.ts';

const round = z.looseObject({
  id: z.string(),
  days: z.array(branded<Weekday>(z.int().check(z.minimum(1), z.maximum(7)))),
  everyWeeks: z.literal([1, 2, 4]),
  startsOn: dateKept,
  endsOn: z.exactOptional(dateKept),
  from: timeKept,
  minutes: z.number(),
  workerIds: z.array(z.string()),
  tasks: z.array(z.string()),
  isTimeCritical: z.boolean(),
});

const visit = z.looseObject({
  id: z.string(),
  roundId: z.exactOptional(z.string()),
  on: dateKept,
  from: timeKept,
  minutes: z.number(),
  startsAt: instantKept,
  endsAt: instantKept,
  workerIds: z.array(z.string()),
  tasks: z.array(z.string()),
  isTimeCritical: z.boolean(),
  status: z.enum(visitStatuses),
  lastReport: z.exactOptional(z.looseObject({ at: instantKept, said: z.enum([...visitStatuses, 'running-late']), lateByMinutes: z.exactOptional(z.number()) })),
  arrivedAt: z.exactOptional(instantKept),
  leftAt: z.exactOptional(instantKept),
  attendance: z.exactOptional(z.array(z.looseObject({ workerId: z.string(), arrivedAt: instantKept, leftAt: z.exactOptional(instantKept) }))),
  cancelled: z.exactOptional(z.looseObject({ by: z.enum(['person', 'family', 'agency', 'council']), reason: z.string(), at: instantKept })),
});

const changeRequest = z.looseObject({
  id: z.string(),
  reference: z.string(),
  visitId: z.string(),
  visitOn: dateKept,
  visitFrom: timeKept,
  change: z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('cancel') }), z.looseObject({ kind: z.literal('move'), on: dateKept, from: timeKept })]),
  askedAt: instantKept,
  state: z.enum(['asked', 'agreed', 'refused', 'withdrawn']),
});

/** All of one person's visits, as kept. */
export const visitBookKept: z.ZodMiniType<VisitBook> = z.looseObject({
  provider: z.looseObject({ id: z.string(), name: z.string(), phone: z.string(), officeContact: z.string(), lateAfterMinutes: z.number() }),
  workers: z.array(z.looseObject({ id: z.string(), firstName: z.string(), describedAs: z.exactOptional(z.array(z.string())) })),
  rounds: z.array(round),
  visits: z.array(visit),
  backupPlan: z.looseObject({ tellAfterMinutes: z.number(), tell: z.array(z.string()) }),
  changeRequests: z.array(changeRequest),
  lastHeardAt: z.exactOptional(instantKept),
});
