import type { FindServices, Service } from '../../models/service/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';

/** A service with a name, and whatever else the test is about. */
export function aService(name: string, rest: Partial<Service> = {}): Service {
  const id = name.toLowerCase().replaceAll(/\W+/g, '-');
  return { id, name, status: 'active', provenance: { source: 'a test', sourceId: id, fetchedAt: '2026-12-01T08:00:00.000Z', declaredVersion: 'HSDS-UK-3.0', rawHash: '' }, ...rest };
}

export const price = (amount: number, per: string): Partial<Service> => ({ cost_options: [{ id: 'price', amount, amount_description: per }] });
export const free = price(0, 'free');
export const volunteers: Partial<Service> = { description: 'It is run by volunteers.' };
export const today = '2026-12-01' as LocalDate;
export const margaretsHome = { latitude: 51.5802, longitude: -0.3344 };

export function at(metresNorth: number): Partial<Service> {
  return { service_at_locations: [{ id: 'at', location: { id: 'place', latitude: margaretsHome.latitude + metresNorth / 111_195, longitude: margaretsHome.longitude } }] };
}

/** What Margaret, 82, of Harrow asks for. */
export function margaretAsks(query: Partial<FindServices>): FindServices {
  return { today, near: margaretsHome, area: 'Harrow', age: 82, limit: 12, ...query };
}
