export interface Place { readonly latitude: number; readonly longitude: number }

/** Metres between two places as the crow flies (haversine on a round earth). */
export function metresBetween(one: Place, other: Place): number {
  const latitude = (other.latitude - one.latitude) * radians;
  const longitude = (other.longitude - one.longitude) * radians;
  const chord = Math.sin(latitude / 2) ** 2 + Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians) * Math.sin(longitude / 2) ** 2;
  return Math.round(2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(chord))));
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
const earthMetres = 6_371_000;
