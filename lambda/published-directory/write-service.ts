import type { Service } from '../../models/service/index.ts';
import {
  accessibilityFields, addressFields, areaFields, attributeFields, contactFields, coreFields, costFields, fieldsOf, identifierFields, languageFields, locationFields, locationKinds, organizationFields, phoneFields, scheduleFields, termFields, type Fields,
} from './fields.ts';
import { publishedId } from './published-id.ts';

/** A record of the standard, ready to be sent: nothing null or empty in it. */
export type Published = Readonly<Record<string, unknown>> & { readonly id: string };

export const serviceId = ({ id }: Pick<Service, 'id'>): string => publishedId(id, 'service');
type Organization = NonNullable<Service['organization']>;
/** Our reader gives an organisation without an id one that says so: such are told apart by their names. */
export const organizationId = ({ id, name }: Organization): string => publishedId(id, id === 'organization' ? `organization ${name}` : 'organization');
type Attribute = NonNullable<Service['attributes']>[number];
type Term = NonNullable<Attribute['taxonomy_term']>;
export const taxonomyId = (name: string): string => publishedId(name, 'taxonomy');
export const termId = ({ id, taxonomy = '' }: Term): string => publishedId(id, `term ${taxonomy}`);
type AtLocation = NonNullable<Service['service_at_locations']>[number];

/** The service's own fields, and whose it is: what a list has of it. */
export function writeCore(service: Service): Published {
  const { id, organization, provenance } = service;
  const published = serviceId(service);
  return {
    id: published, ...(organization !== undefined && { organization_id: organizationId(organization) }), ...fieldsOf(service, coreFields),
    ...(id !== published && { mc_source_id: id }), ...(/^https?:/.test(provenance.source) && { mc_source: provenance.source }), mc_fetched_at: provenance.fetchedAt,
    ...(organization !== undefined && { organization: writeOrganizationCore(organization) }),
  };
}

/** All that is known of a service. Fields of other makers are not passed on: we do not vouch for them. */
export function writeService(service: Service): Published {
  const id = serviceId(service);
  const items = <Item extends { readonly id: string }>(list: readonly Item[] | undefined, name: string, write: (item: Item, part: string) => object) => {
    const written = (list ?? []).map((item) => {
      const part = publishedId(item.id, `${id} ${name}`);
      return { id: part, service_id: id, ...write(item, part) };
    });
    return written.length === 0 ? {} : { [name]: written };
  };
  const plain = (fields: Fields) => (item: object) => fieldsOf(item, fields);
  return {
    ...writeCore(service),
    ...items(service.schedules, 'schedules', plain(scheduleFields)),
    ...items(service.service_areas, 'service_areas', plain(areaFields)),
    ...items(service.service_at_locations, 'service_at_locations', (each) => locationPart(each)),
    ...items(service.languages, 'languages', plain(languageFields)),
    ...items(service.cost_options, 'cost_options', plain(costFields)),
    ...items(service.contacts, 'contacts', (contact, part) => ({ ...fieldsOf(contact, contactFields), ...phonesOf(contact.phones, part) })),
    ...attributesOf(service.attributes, id),
    ...(service.organization !== undefined && { organization: writeOrganization(service.organization) }),
  };
}

export const atLocationId = (service: Service, { id }: AtLocation): string => publishedId(id, `${serviceId(service)} service_at_locations`);

export function writeAtLocation(service: Service, each: AtLocation, isWhole: boolean): Published {
  return { id: atLocationId(service, each), service_id: serviceId(service), ...locationPart(each), service: isWhole ? writeService(service) : writeCore(service) };
}

function locationPart({ location }: AtLocation): object {
  if (location === undefined) return {};
  const id = publishedId(location.id, 'location');
  const { location_type: kind = location.addresses === undefined && location.latitude === undefined ? 'virtual' : 'physical' } = fieldsOf(location, locationKinds);
  const addresses = (location.addresses ?? []).map((address) => ({
    id: publishedId(address.id, `${id} addresses`), location_id: id, address_1: '', city: '', state_province: '', postal_code: '', country: 'GB', address_type: kind, ...fieldsOf(address, addressFields),
  }));
  const accessibility = (location.accessibility ?? []).map((each) => ({ id: publishedId(each.id, `${id} accessibility`), location_id: id, ...fieldsOf(each, accessibilityFields) }));
  return { location_id: id, location: { id, location_type: kind, ...fieldsOf(location, locationFields), ...(addresses.length > 0 && { addresses }), ...(accessibility.length > 0 && { accessibility }) } };
}

function phonesOf(phones: NonNullable<Service['contacts']>[number]['phones'], contact: string): object {
  if (phones === undefined || phones.length === 0) return {};
  return { phones: phones.map((phone, place) => ({ id: publishedId('id' in phone && typeof phone.id === 'string' ? phone.id : String(place), `${contact} phones`), contact_id: contact, ...fieldsOf(phone, phoneFields) })) };
}

function attributesOf(attributes: readonly Attribute[] | undefined, about: string): object {
  if (attributes === undefined || attributes.length === 0) return {};
  return { attributes: attributes.map((each) => ({
    id: publishedId(each.id, `${about} attributes`), link_id: about, ...fieldsOf(each, attributeFields),
    ...(each.taxonomy_term !== undefined && { taxonomy_term_id: termId(each.taxonomy_term), taxonomy_term: writeTerm(each.taxonomy_term) }),
  })) };
}

export function writeTerm(term: Term): Published {
  return { id: termId(term), description: term.name, ...fieldsOf(term, termFields), ...(term.taxonomy !== undefined && { taxonomy_id: taxonomyId(term.taxonomy) }) };
}

/** The standard requires a description: the name stands in where there is none. */
export function writeOrganizationCore(organization: Organization): Published {
  return { id: organizationId(organization), description: organization.name, ...fieldsOf(organization, organizationFields) };
}

export function writeOrganization(organization: Organization): Published {
  const id = organizationId(organization);
  const identifiers = (organization.organization_identifiers ?? []).map((each) => ({ id: publishedId(each.id, `${id} identifiers`), organization_id: id, identifier_type: each.identifier_scheme ?? '', identifier: '', ...fieldsOf(each, identifierFields) }));
  return { ...writeOrganizationCore(organization), ...(identifiers.length > 0 && { organization_identifiers: identifiers }), ...attributesOf(organization.attributes, id) };
}
