import type { Chance } from './spoil.ts';

/** A reader of what comes from outside, as it is fuzzed. */
export interface Fuzzed {
  /** Something to read, the same for the same chances: a real file spoiled, or one made up. */
  readonly input: (chance: Chance) => string;
  /** Whether it was taken. Throws, or gives what went wrong, where it did what may never be. */
  readonly read: (input: string) => Promise<boolean | Wrong>;
}
export interface Wrong { readonly wrong: string }

export const wrong = (what: string): Wrong => ({ wrong: what });
