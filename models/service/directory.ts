import { categorise } from './categorise.ts';
import { kindsOf } from './categories.ts';
import { datedCosts, type DatedCost } from './cost.ts';
import type { Place } from './distance.ts';
import type { Service } from './service.ts';
import { runBy, type RunBy } from './voluntary.ts';
import { meaningfulStems, stemsOf } from './words.ts';

/** A council's services, sorted and indexed in memory so that a spoken question is answered in well under a millisecond. */
export interface Directory {
  /** Every service by its id, also those closed for now. */
  readonly byId: ReadonlyMap<string, Entry>;
  /** The services that are active, in the order of their ids. */
  readonly active: readonly Entry[];
  readonly byCategory: ReadonlyMap<string, readonly Entry[]>;
  readonly byStem: ReadonlyMap<string, readonly Posting[]>;
}

/** One service and what we worked out about it once. */
export interface Entry {
  readonly service: Service;
  /** Needs it serves, the main one first. */
  readonly categories: readonly string[];
  readonly costs: readonly DatedCost[];
  readonly runBy: RunBy | undefined;
  readonly places: readonly Place[];
  /** The day it was last checked as a number, 20260917; 0 when nobody says. */
  readonly checkedOn: number;
  /** The words of each of its areas; none: it does not say where it works. */
  readonly areas: readonly (readonly string[])[];
}

/** A word in a service: a word of the name says more than one of the description. */
interface Posting { readonly entry: Entry; readonly isInName: boolean }

/** Sorts and indexes services. Two with one id: the later one is kept. */
export function buildDirectory(services: readonly Service[]): Directory {
  const byId = new Map(services.map((service) => [service.id, entryFor(service)]));
  const active = [...byId.values()].filter(({ service }) => service.status === 'active').sort((one, other) => (one.service.id < other.service.id ? -1 : 1));
  return { byId, active, byCategory: sortedByCategory(active), byStem: indexOf(active) };
}

/** One service as it was read, also one closed for now; undefined when the directory has none of that id. */
export function serviceById(directory: Directory, id: string): Service | undefined {
  return directory.byId.get(id)?.service;
}

/** The entry of a service whose price, approval or day of checking is another now; what follows from its words stays. */
export function reread(entry: Entry, service: Service): Entry {
  return { ...entry, service, costs: datedCosts(service), checkedOn: dayNumber(service) };
}

const dayNumber = ({ assured_date: on = '0' }: Service): number => Number(on.replaceAll('-', ''));

/** Above this a description is a brochure: the rest is not searched. */
const lettersSearched = 3000;

function entryFor(service: Service): Entry {
  return {
    service,
    categories: categorise(service),
    costs: datedCosts(service),
    runBy: runBy(service),
    checkedOn: dayNumber(service),
    places: (service.service_at_locations ?? []).flatMap(({ location }) => (location?.latitude === undefined || location.longitude === undefined
      ? [] : [{ latitude: location.latitude, longitude: location.longitude }])),
    areas: (service.service_areas ?? []).flatMap((area) => {
      const stems = stemsOf(area.name ?? area.service_area ?? '');
      return stems.length === 0 ? [] : [stems];
    }),
  };
}

function sortedByCategory(entries: readonly Entry[]): Map<string, Entry[]> {
  const byCategory = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const kind of new Set(entry.categories.flatMap(kindsOf))) listIn(byCategory, kind).push(entry);
  }
  return byCategory;
}

function indexOf(entries: readonly Entry[]): Map<string, Posting[]> {
  const byStem = new Map<string, Posting[]>();
  for (const entry of entries) {
    const { name, description = '', organization, attributes = [] } = entry.service;
    const inName = new Set(meaningfulStems(name));
    const terms = attributes.map((attribute) => attribute.taxonomy_term?.name ?? '').join(' ');
    const elsewhere = new Set(meaningfulStems(`${terms} ${organization?.name ?? ''} ${description.slice(0, lettersSearched)}`));
    for (const stem of inName) listIn(byStem, stem).push({ entry, isInName: true });
    for (const stem of elsewhere) if (!inName.has(stem)) listIn(byStem, stem).push({ entry, isInName: false });
  }
  return byStem;
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}
