import { mostActivityPence, type PlannedActivity } from './activity.ts';
import type { VisitBook, VisitRound } from './care-visit.ts';

export type PlanResult = { readonly kind: 'planned'; readonly book: VisitBook } | { readonly kind: 'refused'; readonly reason: 'no-such-round' | 'longer-than-the-visit' | 'too-much' | 'not-whole' };

/** How many minutes can be planned in a visit of this round: those of all who come, together. */
export function mostPlannedMinutes({ minutes, workerIds }: VisitRound): number {
  return minutes * Math.max(1, workerIds.length);
}

/** Sets what is meant to be done in the visits of one round. Refused: more minutes than those who come have together, parts of a minute, more than 1,000 pounds for one thing. */
export function planActivities(book: VisitBook, roundId: string, planned: readonly PlannedActivity[]): PlanResult {
  const round = book.rounds.find(({ id }) => id === roundId);
  if (round === undefined) return { kind: 'refused', reason: 'no-such-round' };
  if (planned.some(({ minutes }) => !Number.isInteger(minutes) || minutes < 1)) return { kind: 'refused', reason: 'not-whole' };
  if (planned.some(({ costPence }) => costPence > mostActivityPence)) return { kind: 'refused', reason: 'too-much' };
  if (planned.reduce((sum, { minutes }) => sum + minutes, 0) > mostPlannedMinutes(round)) return { kind: 'refused', reason: 'longer-than-the-visit' };
  const { plannedActivities: _, ...plain } = round;
  const after = planned.length === 0 ? plain : { ...plain, plannedActivities: planned };
  return { kind: 'planned', book: { ...book, rounds: book.rounds.map((each) => (each === round ? after : each)) } };
}
