/**
 * How often a sentence heard with this likeliness is heard right, which is a little less often than it says when it is sure.
 * Counted on five people, and a fifth of the edges, left out while the others taught (record 10).
 */
export function certaintyOf(likeliness: number): number {
  const above = counted.findIndex(([from]) => from >= likeliness);
  if (above <= 0) return above === 0 ? likeliness * firstShare : lastShare;
  const [from, low] = counted[above - 1] ?? [0, 0];
  const [to, high] = counted[above] ?? [1, 1];
  return low + ((likeliness - from) / (to - from)) * (high - low);
}

const counted: readonly (readonly [likeliness: number, right: number])[] = [[0.35, 0.38], [0.45, 0.47], [0.55, 0.54], [0.65, 0.65], [0.75, 0.73], [0.85, 0.78], [0.93, 0.84], [0.967, 0.9], [0.99, 0.955], [0.997, 0.98], [1, 0.995]];
const firstShare = 0.38 / 0.35;
const lastShare = 0.995;
