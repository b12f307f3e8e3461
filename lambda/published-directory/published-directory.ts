import type { Directory, Service } from '../../models/service/index.ts';
import { atLocationId, organizationId, serviceId, taxonomyId, termId } from './write-service.ts';

type Organization = NonNullable<Service['organization']>;
type Term = NonNullable<NonNullable<NonNullable<Service['attributes']>[number]>['taxonomy_term']>;
export interface Taxonomy { readonly name: string; readonly terms: readonly Term[] }
interface AtLocation { readonly service: Service; readonly at: NonNullable<Service['service_at_locations']>[number] }

/** A directory as it is published: everything by the id it is published under, services in the order of their ids. */
export interface PublishedDirectory {
  readonly services: ReadonlyMap<string, Service>;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly atLocations: ReadonlyMap<string, AtLocation>;
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  readonly terms: ReadonlyMap<string, Term>;
}

/** Sorts a directory for publishing, once for each time it changes. */
export function publishedDirectory(directory: Directory): PublishedDirectory {
  const byPublishedId = [...directory.byId.values()].map(({ service }): [string, Service] => [serviceId(service), service]).sort(([one], [other]) => (one < other ? -1 : 1));
  const services = byPublishedId.map(([, service]) => service);
  const terms = services.flatMap(({ attributes = [], organization }) => [...attributes, ...(organization?.attributes ?? [])]).flatMap(({ taxonomy_term: term }) => (term === undefined ? [] : [term]));
  const byId = new Map(terms.map((term) => [termId(term), term]));
  const names = [...new Set([...byId.values()].flatMap(({ taxonomy }) => (taxonomy === undefined ? [] : [taxonomy])))].sort();
  return {
    services: new Map(byPublishedId),
    organizations: new Map(services.flatMap(({ organization }) => (organization === undefined ? [] : [[organizationId(organization), organization]]))),
    atLocations: new Map(services.flatMap((service) => (service.service_at_locations ?? []).map((at) => [atLocationId(service, at), { service, at }]))),
    taxonomies: new Map(names.map((name) => [taxonomyId(name), { name, terms: [...byId.values()].filter(({ taxonomy }) => taxonomy === name) }])),
    terms: byId,
  };
}
