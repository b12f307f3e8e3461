/** Chance that is the same every time for the same seed (mulberry32). */
export interface Chance {
  below(count: number): number;
  /** True so many times in a thousand. */
  inAThousand(times: number): boolean;
  oneOf<Thing>(things: readonly Thing[]): Thing;
}

export function chanceFrom(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (count) => Math.floor(next() * count), inAThousand: (times) => next() * 1000 < times, oneOf: (things) => things[Math.floor(next() * things.length)] as never };
}
