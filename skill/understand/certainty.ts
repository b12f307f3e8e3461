/**
 * How often a sentence heard with this likeliness is heard right: likeliness by learnt weights is surer of itself than it ought to be.
 * Counted on six people left out in turn while the others taught (record 10).
 */
export function certaintyOf(likeliness: number): number {
  const above = counted.findIndex(([from]) => from >= likeliness);
  if (above <= 0) return above === 0 ? likeliness * firstShare : lastShare;
  const [from, low] = counted[above - 1] ?? [0, 0];
  const [to, high] = counted[above] ?? [1, 1];
  return low + ((likeliness - from) / (to - from)) * (high - low);
}

const counted: readonly (readonly [likeliness: number, right: number])[] = [[0.45, 0.32], [0.55, 0.4], [0.65, 0.5], [0.75, 0.55], [0.85, 0.62], [0.92, 0.75], [1, 0.97]];
const firstShare = 0.32 / 0.45;
const lastShare = 0.97;
