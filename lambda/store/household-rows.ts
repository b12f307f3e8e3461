import * as z from 'zod/mini';
import { topics, type Household, type SpeakerKey } from '../../models/household/index.ts';
import { branded, councilIdKept, instantKept, personIdKept } from './kept-values.ts';

const circleMember = z.looseObject({
  id: z.string(),
  name: z.string(),
  relationship: z.string(),
  kind: z.enum(['family', 'friend', 'agency', 'council']),
  mayKnow: z.array(z.enum(topics)),
  mayAct: z.array(z.enum(topics)),
  phone: z.exactOptional(z.string()),
  stoppedAt: z.exactOptional(instantKept),
});

const passport = z.looseObject({
  pacePercent: z.literal([100, 90, 85]),
  pauseMs: z.literal([300, 600, 900]),
  listLength: z.literal([1, 2, 3]),
  isShort: z.boolean(),
  words: z.record(z.string(), z.string()),
  interruptionsADay: z.number(),
});

const privacy = z.looseObject({
  answers: z.enum(['open', 'pin', 'to-phone']),
  pin: z.exactOptional(z.looseObject({ salt: z.string(), hash: z.string() })),
  wrongTries: z.number(),
  lockedUntil: z.exactOptional(instantKept),
  sendTo: z.exactOptional(z.string()),
});

/** The person and the people around them, as kept. */
export const householdKept: z.ZodMiniType<Household> = z.looseObject({
  personId: personIdKept,
  councilId: councilIdKept,
  name: z.looseObject({ full: z.string(), preferred: z.string() }),
  timeZone: z.string(),
  passport,
  privacy,
  circle: z.array(circleMember),
  council: z.looseObject({
    name: z.string(), phone: z.string(), careLinePhone: z.string(), adviser: z.string(), adviserAnswersWithinWorkingDays: z.number(),
  }),
  interests: z.array(z.string()),
  area: z.looseObject({ name: z.string(), latitude: z.exactOptional(z.number()), longitude: z.exactOptional(z.number()) }),
  bornOn: z.exactOptional(z.string()),
});

/** The speaker linked to the person, as kept; null when there is none. */
export const linkKept = z.nullable(z.looseObject({
  speaker: branded<SpeakerKey>(z.string().check(z.minLength(1))),
  details: z.looseObject({ how: z.enum(['code', 'account', 'unit']), linkedAt: instantKept, alexaId: z.string() }),
}));
