import type { Service } from '../../models/service/index.ts';

/** One service for each id: the record that says more, with whatever only the other says. In order of first appearance. */
export function mergeServices(services: readonly Service[]): readonly Service[] {
  const byId = new Map<string, Service>();
  for (const service of services) {
    const known = byId.get(service.id);
    byId.set(service.id, known === undefined ? service : merged(known, service));
  }
  return [...byId.values()];
}

function merged(earlier: Service, later: Service): Service {
  const [thin, full] = saysMore(earlier, later) ? [later, earlier] : [earlier, later];
  const said = Object.entries(full).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return { ...thin, ...(Object.fromEntries(said) as unknown as Service) };
}

function saysMore(one: Service, other: Service): boolean {
  return Object.values(one).filter((value) => value !== undefined).length > Object.values(other).filter((value) => value !== undefined).length;
}
