import { categoryOf } from './categories.ts';
import { categoriesSaid } from './category-named.ts';
import type { Directory } from './directory.ts';
import { distanceTo } from './found-service.ts';
import type { FindServices } from './find-services.ts';
import { suits } from './suits.ts';
import { meaningfulStems, stemsOf } from './words.ts';

/**
 * What may be offered when nothing was found: needs close to the one asked for, or that services with some of the words
 * serve, which somebody of this age and place can have. At most three; none when the words mean nothing to us.
 */
export function nearCategories(directory: Directory, query: Omit<FindServices, 'limit'>): readonly string[] {
  const named = query.category === undefined ? [...categoriesSaid(stemsOf(query.words ?? ''))].map(({ category }) => category) : [query.category];
  const isSuitable = suits({ today: query.today, area: query.area, age: query.age });
  const isOffered = (category: string) => (directory.byCategory.get(category) ?? []).some((entry) => isSuitable(entry, distanceTo(entry, query.near)));
  const near = named.flatMap((category) => [...(categoryOf(category)?.near ?? []), ...(categoryOf(category)?.kindOf ?? [])]);
  const ideas = near.length > 0 ? near : servedByWords(directory, query.words ?? '');
  return [...new Set(ideas)].filter((category) => !named.includes(category) && isOffered(category)).slice(0, 3);
}

/** Main needs of services with at least one of the words, most often met first. */
function servedByWords(directory: Directory, words: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const stem of meaningfulStems(words)) {
    for (const { entry } of directory.byStem.get(stem) ?? []) {
      const [main] = entry.categories;
      if (main !== undefined) counts.set(main, (counts.get(main) ?? 0) + 1);
    }
  }
  return [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1)).map(([category]) => category);
}
