import type { Service } from '../../models/service/index.ts';
import { itemSchemas, organizationSchema } from './service-schema.ts';
import { isLoose, type Doubt, type Loose } from './tidy-record.ts';

export const listFields = Object.keys(itemSchemas) as (keyof typeof itemSchemas)[];

/** The lists of a tidied record, item by item: what cannot be used is left out and said. */
export function readLists(record: Loose, doubt: Doubt): Partial<Service> {
  const lists: Record<string, unknown[]> = {};
  for (const field of listFields) {
    const items = record[field];
    if (items === undefined) continue;
    if (!Array.isArray(items)) doubt(`${field} is not a list, left out`);
    else lists[field] = items.flatMap((item, place) => readItem(field, withId(item, `${field}-${place}`), place, doubt));
  }
  return lists;
}

function readItem(field: keyof typeof itemSchemas, item: unknown, place: number, doubt: Doubt): unknown[] {
  const read = itemSchemas[field].safeParse(field === 'contacts' ? withPlainPhones(item) : item);
  if (read.success) return [read.data];
  doubt(`${field}[${place}] could not be used: ${reasonFrom(read.error)}`);
  return [];
}

/** Parts without an id are still true; they only cannot be pointed at. */
function withId(item: unknown, id: string): unknown {
  return isLoose(item) && !('id' in item) ? { id, ...item } : item;
}

/** "Bristol Youth MAPS: 01632 960979" is a number and whose it is. */
function withPlainPhones(contact: unknown): unknown {
  if (!isLoose(contact) || !Array.isArray(contact['phones'])) return contact;
  const phones = contact['phones'].filter(isLoose).filter(({ number }) => typeof number === 'string').map((phone) => {
    const found = /^(\D*?)[\s:–-]*(\+?\(?\d[\d\s()-]{5,})$/.exec(String(phone['number']).slice(0, 200));
    const whose = found?.[1]?.trim();
    return found === null || whose === undefined || whose === '' ? phone : { description: whose, ...phone, number: found[2]?.trim() };
  });
  return { ...contact, phones };
}

export function readOrganization(record: Loose, doubt: Doubt): { organization?: Service['organization'] } {
  if (record['organization'] === undefined) return {};
  const read = organizationSchema.safeParse(withId(record['organization'], 'organization'));
  if (read.success) return { organization: read.data };
  doubt(`organization could not be used: ${reasonFrom(read.error)}`);
  return {};
}

/** Why the schema would not have it, in words with the field's name. */
export function reasonFrom(error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }): string {
  return error.issues.map(({ path, message }) => (path.length > 0 && !message.startsWith('has no') ? `${path.join('.')} ${message}` : message)).join('; ');
}
