import * as z from 'zod/mini';

/** What is read of FHIR R4 resources (UK Core 1.3 among them): these fields alone, the rest is passed over. */
const text = z.string().check(z.maxLength(2_000));
const maybe = z.optional(text);
const coding = z.looseObject({ code: maybe, display: maybe, system: maybe });
const concept = z.looseObject({ text: maybe, coding: z.optional(z.array(coding)) });
const identifier = z.looseObject({ system: maybe, value: maybe });
const reference = z.looseObject({ reference: maybe, display: maybe, type: maybe, identifier: z.optional(identifier) });
const name = z.looseObject({ text: maybe, family: maybe, given: z.optional(z.array(text)) });

export const appointment = z.looseObject({
  resourceType: z.literal('Appointment'), id: maybe, identifier: z.optional(z.array(identifier)), status: z.enum(['proposed', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error', 'checked-in', 'waitlist']),
  start: maybe, end: maybe, minutesDuration: z.optional(z.int()), description: maybe, serviceType: z.optional(z.array(concept)), basedOn: z.optional(z.array(reference)), cancelationReason: z.optional(concept), priority: z.optional(z.number()),
  participant: z.array(z.looseObject({ actor: z.optional(reference), status: maybe })), meta: z.optional(z.looseObject({ lastUpdated: maybe })), extension: z.optional(z.array(z.looseObject({ url: text, valueCode: maybe }))),
});
export type Appointment = z.infer<typeof appointment>;
export type Reference = z.infer<typeof reference>;

const goalStates = ['proposed', 'planned', 'accepted', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error', 'rejected'] as const;
export const goal = z.looseObject({
  resourceType: z.literal('Goal'), id: maybe, identifier: z.optional(z.array(identifier)), lifecycleStatus: z.enum(goalStates), description: z.optional(concept), subject: z.optional(reference), target: z.optional(z.array(z.looseObject({ dueDate: maybe }))),
});
export type FhirGoal = z.infer<typeof goal>;
export const carePlan = z.looseObject({
  resourceType: z.literal('CarePlan'), id: maybe, identifier: z.optional(z.array(identifier)), status: maybe, subject: z.optional(reference), goal: z.optional(z.array(reference)), contained: z.optional(z.array(z.unknown())),
});

/** Somebody or something that appointments and goals refer to. */
export const referred = z.looseObject({ resourceType: text, id: maybe, identifier: z.optional(z.array(identifier)), name: z.optional(z.union([z.array(name), text])), code: z.optional(concept) });
export type Referred = z.infer<typeof referred>;

export const bundle = z.looseObject({
  resourceType: z.literal('Bundle'), type: z.enum(['searchset', 'message', 'collection', 'transaction', 'batch', 'history', 'document', 'transaction-response', 'batch-response', 'subscription-notification']),
  link: z.optional(z.array(z.looseObject({ relation: maybe }))),
  // Each entry is checked by itself.
  entry: z.optional(z.array(z.unknown())),
});

/** In a visit that is `noshow`, FHIR does not say who did not come: we say it, and read it, so. */
export const absentExtension = 'urn:my-care:fhir:absent';
export const visitSystem = 'urn:my-care:visit';
export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';

export function conceptText(found: z.infer<typeof concept> | undefined): string {
  return found?.text ?? found?.coding?.[0]?.display ?? '';
}

/** What a reference in it leads to, if it is in the bundle itself. */
export type Resolve = (reference: Reference | undefined) => Referred | undefined;
