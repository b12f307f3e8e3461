import * as z from 'zod';
import { alertKinds, channelNames, type AlertKind } from '../../models/alert/index.ts';
import { nations } from '../../models/routine/index.ts';
import { personId } from './schemas.ts';

const kinds = Object.keys(alertKinds) as [AlertKind, ...AlertKind[]];
const name = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const day = z.iso.date();

export const rule = z.strictObject({
  id: name,
  scope: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('council') }), z.strictObject({ kind: z.literal('provider'), providerId: name }), z.strictObject({ kind: z.literal('person'), personId })]),
  kind: z.enum(kinds), isOn: z.boolean().optional(), threshold: z.int().optional().meta({ description: 'Minutes, or pounds for a low budget' }), timeCriticalThreshold: z.int().optional(),
  ladder: z.strictObject({
    rungs: z.array(z.strictObject({ afterMinutes: z.int().min(0), to: z.array(z.enum(['person', 'first-contact', 'contacts', 'all-contacts', 'desk'])), by: z.union([z.enum(['usual', 'another']), z.array(z.enum(channelNames))]) })).max(12),
    repeat: z.strictObject({ everyMinutes: z.int().min(1), rungs: z.int().min(1) }).optional(),
  }).optional(),
  quietHours: z.strictObject({ from: time, to: time }).nullable().optional(), interruptionsADay: z.int().min(0).max(50).optional(), wording: z.string().min(1).max(160).optional(),
}).meta({ id: 'Rule', description: 'How one kind of alert is told. The closest rule wins: a person’s over a provider’s over the council’s.' });
export const ruleKept = z.object({ rules: z.array(rule), preview: z.string() }).meta({ id: 'RuleKept', description: 'All rules as they stand, and how the alert will sound' });

export const routine = z.strictObject({
  id: name,
  does: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('visits-today') }), z.strictObject({ kind: z.literal('say'), words: z.string().min(1) }), z.strictObject({ kind: z.literal('before-visits'), leadMinutes: z.int() }),
    z.strictObject({ kind: z.literal('question'), words: z.string().min(1), about: z.string().min(1).max(120), tell: name.optional(), isMedicine: z.boolean() }),
  ]),
  days: z.array(z.int().min(1).max(7)).max(7), at: time, startsOn: day, endsOn: day.optional(), notOn: z.array(day).max(100).default([]), alsoOn: z.array(day).max(100).default([]),
  bankHolidays: z.strictObject({ nation: z.enum(nations), rule: z.enum(['as-usual', 'not']) }), setBy: name, setByName: z.string().min(1).max(60), isPaused: z.boolean().optional(),
  agreedInWriting: z.boolean().optional().meta({ description: 'The person has agreed in writing. Otherwise they are asked by voice before it runs.' }),
}).meta({ id: 'Routine', description: 'Something that comes round, with the person’s own yes' });
export const routineKept = z.object({ isAsked: z.boolean(), next: z.array(z.object({ on: z.string(), at: z.string(), isShifted: z.boolean() })) }).meta({ id: 'RoutineKept', description: 'Whether the person is asked first, and the next fourteen days as the clock will show them' });
export const awayBody = z.strictObject({ from: z.iso.datetime({ offset: true }), until: z.iso.datetime({ offset: true }).optional() }).meta({ id: 'Away' });
