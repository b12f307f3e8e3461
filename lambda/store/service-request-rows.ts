import * as z from 'zod/mini';
import { requestStates, reviewReasons, type RequestBook } from '../../models/service-request/index.ts';
import { dateKept, flagKept, instantKept, maybeTextKept, numberKept, penceKept, textKept, timeKept, whenAsked } from './kept-values.ts';

const request = () => z.looseObject({
  serviceId: textKept,
  serviceName: textKept,
  providerName: textKept,
  what: textKept,
  category: textKept,
  isProviderApproved: flagKept,
  unit: z.enum(['hour', 'session', 'item', 'day', 'free', 'unknown']),
  unitPence: z.exactOptional(penceKept),
  units: z.exactOptional(numberKept),
  on: z.exactOptional(dateKept),
  at: z.exactOptional(timeKept),
  partOfDay: z.exactOptional(z.enum(['morning', 'afternoon', 'evening'])),
  everyWeeks: z.exactOptional(z.literal([1, 2, 4])),
  id: textKept,
  reference: textKept,
  state: z.enum(requestStates),
  costPence: penceKept,
  reasons: z.array(z.enum(reviewReasons)),
  askedAt: instantKept,
  undoUntil: instantKept,
  expiresAt: instantKept,
  history: z.array(z.looseObject({ state: z.enum(requestStates), at: instantKept, by: textKept, note: maybeTextKept })),
  startsOn: z.exactOptional(dateKept),
  startsFrom: z.exactOptional(timeKept),
  askedBy: z.exactOptional(z.looseObject({ id: textKept, name: textKept })),
  partOf: z.exactOptional(z.looseObject({ id: textKept, units: numberKept, costPence: penceKept })),
  firstYes: z.exactOptional(z.looseObject({ id: textKept, name: textKept, isApprover: flagKept, at: instantKept, costPence: penceKept, note: maybeTextKept })),
});

/** The services a person has asked for, as kept. */
export const requestBookKept = whenAsked<RequestBook>(() => z.looseObject({ requests: z.array(request()) }));
