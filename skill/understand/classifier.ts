import type { LearnedClasses } from './learned.ts';

/** A sentence's likeliness for every class, most likely first; they add up to 1. */
export interface Scored { readonly name: string; readonly probability: number }

/** What the features speak for, as shares of certainty. A feature nobody taught us says nothing. */
export function score(learned: LearnedClasses, features: readonly string[]): readonly Scored[] {
  const sums = Float64Array.from(learned.bias);
  for (const feature of features) for (const { place, weight } of learned.weightsOf(feature)) sums[place] = (sums[place] ?? 0) + weight;
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return learned.classes.map((name, place) => ({ name, probability: (shares[place] ?? 0) / total })).sort((one, other) => other.probability - one.probability);
}
