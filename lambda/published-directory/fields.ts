type FieldKind = 'text' | 'number' | 'address' | 'email' | 'date-time' | 'flag' | readonly string[];
export type Fields = Readonly<Record<string, FieldKind>>;
type Loose = Readonly<Record<string, unknown>>;

/** The fields named, where they hold what the standard allows there: nothing empty, nothing null, nothing of other makers. */
export function fieldsOf(record: object, fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, kind]) => {
    const value = Object.hasOwn(record, name) ? (record as Loose)[name] : undefined;
    return isOf(value, kind) ? [[name, value]] : [];
  }));
}

function isOf(value: unknown, kind: FieldKind): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value.trim() === '') return false;
  switch (kind) {
    case 'text': return true;
    case 'address': return /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(value) && URL.canParse(value);
    case 'email': return /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(value);
    case 'date-time': return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
    default: return kind.includes(value);
  }
}

const kinds = ['physical', 'postal', 'virtual'];

/** What the UK profile of Open Referral 3.0 names in each part, but for ids and other parts. `mc_`: our own fields, as it allows. */
export const coreFields: Fields = {
  name: 'text', description: 'text', url: 'address', email: 'email', status: ['active', 'inactive', 'defunct', 'temporarily closed'], fees: 'text', accreditations: 'text', minimum_age: 'number', maximum_age: 'number',
  assured_date: 'text', alert: 'text', last_modified: 'date-time', eligibility_description: 'text', mc_approved: 'flag', mc_wait_weeks: 'number',
};
export const scheduleFields: Fields = {
  valid_from: 'text', valid_to: 'text', dtstart: 'text', freq: ['WEEKLY', 'MONTHLY'], interval: 'number', byday: 'text', bymonthday: 'text', description: 'text', opens_at: 'text', closes_at: 'text', schedule_link: 'address', attending_type: 'text', notes: 'text',
};
export const areaFields: Fields = { name: 'text', extent: 'text', extent_type: 'text', uri: 'address', service_area: 'text' };
export const locationFields: Fields = { name: 'text', description: 'text', latitude: 'number', longitude: 'number', external_identifier: 'text', external_identifier_type: 'text' };
/** The standard requires all of these: what is not known stays empty. */
export const addressFields: Fields = { attention: 'text', address_1: 'text', city: 'text', region: 'text', state_province: 'text', postal_code: 'text', country: 'text', address_type: kinds };
export const accessibilityFields: Fields = { description: 'text', details: 'text', url: 'address' };
export const languageFields: Fields = { name: 'text', code: 'text' };
export const costFields: Fields = { valid_from: 'text', valid_to: 'text', option: 'text', amount: 'number', amount_description: 'text' };
export const contactFields: Fields = { name: 'text', title: 'text' };
export const phoneFields: Fields = { number: 'text', description: 'text' };
export const attributeFields: Fields = { link_type: 'text' };
export const termFields: Fields = { name: 'text', description: 'text', taxonomy: 'text', term_uri: 'address', term: 'text' };
export const organizationFields: Fields = { name: 'text', description: 'text', email: 'email', website: 'address', logo: 'address', uri: 'address' };
export const identifierFields: Fields = { identifier_scheme: 'text', identifier_type: 'text', identifier: 'text' };
export const locationKinds: Fields = { location_type: kinds };
