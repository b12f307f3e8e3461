export interface Place { readonly latitude: number; readonly longitude: number }

/** Metres between two places as the crow flies. Takes the earth as flat between them: right to a pace or two within a county. */
export function metresBetween(one: Place, other: Place): number {
  const north = (other.latitude - one.latitude) * metresInDegree;
  const east = (other.longitude - one.longitude) * metresInDegree * Math.cos(((one.latitude + other.latitude) / 2) * radians);
  return Math.round(Math.sqrt(north * north + east * east));
}

/**
 * How long the walk takes somebody who is not in a hurry, in minutes to the nearest five: at 4 km an hour, streets a quarter
 * longer than the crow's way. Undefined above three quarters of an hour: then nobody wants it said as a walk.
 */
export function walkMinutes(distanceMetres: number): number | undefined {
  const minutes = Math.max(5, Math.round((distanceMetres * 1.25) / (4000 / 60) / 5) * 5);
  return minutes > 45 ? undefined : minutes;
}

const radians = Math.PI / 180;
const metresInDegree = 6_371_000 * radians;
