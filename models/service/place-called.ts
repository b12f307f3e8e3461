import type { Directory } from './directory.ts';
import type { Place } from './distance.ts';

/**
 * Where a town, or the district of a postcode ("HA3", "HA3 5BQ"), is: in the middle of the places that the directory has there. Near enough
 * to say what is nearest; undefined where the directory has nothing of that name.
 */
export function placeCalled(directory: Directory, words: string): Place | undefined {
  const wanted = plain(words);
  const district = districtOf(words);
  const there = directory.active.flatMap(({ service }) => (service.service_at_locations ?? []).flatMap(({ location }) => {
    const isThere = (location?.addresses ?? []).some(({ city, postal_code: code }) => (city !== undefined && plain(city) === wanted) || (district !== undefined && code !== undefined && districtOf(code) === district));
    return isThere && location?.latitude !== undefined && location.longitude !== undefined ? [{ latitude: location.latitude, longitude: location.longitude }] : [];
  }));
  return there.length === 0 ? undefined : { latitude: middle(there.map(({ latitude }) => latitude)), longitude: middle(there.map(({ longitude }) => longitude)) };
}

/** "HA3" of "HA3 5BQ" and of "ha3"; undefined for what is no postcode. */
function districtOf(words: string): string | undefined {
  return /^([A-Z]{1,2}\d[A-Z\d]?)(?:\s*\d[A-Z]{2})?$/.exec(words.trim().toUpperCase())?.[1];
}

const plain = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** One far away does not move it. */
function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
