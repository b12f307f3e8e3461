import * as z from 'zod';

const text = z.string().min(1).optional();
const id = z.string().min(1);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is not a date like 2026-12-01').optional();
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 10:00').optional();
const age = z.number().min(0).max(150).optional();

/** The fields of a service itself, once tidied. Its lists are read item by item, so that one bad price loses only itself. */
export const coreSchema = z.object({
  id,
  name: z.string({ error: 'has no name' }).min(1),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed'], { error: 'has no status that we know, so it may not be a service' }),
  description: text, url: text, email: text, fees: text, accreditations: text, alert: text, eligibility_description: text,
  minimum_age: age, maximum_age: age, assured_date: date, last_modified: text,
  mc_approved: z.boolean().optional(), mc_wait_weeks: z.number().min(0).max(520).optional(),
});

const taxonomyTerm = z.looseObject({ id, name: z.string().min(1), taxonomy: text });
const attribute = z.looseObject({ id, link_type: text, taxonomy_term: taxonomyTerm.optional() });

/** An item of each of a service's lists. What these do not name is kept as it came. */
export const itemSchemas = {
  schedules: z.looseObject({
    id, valid_from: date, valid_to: date, dtstart: date, freq: z.enum(['WEEKLY', 'MONTHLY']).optional(), interval: z.number().int().min(1).max(60).optional(),
    byday: text, bymonthday: text, description: text, opens_at: time, closes_at: time, attending_type: text, notes: text,
  }),
  service_areas: z.looseObject({ id, name: text, service_area: text }),
  service_at_locations: z.looseObject({
    id,
    location: z.looseObject({
      id, location_type: z.enum(['physical', 'postal', 'virtual']).optional(), name: text,
      latitude: z.number().min(-90).max(90).optional(), longitude: z.number().min(-180).max(180).optional(),
      addresses: z.array(z.looseObject({ id, address_1: text, city: text, postal_code: text })).optional(),
      accessibility: z.array(z.looseObject({ id, description: text })).optional(),
    }).optional(),
  }),
  languages: z.looseObject({ id, name: text, code: text }),
  cost_options: z.looseObject({ id, valid_from: date, valid_to: date, option: text, amount: z.number().min(0).max(1_000_000).optional(), amount_description: text }),
  contacts: z.looseObject({ id, name: text, title: text, phones: z.array(z.looseObject({ number: z.string().min(1), description: text })).optional() }),
  attributes: attribute,
};

export const organizationSchema = z.looseObject({
  id, name: z.string().min(1), description: text, website: text,
  organization_identifiers: z.array(z.looseObject({ id, identifier_scheme: text, identifier: text })).optional(),
  attributes: z.array(attribute).optional(),
});
