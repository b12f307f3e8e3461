import { expect, test } from '@jest/globals';
import { fuzz, type Reader } from '../../scripts/fuzz/fuzz.ts';

/** So long each: with the readers of both files two minutes in all. */
const seconds = 10;
/** Setting up, and a hang that is waited for, on a machine with much else to do. */
const mostMs = 400_000;

/** In which of two files each is read, so that two workers share them. A reader that is new does not compile before it stands here. */
const fileOf: Readonly<Record<Reader, 'files' | 'doors'>> = {
  visits: 'files', calendar: 'files', fhir: 'files', 'care-plans': 'files', money: 'files', directory: 'files', settings: 'files', alexa: 'doors', api: 'doors', assistants: 'doors', conversation: 'doors', devices: 'doors', forms: 'doors',
};

export const readersOf = (file: 'files' | 'doors'): readonly Reader[] => (Object.keys(fileOf) as Reader[]).filter((reader) => fileOf[reader] === file);

/** Each reader is given spoiled and made-up input from a seed on, which is printed with what was found. Longer: npm run fuzz. */
export function fuzzEach(readers: readonly Reader[], seed: number): void {
  test.each(readers)('%s', async (reader) => {
    const { runs, taken, findings } = await fuzz(reader, { seconds, seed });
    expect([findings, runs > 0, taken > 0]).toEqual([[], true, true]);
  }, mostMs);
}
