import { costOn } from './cost.ts';
import type { Candidate } from './find-services.ts';
import { distanceTo } from './found-service.ts';
import { isOpen } from './opening.ts';
import type { Suiting } from './suits.ts';

/**
 * Puts the better one first: fit, known to be open when asked for, near, approved, free before cheap before dear before
 * unknown, freshly checked; then by name and id, so that the same question has the same answer.
 */
export function byPreference(asked: Suiting): (one: Candidate, other: Candidate) => number {
  const known = new Map<Candidate, readonly (number | string)[]>();
  const keys = (candidate: Candidate) => {
    const found = known.get(candidate) ?? keysOf(candidate, asked);
    known.set(candidate, found);
    return found;
  };
  return (one, other) => compareKeys(keys(one), keys(other));
}

function keysOf({ entry, fit }: Candidate, { today, day, partOfDay, near }: Suiting): readonly (number | string)[] {
  const isAskedWhen = day !== undefined || partOfDay !== undefined;
  const cost = costOn(entry.costs, today);
  return [
    -fit,
    isAskedWhen && isOpen(entry.service.schedules, day, partOfDay) === 'unknown' ? 1 : 0,
    band(distanceTo(entry, near)),
    entry.service.mc_approved === true ? 0 : 1,
    cost.kind === 'free' ? 0 : cost.kind === 'priced' ? cost.pence : Number.MAX_SAFE_INTEGER,
    distanceTo(entry, near) ?? 0,
    -Number((entry.service.assured_date ?? '').replaceAll('-', '')),
    entry.service.name,
    entry.service.id,
  ];
}

/** Next door, a bus ride away, further. What comes to the home is next door. */
function band(metres: number | undefined): number {
  return metres === undefined || metres <= 5000 ? 0 : metres <= 10_000 ? 1 : 2;
}

function compareKeys(ones: readonly (number | string)[], others: readonly (number | string)[]): number {
  for (const [place, one] of ones.entries()) {
    const other = others[place] ?? 0;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
