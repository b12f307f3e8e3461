import * as z from 'zod';
import { requestStates, reviewReasons, type RequestBook } from '../../models/service-request/index.ts';
import { dateKept, instantKept, penceKept, timeKept } from './kept-values.ts';

const request = z.looseObject({
  serviceId: z.string(),
  serviceName: z.string(),
  providerName: z.string(),
  what: z.string(),
  category: z.string(),
  isProviderApproved: z.boolean(),
  unit: z.enum(['hour', 'session', 'item', 'day', 'free', 'unknown']),
  unitPence: penceKept.exactOptional(),
  units: z.number().exactOptional(),
  on: dateKept.exactOptional(),
  at: timeKept.exactOptional(),
  partOfDay: z.enum(['morning', 'afternoon', 'evening']).exactOptional(),
  everyWeeks: z.literal([1, 2, 4]).exactOptional(),
  id: z.string(),
  reference: z.string(),
  state: z.enum(requestStates),
  costPence: penceKept,
  reasons: z.array(z.enum(reviewReasons)),
  askedAt: instantKept,
  undoUntil: instantKept,
  expiresAt: instantKept,
  history: z.array(z.looseObject({ state: z.enum(requestStates), at: instantKept, by: z.string(), note: z.string().exactOptional() })),
  startsOn: dateKept.exactOptional(),
  startsFrom: timeKept.exactOptional(),
});

/** The services a person has asked for, as kept. */
export const requestBookKept: z.ZodType<RequestBook> = z.looseObject({ requests: z.array(request) });
