import { isLoose, type Doubt, type Loose } from './tidy-record.ts';

/** Brings a tidied Open Referral UK 1 record to the names of version 3. A version 3 record comes back as it was. */
export function fromVersionOne(record: Loose, doubt: Doubt): Loose {
  const places = listOf(record['service_at_locations']);
  const hasOldPlaces = places.some(({ location }) => isLoose(location) && ('geometry' in location || 'physical_addresses' in location));
  const old = [...['regular_schedules', 'eligibilitys', 'service_taxonomys', 'locations'].filter((field) => field in record), ...(hasOldPlaces ? ['geometry'] : [])];
  if (old.length === 0) return record;
  doubt(`${old.join(', ')}: fields of version 1, read as those of version 3`);
  const { regular_schedules: schedules, eligibilitys, service_taxonomys: terms, locations, ...rest } = record;
  return {
    ...agesOf(listOf(eligibilitys)),
    ...(schedules === undefined ? {} : { schedules: listOf(schedules).map(scheduleFrom) }),
    ...(terms === undefined ? {} : { attributes: listOf(terms).map(attributeFrom) }),
    ...rest,
    ...(hasOldPlaces || locations !== undefined ? { service_at_locations: [...places, ...listOf(locations).map((location) => ({ ...('id' in location && { id: location['id'] }), location }))].map(placeFrom) } : {}),
  };
}

function listOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : [];
}

/** One group of people gives the ages. Several are too many for two fields: nobody is shut out. */
function agesOf(groups: readonly Loose[]): Loose {
  const [group] = groups;
  if (group === undefined || groups.length > 1) return {};
  return Object.fromEntries(['minimum_age', 'maximum_age'].flatMap((field) => (typeof group[field] === 'number' ? [[field, group[field]]] : [])));
}

const dayCodes: Readonly<Record<string, string>> = { monday: 'MO', tuesday: 'TU', wednesday: 'WE', thursday: 'TH', friday: 'FR', saturday: 'SA', sunday: 'SU' };

function scheduleFrom({ weekday, ...rest }: Loose): Loose {
  const code = typeof weekday === 'string' ? dayCodes[weekday.toLowerCase()] : undefined;
  return code === undefined || 'byday' in rest ? rest : { freq: 'WEEKLY', byday: code, ...rest };
}

function placeFrom({ location, ...rest }: Loose): Loose {
  return isLoose(location) ? { ...rest, location: locationFrom(location) } : { ...rest, ...(location === undefined ? {} : { location }) };
}

/** GeoJSON says longitude, then latitude; an address may stand in the place itself. */
function locationFrom({ geometry, physical_addresses: physical, ...rest }: Loose): Loose {
  const [longitude, latitude] = isLoose(geometry) && geometry['type'] === 'Point' && Array.isArray(geometry['coordinates']) ? geometry['coordinates'] as readonly unknown[] : [];
  const hasOwnAddress = ['address_1', 'postal_code'].some((field) => field in rest);
  const own = hasOwnAddress ? [Object.fromEntries(['address_1', 'city', 'state_province', 'postal_code', 'country'].flatMap((field) => (field in rest ? [[field, rest[field]]] : [])))] : [];
  const addresses = listOf(rest['addresses'] ?? physical ?? own).map((address, place) => ({ id: `address-${place}`, ...address }));
  return { ...(isOnEarth(latitude, 90) && isOnEarth(longitude, 180) && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : {}), ...rest, ...(addresses.length === 0 ? {} : { addresses }) };
}

function isOnEarth(degrees: unknown, most: number): boolean {
  return typeof degrees === 'number' && Math.abs(degrees) <= most;
}

function attributeFrom({ taxonomy, ...rest }: Loose): Loose {
  return isLoose(taxonomy) ? { ...rest, taxonomy_term: taxonomy } : rest;
}
