import { expect, test } from '@jest/globals';
import { fuzz, type Reader } from '../../scripts/fuzz/fuzz.ts';

/** So long each: with the readers of both files two minutes in all. */
const seconds = 10;
/** Setting up, and a hang that is waited for, on a machine with much else to do. */
const mostMs = 400_000;

/** Each reader is given spoiled and made-up input from a seed on, which is printed with what was found. Longer: npm run fuzz. */
export function fuzzEach(readers: readonly Reader[], seed: number): void {
  test.each(readers)('%s', async (reader) => {
    const { runs, taken, findings } = await fuzz(reader, { seconds, seed });
    expect([findings, runs > 0, taken > 0 || reader === 'settings']).toEqual([[], true, true]);
  }, mostMs);
}
