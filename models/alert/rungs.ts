import type { Instant } from '../shared/index.ts';
import type { Ladder, Rung } from './ladder.ts';

/** The rung that is climbed as number `climbed` (0 is the first), the last ones coming round again; undefined once it has ended. */
export function rungAt({ rungs, repeat }: Ladder, climbed: number): Rung | undefined {
  if (climbed < rungs.length || repeat === undefined) return rungs[climbed];
  return rungs[rungs.length - repeat.rungs + ((climbed - rungs.length) % repeat.rungs)];
}

/** When that rung is due, counted from the first. Never before it. */
export function rungDueAt({ rungs, repeat }: Ladder, climbed: number, firstToldAt: Instant): Instant {
  const last = rungs.at(-1)?.afterMinutes ?? 0;
  const rung = rungs[climbed];
  if (rung !== undefined || repeat === undefined) return minutesAfter(firstToldAt, rung?.afterMinutes ?? last);
  const times = climbed - rungs.length;
  const first = rungs.length - repeat.rungs;
  const within = (rungs[first + (times % repeat.rungs)]?.afterMinutes ?? last) - (rungs[first]?.afterMinutes ?? last);
  const span = last - (rungs[first]?.afterMinutes ?? last);
  const round = Math.floor(times / repeat.rungs);
  return minutesAfter(firstToldAt, last + repeat.everyMinutes + round * (repeat.everyMinutes + span) + within);
}

/** How many of the rungs before this one asked one contact after another. */
export function contactsAsked(ladder: Ladder, climbed: number): number {
  return Array.from({ length: climbed }, (_, rung) => rungAt(ladder, rung)).filter((rung) => rung?.to.some((to) => to === 'contacts' || to === 'first-contact')).length;
}

function minutesAfter(from: Instant, minutes: number): Instant {
  return (from + minutes * 60_000) as Instant;
}
