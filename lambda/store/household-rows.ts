import * as z from 'zod/mini';
import { consentKinds, consentWays, leaveReasons, topics, type Household, type SpeakerKey } from '../../models/household/index.ts';
import { branded, councilIdKept, dateKept, flagKept, instantKept, maybeInstantKept, maybeTextKept, namedKept, numberKept, personIdKept, textKept, timeKept, whenAsked } from './kept-values.ts';

const circleMember = () => z.looseObject({
  id: textKept,
  name: textKept,
  relationship: textKept,
  kind: z.enum(['family', 'friend', 'agency', 'council']),
  mayKnow: z.array(z.enum(topics)),
  mayAct: z.array(z.enum(topics)),
  phone: maybeTextKept,
  email: maybeTextKept,
  stoppedAt: maybeInstantKept,
});

const invitation = () => z.looseObject({
  id: namedKept, name: textKept, relationship: textKept, contact: textKept, mayKnow: z.array(z.enum(topics)), mayAct: z.array(z.enum(topics)),
  invitedBy: z.looseObject({ id: textKept, name: textKept }), invitedAt: instantKept, expiresAt: instantKept,
});

const passport = () => z.looseObject({
  pacePercent: z.literal([100, 90, 85]),
  pauseMs: z.literal([300, 600, 900]),
  listLength: z.literal([1, 2, 3]),
  isShort: flagKept,
  words: z.record(textKept, textKept),
  interruptionsADay: numberKept,
  quietHours: z.exactOptional(z.looseObject({ from: timeKept, to: timeKept })),
});

const privacy = () => z.looseObject({
  answers: z.enum(['open', 'pin', 'to-phone']),
  pin: z.exactOptional(z.looseObject({ salt: textKept, hash: textKept })),
  wrongTries: numberKept,
  lockedUntil: maybeInstantKept,
  sendTo: maybeTextKept,
});

const whom = () => z.looseObject({ id: namedKept, name: textKept });
const consent = () => z.looseObject({
  kind: z.enum(consentKinds), says: z.enum(['yes', 'no', 'withdrawn']), how: z.enum(consentWays), decidedWith: maybeTextKept, on: dateKept, recordedAt: instantKept, recordedBy: whom(),
});

/** The person and the people around them, as kept. */
export const householdKept = whenAsked<Household>(() => z.looseObject({
  personId: personIdKept,
  councilId: councilIdKept,
  name: z.looseObject({ full: textKept, preferred: textKept }),
  timeZone: textKept,
  passport: passport(),
  privacy: privacy(),
  circle: z.array(circleMember()),
  invitations: z.exactOptional(z.array(invitation())),
  council: z.looseObject({
    name: textKept, phone: textKept, careLinePhone: textKept, adviser: textKept, adviserAnswersWithinWorkingDays: numberKept,
  }),
  interests: z.array(textKept),
  area: z.looseObject({ name: textKept, latitude: z.exactOptional(numberKept), longitude: z.exactOptional(numberKept) }),
  bornOn: maybeTextKept, ownPhone: maybeTextKept, ownEmail: maybeTextKept, councilNumber: maybeTextKept,
  consents: z.exactOptional(z.array(consent())), left: z.exactOptional(z.looseObject({ at: instantKept, why: z.enum(leaveReasons), by: whom() })),
  erasureAsked: z.exactOptional(z.looseObject({ at: instantKept, why: textKept, by: whom() })),
}));

/** The speaker linked to the person, as kept; null when there is none. */
export const linkKept = whenAsked(() => z.nullable(z.looseObject({
  speaker: branded<SpeakerKey>(namedKept),
  details: z.looseObject({ how: z.enum(['code', 'account', 'unit']), linkedAt: instantKept, alexaId: textKept }),
})));
