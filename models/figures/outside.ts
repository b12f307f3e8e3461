/** Numbers below this say too much of too few people to leave the council. */
export const fewest = 5;
const moneyStepPence = 1_000;

/**
 * A count as it may leave the council: 0, or a whole number of fives from 5 up; undefined for 1 to 4. What stands in one table never differs
 * from what stands in another by less than five, so nothing small is had by taking away. Totals are made of what is shown (`totalOutside`).
 */
export function countOutside(count: number): number | undefined {
  if (count === 0) return 0;
  return count < fewest ? undefined : Math.max(fewest, Math.round(count / fewest) * fewest);
}

/** The sum of what is shown: a number that is left out is left out of it too, and cannot be worked out from it. */
export function totalOutside(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + (countOutside(count) ?? 0), 0);
}

/** Hundredths, from the two numbers as they may leave; undefined where either may not, or there is nothing to be a part of. */
export function shareOutside(part: number, whole: number): number | undefined {
  const [shownPart, shownWhole] = [countOutside(part), countOutside(whole)];
  return shownPart === undefined || shownWhole === undefined ? undefined : shareOf(Math.min(shownPart, shownWhole), shownWhole);
}

/** Whole hundredths, half up; undefined of nothing. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part * 100) / whole);
}

/** A sum of money in whole tens of pounds, if it is from five or more things that were counted. */
export function penceOutside(amountPence: number, from: number): number | undefined {
  if (from === 0) return 0;
  return from < fewest ? undefined : Math.round(amountPence / moneyStepPence) * moneyStepPence;
}
