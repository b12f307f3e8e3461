import * as z from 'zod';
import { visitStatuses, type VisitBook } from '../../models/care-visit/index.ts';
import type { Weekday } from '../../models/shared/index.ts';
import { branded, dateKept, instantKept, timeKept } from './kept-values.ts';

const round = z.looseObject({
  id: z.string(),
  days: z.array(branded<Weekday>(z.number().int().min(1).max(7))),
  everyWeeks: z.literal([1, 2, 4]),
  startsOn: dateKept,
  endsOn: dateKept.exactOptional(),
  from: timeKept,
  minutes: z.number(),
  workerIds: z.array(z.string()),
  tasks: z.array(z.string()),
  isTimeCritical: z.boolean(),
});

const visit = z.looseObject({
  id: z.string(),
  roundId: z.string().exactOptional(),
  on: dateKept,
  from: timeKept,
  minutes: z.number(),
  startsAt: instantKept,
  endsAt: instantKept,
  workerIds: z.array(z.string()),
  tasks: z.array(z.string()),
  isTimeCritical: z.boolean(),
  status: z.enum(visitStatuses),
  lastReport: z.looseObject({ at: instantKept, said: z.enum([...visitStatuses, 'running-late']), lateByMinutes: z.number().exactOptional() }).exactOptional(),
  arrivedAt: instantKept.exactOptional(),
  leftAt: instantKept.exactOptional(),
  attendance: z.array(z.looseObject({ workerId: z.string(), arrivedAt: instantKept, leftAt: instantKept.exactOptional() })).exactOptional(),
  cancelled: z.looseObject({ by: z.enum(['person', 'family', 'agency', 'council']), reason: z.string(), at: instantKept }).exactOptional(),
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
export const visitBookKept: z.ZodType<VisitBook> = z.looseObject({
  provider: z.looseObject({ id: z.string(), name: z.string(), phone: z.string(), officeContact: z.string(), lateAfterMinutes: z.number() }),
  workers: z.array(z.looseObject({ id: z.string(), firstName: z.string(), describedAs: z.array(z.string()).exactOptional() })),
  rounds: z.array(round),
  visits: z.array(visit),
  backupPlan: z.looseObject({ tellAfterMinutes: z.number(), tell: z.array(z.string()) }),
  changeRequests: z.array(changeRequest),
  lastHeardAt: instantKept.exactOptional(),
});
