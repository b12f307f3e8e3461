import type { ErasureAsked } from './erasure-asked.ts';
import type { Household } from './household.ts';

export type AskErasureResult = { readonly kind: 'asked'; readonly household: Household } | { readonly kind: 'refused'; readonly reason: 'still-here' };

/** Asks for it. Whoever is still looked after has to leave first, so that nothing is erased that somebody relies on today. */
export function askErasure(household: Household, asked: ErasureAsked): AskErasureResult {
  return household.left === undefined ? { kind: 'refused', reason: 'still-here' } : { kind: 'asked', household: { ...household, erasureAsked: asked } };
}

/** Nothing is asked for any more. */
export function takeBackErasure({ erasureAsked: _, ...household }: Household): Household {
  return household;
}

/** Why it may not be erased by this one now; undefined when it may. */
export function erasureRefused({ left, erasureAsked, name }: Household, by: string, typedName: string): 'still-here' | 'not-asked' | 'asked-it-themselves' | 'another-name' | undefined {
  if (left === undefined) return 'still-here';
  if (erasureAsked === undefined) return 'not-asked';
  if (erasureAsked.by.id === by) return 'asked-it-themselves';
  return typedName.trim() === name.full ? undefined : 'another-name';
}
