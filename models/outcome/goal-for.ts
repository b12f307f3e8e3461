import { categoryNamed } from '../service/index.ts';
import { isCoveredBy } from '../service-request/index.ts';
import type { Goal } from './outcome.ts';

/** The goal in the plan that something serves, by its category or in words: "the bingo" is a social club. Undefined when the plan names nothing like it: we don't guess. */
export function goalFor(goals: readonly Goal[], categoryOrWords: string): Goal | undefined {
  const wish = wishIn(categoryOrWords);
  return goals.find((goal) => isCoveredBy(goal, wish));
}

/** What the words wish for, with the directory's category for it where there is one. */
export function wishIn(words: string): { readonly what: string; readonly category?: string } {
  const category = categoryNamed(words);
  return { what: words, ...(category !== undefined && { category }) };
}
