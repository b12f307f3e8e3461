import { minutesOf, type LocalTime } from '../shared/index.ts';
import type { CareVisit } from './care-visit.ts';

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** Morning from five to midday, afternoon to five, evening to ten; the rest is night. */
export function partOfDay(time: LocalTime): PartOfDay {
  const minutes = minutesOf(time);
  if (minutes < 5 * 60) return 'night';
  if (minutes < 12 * 60) return 'morning';
  if (minutes < 17 * 60) return 'afternoon';
  return minutes < 22 * 60 ? 'evening' : 'night';
}

/** A filter for the visits that start in one part of the day. "Tonight" covers evening and night: ask for `evening`. */
export function visitsIn(part: PartOfDay): (visit: CareVisit) => boolean {
  return (visit) => partOfDay(visit.from) === part;
}
