import * as z from 'zod/mini';
import { alertKinds, alertStates, answerWords, channelNames, endReasons, holdReasons, tellReasons, type Alert, type AlertBoard, type Reach } from '../../models/alert/index.ts';
import { branded, councilIdKept, dateKept, flagKept, instantKept, listOfKinds, maybeInstantKept, maybeTextKept, namedKept, numberKept, personIdKept, textKept, whenAsked } from './kept-values.ts';

const kindKept = () => z.enum(Object.keys(alertKinds) as [keyof typeof alertKinds, ...(keyof typeof alertKinds)[]]);
const urgencyKept = () => z.enum(['urgent', 'ordinary', 'passing']);
const channelKept = () => z.enum(channelNames);
const factsKept = () => z.record(textKept, z.union([textKept, numberKept, flagKept]));
const recipientKept = () => z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('person') }), z.looseObject({ kind: z.literal('member'), memberId: namedKept }), z.looseObject({ kind: z.literal('desk') }),
]);
const answerKept = () => z.looseObject({ by: recipientKept(), word: z.enum(answerWords), at: instantKept, through: z.enum([...channelNames, 'speaker', 'console', 'assistant', 'api']) });

const rungKept = () => z.looseObject({
  afterMinutes: numberKept, to: z.array(z.enum(['person', 'first-contact', 'contacts', 'all-contacts', 'desk'])), by: z.union([z.enum(['usual', 'another']), z.array(channelKept())]),
});
const ladderKept = () => z.looseObject({ rungs: z.array(rungKept()), repeat: z.exactOptional(z.looseObject({ everyMinutes: numberKept, rungs: numberKept })) });

const attemptKept = () => z.looseObject({
  id: namedKept, to: recipientKept(), channel: channelKept(), addressId: textKept, rung: numberKept, state: z.enum(['sending', 'accepted', 'shown', 'spoken', 'failed', 'unknown']),
  startedAt: instantKept, leaseUntil: maybeInstantKept, sendings: numberKept, fence: numberKept, acceptedAt: maybeInstantKept, shownAt: maybeInstantKept, spokenAt: maybeInstantKept,
  endedAt: maybeInstantKept, why: maybeTextKept, reference: maybeTextKept,
});

/** One alert, as kept: a row of its own, from the planning on. */
export const alertKept = whenAsked<Alert>(() => z.looseObject({
  id: namedKept, councilId: councilIdKept, personId: z.exactOptional(personIdKept), kind: kindKept(), urgency: urgencyKept(), thread: namedKept, facts: factsKept(),
  plannedFor: instantKept, expiresAt: maybeInstantKept, state: z.enum(alertStates), ladder: z.exactOptional(ladderKept()), rungsClimbed: numberKept, firstToldAt: maybeInstantKept,
  nextAt: maybeInstantKept, attempts: z.array(attemptKept()), attemptsMade: numberKept,
  decisions: z.array(z.looseObject({ at: instantKept, reason: z.enum([...tellReasons, ...holdReasons, ...endReasons]) })), answer: z.exactOptional(answerKept()),
}));

/** Alerts as listed: one of a kind that only a later version of us knows is its own to tell. */
export const alertListKept = whenAsked<Alert[]>(() => listOfKinds(alertKept(), Object.keys(alertKinds)));

/** The person's board, read with every turn. */
export const alertBoardKept = whenAsked<AlertBoard>(() => z.looseObject({
  alerts: listOfKinds(z.looseObject({
    id: namedKept, kind: kindKept(), urgency: urgencyKept(), facts: factsKept(), since: instantKept, isOpen: flagKept, isForPerson: flagKept, told: z.array(recipientKept()),
    answer: z.exactOptional(answerKept()), mentionedAt: maybeInstantKept,
  }), Object.keys(alertKinds)),
  interruptions: z.exactOptional(z.looseObject({ on: dateKept, count: numberKept })), plannedUntil: maybeInstantKept,
}));

const addressKept = () => z.looseObject({ id: namedKept, channel: channelKept(), value: textKept, isVerified: flagKept });

/** How one person and their circle can be reached. */
export const reachKept = whenAsked<Reach>(() => z.looseObject({
  person: z.array(addressKept()), members: z.record(textKept, z.array(addressKept())), contacts: z.exactOptional(z.array(namedKept)),
  away: z.exactOptional(branded<NonNullable<Reach['away']>>(z.looseObject({ from: instantKept, until: maybeInstantKept }))),
}));
