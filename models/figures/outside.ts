/** Numbers below this say too much of too few people to leave the council. */
export const fewest = 5;
const fewestForEach = 6;
const moneyStepPence = 1_000;

/**
 * A count as it may leave the council: 0, or a whole number of fives from 5 up; undefined for 1 to 4. What stands in one table never differs
 * from what stands in another by less than five, so nothing small is had by taking away.
 */
export function countOutside(count: number): number | undefined {
  if (count === 0) return 0;
  return count < fewest ? undefined : Math.max(fewest, Math.round(count / fewest) * fewest);
}

/** Why a part is not shown: it is 1 to 4, or it would tell one that is; or the whole is too small for its parts. */
export type LeftOut = 'left-out' | 'too-few';

/**
 * The parts of one whole as they may leave the council, where the whole itself may be known from elsewhere. With every small part the smallest
 * of the others (all that are as small) is left out too, and which is which cannot be seen: no part can be had by taking the rest away. A whole of fewer than six for
 * each part that is not nothing is not broken down at all: all of them small, they could be told from it.
 */
export function partsOutside(parts: readonly number[]): readonly (number | LeftOut)[] {
  const isSmall = (part: number) => part > 0 && part < fewest;
  const [whole, some] = [parts.reduce((sum, part) => sum + part, 0), parts.filter((part) => part > 0).length];
  if (whole < fewestForEach * some) return parts.map(() => 'too-few');
  const second = parts.some(isSmall) ? Math.min(...parts.filter((part) => part >= fewest)) : undefined;
  return parts.map((part) => (part === second ? 'left-out' : countOutside(part) ?? 'left-out'));
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
