import { categoryOf } from './categories.ts';
import type { Directory, Entry } from './directory.ts';
import { describe, type FoundService } from './found-service.ts';
import { matchWords } from './match-words.ts';
import { bestOf, type Candidate } from './preference.ts';
import type { Suiting } from './suits.ts';

/** What is looked for. `category` is a need's id; `words` are as heard. Both: `words` must fit, within the category if there is one. */
export interface FindServices extends Suiting {
  readonly words?: string | undefined;
  readonly category?: string | undefined;
  readonly limit: number;
}

/**
 * Services that fit, best first: what it is for, then open when asked, near, approved by the council, cheap.
 * Nothing fits: an empty list, never the next best thing as if it were meant (see `nearCategories`).
 */
export function findServices(directory: Directory, query: FindServices): readonly FoundService[] {
  return bestOf(candidates(directory, query), query, query.limit).map((entry) => describe(entry, query.today, query.near));
}

function candidates(directory: Directory, { words, category }: FindServices): Candidate[] {
  const inCategory = category === undefined ? undefined : entriesIn(directory, category);
  if (words === undefined || words.trim() === '') return inCategory ?? directory.active.map((entry) => ({ entry, fit: 0 }));
  const matches = matchWords(directory, words);
  if (inCategory === undefined) return matches;
  const wanted = new Map(inCategory.map(({ entry, fit }) => [entry, fit]));
  const both = matches.flatMap(({ entry, fit }) => (wanted.has(entry) ? [{ entry, fit: fit + (wanted.get(entry) ?? 0) }] : []));
  return both.length > 0 ? both : inCategory;
}

function entriesIn(directory: Directory, category: string): Candidate[] {
  return (directory.byCategory.get(category) ?? []).map((entry) => ({ entry, fit: isMainly(entry, category) ? 2 : 0 }));
}

/** A lunch club that has bingo is not the bingo; but bingo is a social club through and through. */
function isMainly(entry: Entry, category: string): boolean {
  const [main] = entry.categories;
  return main !== undefined && (main === category || (categoryOf(main)?.kindOf ?? []).includes(category));
}
