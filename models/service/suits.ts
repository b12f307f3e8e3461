import type { LocalDate } from '../shared/index.ts';
import { costOn, type Cost } from './cost.ts';
import type { Entry } from './directory.ts';
import type { Place } from './distance.ts';
import { isOpen, type PartOfDay } from './opening.ts';
import { stemsOf } from './words.ts';

/** Whom and when it must suit. All that is left out suits everybody. */
export interface Suiting {
  readonly today: LocalDate;
  readonly day?: LocalDate | undefined;
  readonly partOfDay?: PartOfDay | undefined;
  readonly near?: Place | undefined;
  readonly area?: string | undefined;
  readonly age?: number | undefined;
  readonly freeOnly?: boolean | undefined;
  /** Pence, for whatever unit the price is given in; where no price is given, nothing is promised. */
  readonly mostPence?: number | undefined;
}

/** A test of one service after another, each with its distance. Silence in a record is no refusal: only what it says can rule it out. */
export function suits({ today, day, partOfDay, area, age, freeOnly, mostPence }: Suiting): (entry: Entry, distanceMetres: number | undefined) => boolean {
  const areaStems = stemsOf(area ?? '');
  return (entry, distanceMetres) => {
    const { minimum_age: youngest = 0, maximum_age: oldest = 200, schedules } = entry.service;
    if (age !== undefined && (age < youngest || age > oldest)) return false;
    if (freeOnly && costOn(entry.costs, today).kind !== 'free') return false;
    if (mostPence !== undefined && !costsAtMost(costOn(entry.costs, today), mostPence)) return false;
    if ((day !== undefined || partOfDay !== undefined) && isOpen(schedules, day, partOfDay) === 'no') return false;
    return isWithinReach(entry, distanceMetres, areaStems);
  };
}

function costsAtMost(cost: Cost, mostPence: number): boolean {
  return cost.kind === 'free' || (cost.kind === 'priced' && cost.pence <= mostPence);
}

/** Ten miles: further than that is not near, whatever the area is called. */
const reachMetres = 16_000;
const wideAreas = /^(?:united kingdom|uk|england|great britain|national|nationwide|onlin|anywher|all area)$/;

function isWithinReach(entry: Entry, distance: number | undefined, area: readonly string[]): boolean {
  if (distance !== undefined && distance <= reachMetres) return true;
  if (area.length === 0 || entry.areas.length === 0) return distance === undefined;
  return entry.areas.some((stems) => area.every((stem) => stems.includes(stem)) || wideAreas.test(stems.join(' ')));
}
