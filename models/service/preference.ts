import { costOn } from './cost.ts';
import type { Entry } from './directory.ts';
import { distanceTo } from './found-service.ts';
import { isOpen } from './opening.ts';
import { suits, type Suiting } from './suits.ts';

/** A service that may be meant, and how well it fits what was asked for: more is better. */
export interface Candidate { readonly entry: Entry; readonly fit: number }

/**
 * Those that suit, the best first, so many: fit, known to be open when asked for, near, approved, free before cheap before
 * dear before unknown, freshly checked; then by name and id, so that the same question has the same answer.
 */
export function bestOf(candidates: readonly Candidate[], asked: Suiting, limit: number): readonly Entry[] {
  const isSuitable = suits(asked);
  const best: Weighed[] = [];
  for (const { entry, fit } of candidates) {
    // Most of a large directory fits worse than what is found already: it is not looked at further.
    if (best.length >= limit && -fit > (best[best.length - 1]?.order[0] ?? 0)) continue;
    const metres = distanceTo(entry, asked.near);
    if (!isSuitable(entry, metres)) continue;
    const weighed = weigh(entry, fit, metres, asked);
    const last = best[best.length - 1];
    if (best.length >= limit && last !== undefined && compare(weighed, last) >= 0) continue;
    best.splice(placeFor(best, weighed), 0, weighed);
    if (best.length > limit) best.pop();
  }
  return best.map(({ entry }) => entry);
}

interface Weighed { readonly entry: Entry; readonly order: readonly number[] }

function weigh(entry: Entry, fit: number, metres: number | undefined, { today, day, partOfDay }: Suiting): Weighed {
  const isAskedWhen = day !== undefined || partOfDay !== undefined;
  const cost = costOn(entry.costs, today);
  return {
    entry,
    order: [
      -fit,
      isAskedWhen && isOpen(entry.service.schedules, day, partOfDay) === 'unknown' ? 1 : 0,
      band(metres),
      entry.service.mc_approved === true ? 0 : 1,
      cost.kind === 'free' ? 0 : cost.kind === 'priced' ? cost.pence : Number.MAX_SAFE_INTEGER,
      metres ?? 0,
      -entry.checkedOn,
    ],
  };
}

/** Next door, a bus ride away, further. What comes to the home is next door. */
function band(metres: number | undefined): number {
  return metres === undefined || metres <= 5000 ? 0 : metres <= 10_000 ? 1 : 2;
}

function placeFor(best: readonly Weighed[], weighed: Weighed): number {
  const place = best.findIndex((each) => compare(weighed, each) < 0);
  return place < 0 ? best.length : place;
}

function compare(one: Weighed, other: Weighed): number {
  for (let place = 0; place < one.order.length; place++) {
    const difference = (one.order[place] ?? 0) - (other.order[place] ?? 0);
    if (difference !== 0) return difference;
  }
  const [ours, theirs] = [one.entry.service, other.entry.service];
  return ours.name < theirs.name ? -1 : ours.name > theirs.name ? 1 : ours.id < theirs.id ? -1 : 1;
}
