import * as z from 'zod';
import { alertKinds, alertStates, answerWords, channelNames, type Alert, type AlertKind } from '../../models/alert/index.ts';
import { whyWords } from '../../skill/alert/say-why.ts';

const kinds = Object.keys(alertKinds) as [AlertKind, ...AlertKind[]];
const id = (about: string, example: string) => z.string().regex(/^[A-Za-z0-9.:@_-]{1,120}$/).meta({ description: about, examples: [example] });

export const personId = id('The person, by the id that the council gave you', 'margaret');
export const alertId = z.string().regex(/^[A-Za-z0-9.:@_-]{1,200}$/).meta({ description: 'The alert, as it was given when it was raised', examples: ['20261201T0830.visit-late.v17'] });
export const moment = z.iso.datetime({ offset: true }).meta({ description: 'A moment in ISO 8601 with its offset', examples: ['2026-12-01T08:31:00Z'] });

const report = { personId, visitId: id('The visit, as in our calendar', 'margaret-breakfast@2026-12-01').max(160), at: moment };
export const visitReport = z.discriminatedUnion('said', [
  z.strictObject({ ...report, said: z.enum(['confirmed', 'en-route', 'completed', 'missed']) }),
  z.strictObject({ ...report, said: z.literal('running-late'), lateByMinutes: z.int().min(0).max(720).optional().meta({ description: 'Minutes after the planned start, if you know' }) }),
  z.strictObject({ ...report, said: z.enum(['started', 'left']), workerId: id('The care worker who came or left', 'priya') }),
  z.strictObject({ ...report, said: z.literal('moved'), on: z.iso.date().meta({ description: 'The day it is now on, in the person’s time zone', examples: ['2026-12-01'] }), from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ description: 'The time it now starts, by the clock on the wall', examples: ['10:00'] }) }),
  z.strictObject({ ...report, said: z.literal('cancelled'), by: z.enum(['family', 'agency', 'council']), reason: z.string().min(1).max(200) }),
]).meta({ id: 'VisitReport', description: 'What you tell of a visit. The same report sent again changes nothing.' });

export const visitNoted = z.object({ visitId: z.string(), status: z.string(), alerts: z.int() }).meta({ id: 'VisitNoted', description: 'The visit as it stands now, and how many alerts this raised' });

export const raise = z.strictObject({
  personId, kind: z.enum(kinds).meta({ description: 'What it is about; how it is told follows from it' }),
  name: id('Your own id of the occurrence: the same one raised twice is one alert', 'smoke-detector-17'),
  occursAt: moment, tellFrom: moment.optional().meta({ description: 'Nobody is told before; at once if left out' }), expiresAt: moment.optional(),
  words: z.string().min(1).max(200).optional().meta({ description: 'What is said in the home, in plain words. Nothing of it leaves the home.' }),
}).meta({ id: 'NewAlert' });

export const answer = z.strictObject({
  by: z.union([z.literal('person'), z.literal('desk'), z.strictObject({ memberId: id('Somebody of the circle', 'susan') })]), word: z.enum(answerWords),
}).meta({ id: 'Answer' });

const recipient = z.union([z.literal('person'), z.literal('desk'), z.object({ memberId: z.string() })]);
export const alertShown = z.object({
  id: z.string(), personId: z.string().optional(), kind: z.enum(kinds), urgency: z.enum(['urgent', 'ordinary', 'passing']), state: z.enum(alertStates), plannedFor: z.string(),
  expiresAt: z.string().optional(), answer: z.object({ by: recipient, word: z.string(), at: z.string(), through: z.string() }).optional(),
  attempts: z.array(z.object({ to: recipient, channel: z.enum(channelNames), state: z.string(), startedAt: z.string(), acceptedAt: z.string().optional(), shownAt: z.string().optional(), spokenAt: z.string().optional(), why: z.string().optional() })),
  decisions: z.array(z.object({ at: z.string(), reason: z.string(), words: z.string() })),
}).meta({ id: 'Alert', description: 'An alert with the proof of each step, and why it was told or held' });
export const alertList = z.object({ alerts: z.array(alertShown) }).meta({ id: 'Alerts' });

export const heartbeat = z.strictObject({ deviceId: z.string().regex(/^[A-Za-z0-9-]{4,60}$/), personId: personId.optional() }).meta({ id: 'Heartbeat' });

/** What GOV.UK Notify sends when it knows what became of a message. Source: Notify's API documentation, delivery receipts. */
export const notifyReceipt = z.object({ id: z.string(), reference: z.string().nullable(), status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure', 'sent', 'sending', 'created', 'pending']), notification_type: z.enum(['sms', 'email']) }).meta({ id: 'NotifyReceipt' });
/** A text that somebody sent back. Source: Notify's API documentation, received text messages. */
export const notifyText = z.object({ id: z.string(), source_number: z.string().max(30), destination_number: z.string().max(30), message: z.string().max(2_000), date_received: z.string() }).meta({ id: 'NotifyText' });

export const taken = z.object({ kind: z.string() }).meta({ id: 'Taken' });
export const problem = z.object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.string(), faults: z.array(z.object({ where: z.string(), what: z.string() })).optional() }).meta({ id: 'Problem', description: 'What is wrong and how to mend it (RFC 9457)' });

/** An alert as it is given out: who was reached how, never at which number or address. */
export function shown(alert: Alert): z.output<typeof alertShown> {
  const { id: ownId, personId: person, kind, urgency, state, plannedFor, expiresAt, answer: given, attempts, decisions } = alert;
  return {
    id: ownId, kind, urgency, state, plannedFor: iso(plannedFor), ...(person !== undefined && { personId: person }), ...(expiresAt !== undefined && { expiresAt: iso(expiresAt) }),
    ...(given !== undefined && { answer: { by: recipientOf(given.by), word: given.word, at: iso(given.at), through: given.through } }),
    attempts: attempts.map((each) => ({
      to: recipientOf(each.to), channel: each.channel, state: each.state, startedAt: iso(each.startedAt), ...times(each), ...(each.why !== undefined && { why: each.why }),
    })),
    decisions: decisions.map(({ at, reason }) => ({ at: iso(at), reason, words: whyWords(reason) })),
  };
}

function times({ acceptedAt, shownAt, spokenAt }: Alert['attempts'][number]): { acceptedAt?: string; shownAt?: string; spokenAt?: string } {
  return { ...(acceptedAt !== undefined && { acceptedAt: iso(acceptedAt) }), ...(shownAt !== undefined && { shownAt: iso(shownAt) }), ...(spokenAt !== undefined && { spokenAt: iso(spokenAt) }) };
}

function recipientOf(to: Alert['attempts'][number]['to']): 'person' | 'desk' | { memberId: string } {
  return to.kind === 'member' ? { memberId: to.memberId } : to.kind;
}

const iso = (at: number): string => new Date(at).toISOString();
