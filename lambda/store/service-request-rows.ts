import * as z from 'zod/mini';
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
  unitPence: z.exactOptional(penceKept),
  units: z.exactOptional(z.number()),
  on: z.exactOptional(dateKept),
  at: z.exactOptional(timeKept),
  partOfDay: z.exactOptional(z.enum(['morning', 'afternoon', 'evening'])),
  everyWeeks: z.exactOptional(z.literal([1, 2, 4])),
  id: z.string(),
  reference: z.string(),
  state: z.enum(requestStates),
  costPence: penceKept,
  reasons: z.array(z.enum(reviewReasons)),
  askedAt: instantKept,
  undoUntil: instantKept,
  expiresAt: instantKept,
  history: z.array(z.looseObject({ state: z.enum(requestStates), at: instantKept, by: z.string(), note: z.exactOptional(z.string()) })),
  startsOn: z.exactOptional(dateKept),
  startsFrom: z.exactOptional(timeKept),
});

/** The services a person has asked for, as kept. */
export const requestBookKept: z.ZodMiniType<RequestBook> = z.looseObject({ requests: z.array(request) });
