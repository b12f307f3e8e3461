import { categoryOf } from './categories.ts';
import { categoriesWritten } from './category-named.ts';
import type { Service } from './service.ts';
import { stemsOf } from './words.ts';

/**
 * The needs a service serves, the main one first. Terms of our own taxonomy of needs say it outright; without them it is
 * worked out from other taxonomies' terms, the name and the description, where a single passing mention is not enough.
 * Empty: none that we can tell.
 */
export function categorise(service: Service): readonly string[] {
  const terms = (service.attributes ?? []).flatMap(({ taxonomy_term: term }) => term ?? []);
  const own = terms.filter(({ taxonomy }) => taxonomy === needsTaxonomy).map(({ name }) => name.trim().toLowerCase().replaceAll(/\s+/g, '-')).filter((id) => categoryOf(id) !== undefined);
  if (own.length > 0) return [...new Set(own)];
  const [opening, rest] = openingOf(service.description ?? '');
  const scores = new Map<string, number>();
  for (const term of terms) addMentions(scores, term.name, 6);
  addMentions(scores, service.name, 6);
  addMentions(scores, opening, 2);
  addMentions(scores, rest, 0.6);
  return [...scores].filter(([, score]) => score >= enough).sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1)).map(([id]) => id);
}

/** The name of our own taxonomy in `attributes[].taxonomy_term.taxonomy`: its terms are category ids. */
export const needsTaxonomy = 'My Care needs';

const enough = 2;
/** Longer descriptions are not read on: their ends are addresses and small print. */
const lettersRead = 1500;

/** The first sentence says what it is; the rest says much else. */
function openingOf(description: string): readonly [string, string] {
  const end = description.search(/[.!?\n](?:\s|$)/);
  const cut = end < 0 ? Math.min(description.length, 200) : Math.min(end, 200);
  return [description.slice(0, cut), description.slice(cut, lettersRead)];
}

/** Two words together mean what they say more surely than one. */
function addMentions(scores: Map<string, number>, text: string, score: number): void {
  for (const { category, length } of categoriesWritten(stemsOf(text))) scores.set(category, (scores.get(category) ?? 0) + score * Math.min(length, 2));
}
