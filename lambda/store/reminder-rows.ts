import * as z from 'zod/mini';
import type { SpeakerKey } from '../../models/household/index.ts';
import type { ReminderBook } from '../../models/routine/index.ts';
import type { Weekday } from '../../models/shared/index.ts';
import { branded, dateKept, instantKept, maybeInstantKept, maybeTextKept, namedKept, numberKept, textKept, timeKept, whenAsked } from './kept-values.ts';

const wish = () => z.looseObject({
  workerId: maybeTextKept,
  task: maybeTextKept,
  partOfDay: z.exactOptional(z.enum(['morning', 'afternoon', 'evening', 'night'])),
  on: z.exactOptional(dateKept),
  leadMinutes: numberKept,
});

const time = () => z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('weekly'), days: z.array(branded<Weekday>(z.int().check(z.minimum(1), z.maximum(7)))).check(z.minLength(1)), at: timeKept, visitFrom: timeKept }),
  z.looseObject({ kind: z.literal('once'), on: dateKept, at: timeKept, visitFrom: timeKept }),
]);

const agreed = () => ({ id: textKept, speaker: branded<SpeakerKey>(namedKept), wish: wish(), time: time(), agreedAt: instantKept });

/** The reminders a person agreed to, as kept. */
export const reminderBookKept = whenAsked<ReminderBook>(() => z.looseObject({
  reminders: z.array(z.looseObject({ ...agreed(), alert: z.looseObject({ token: namedKept, version: textKept, endpointId: maybeTextKept }), from: z.exactOptional(dateKept) })),
  refusedAt: maybeInstantKept,
  unsure: z.exactOptional(z.looseObject(agreed())),
}));
