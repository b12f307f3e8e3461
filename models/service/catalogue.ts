import type { LocalDate } from '../shared/index.ts';
import { costOn, type Cost } from './cost.ts';
import type { Directory, Entry } from './directory.ts';
import { isStale } from './found-service.ts';
import type { Service } from './service.ts';

/** One service as staff keep the directory: what they may have to see to. */
export interface CatalogueLine {
  readonly service: Service;
  /** Of whoever offers it; the service's own where its record names nobody. */
  readonly provider: { readonly id: string; readonly name: string };
  readonly cost: Cost;
  readonly isApproved: boolean;
  readonly isStale: boolean;
  readonly isClosed: boolean;
}

/** Every service of the directory, also those that are closed, by name. */
export function catalogue(directory: Directory, today: LocalDate): readonly CatalogueLine[] {
  return [...directory.byId.values()].map((entry) => lineOf(entry, today)).sort((one, other) => byName.compare(one.service.name, other.service.name) || (one.service.id < other.service.id ? -1 : 1));
}

/** One of them; undefined where there is none of that id. */
export function catalogueLine(directory: Directory, id: string, today: LocalDate): CatalogueLine | undefined {
  const entry = directory.byId.get(id);
  return entry === undefined ? undefined : lineOf(entry, today);
}

function lineOf({ service, costs }: Entry, today: LocalDate): CatalogueLine {
  return {
    service, provider: { id: service.organization?.id ?? service.id, name: service.organization?.name ?? service.name },
    cost: costOn(costs, today), isApproved: service.mc_approved === true, isStale: isStale(service.assured_date, today), isClosed: service.status !== 'active',
  };
}

const byName = new Intl.Collator('en-GB');
