import { isAbout } from '../budget/index.ts';

/** As much of a goal in the support plan as is needed to see what it pays for. */
export interface CoveringGoal { readonly words: string; readonly covers: readonly string[] }

/** What is wished for, by its directory category or in words. */
export interface Wish { readonly what: string; readonly category?: string }

/** Whether a goal covers this: one of the things it names is the wish, or a wider need that the wish serves. */
export function isCoveredBy(goal: CoveringGoal, wish: Wish): boolean {
  return namesAny(goal.covers, wish);
}

/** Whether the plan says that the money may not be used for this. */
export function isExcludedBy(excluded: readonly string[], wish: Wish): boolean {
  return namesAny(excluded, wish);
}

function namesAny(things: readonly string[], wish: Wish): boolean {
  return things.some((thing) => isAbout(wish, thing));
}
