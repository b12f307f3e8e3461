import { IANAZone } from 'luxon';

/**
 * How far a zone's wall clock is ahead of UTC at a moment, in minutes: 0 or 60 in London.
 * Asking the zone tables costs microseconds, so the offset at each UTC midnight is remembered: where a day begins and
 * ends with the same one, it held all day. (No zone has moved its clocks there and back inside one UTC day.)
 */
export function zoneOffsetMinutes(milliseconds: number, zone: string): number {
  const midnights = midnightsOf(zone);
  const day = Math.floor(milliseconds / dayMs);
  const atStart = offsetAtMidnight(midnights, day);
  return atStart === offsetAtMidnight(midnights, day + 1) ? atStart : midnights.zone.offset(milliseconds);
}

interface Midnights { readonly zone: IANAZone; readonly offsets: Map<number, number> }

const dayMs = 86_400_000;
const midnightsKept = 5000;
const zones = new Map<string, Midnights>();

function midnightsOf(zone: string): Midnights {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const found = { zone: IANAZone.create(zone), offsets: new Map<number, number>() };
  if (!found.zone.isValid) throw new RangeError(`Not a time zone: ${zone}`);
  zones.set(zone, found);
  return found;
}

function offsetAtMidnight(midnights: Midnights, day: number): number {
  const known = midnights.offsets.get(day);
  if (known !== undefined) return known;
  const offset = midnights.zone.offset(day * dayMs);
  if (midnights.offsets.size >= midnightsKept) midnights.offsets.clear();
  midnights.offsets.set(day, offset);
  return offset;
}
