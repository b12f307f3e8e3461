/**
 * How often a sentence heard with this likeliness is heard right: likeliness by learnt weights is surer of itself than it ought to be.
 * Counted on nineteen people left out in four parts while the others taught (record 10).
 */
export function certaintyOf(likeliness: number): number {
  const above = counted.findIndex(([from]) => from >= likeliness);
  if (above <= 0) return above === 0 ? likeliness * firstShare : lastShare;
  const [from, low] = counted[above - 1] ?? [0, 0];
  const [to, high] = counted[above] ?? [1, 1];
  return low + ((likeliness - from) / (to - from)) * (high - low);
}

const counted: readonly (readonly [likeliness: number, right: number])[] = [[0.45, 0.28], [0.55, 0.44], [0.65, 0.48], [0.75, 0.53], [0.85, 0.62], [0.93, 0.7], [0.967, 0.79], [0.99, 0.85], [1, 0.98]];
const firstShare = 0.28 / 0.45;
const lastShare = 0.98;
