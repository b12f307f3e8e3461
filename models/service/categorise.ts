import { categoryOf } from './category.ts';
import { categoriesIn } from './category-named.ts';
import type { Attribute, Service } from './service.ts';
import { stemsOf } from './words.ts';

/**
 * The needs a service serves, the main one first, from its taxonomy terms, its name and its description.
 * A single passing mention in the middle of a description is not enough. Empty: none that we can tell.
 */
export function categorise(service: Service): readonly string[] {
  const scores = new Map<string, number>();
  const add = (text: string | undefined, score: number) => {
    for (const mention of categoriesIn(stemsOf(text ?? ''))) {
      scores.set(mention.category, (scores.get(mention.category) ?? 0) + score * Math.min(mention.length, 2));
    }
  };
  for (const attribute of service.attributes ?? []) addTerm(attribute, scores, add);
  add(service.name, 6);
  const [opening, rest] = openingOf(service.description ?? '');
  add(opening, 2);
  add(rest, 0.6);
  return [...scores].filter(([, score]) => score >= enough).sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1)).map(([id]) => id);
}

const enough = 2;
/** Longer descriptions are not read on: their ends are addresses and small print. */
const lettersRead = 1500;

/** The first sentence says what it is; the rest says much else. */
function openingOf(description: string): readonly [string, string] {
  const end = description.search(/[.!?\n](?:\s|$)/);
  const cut = end < 0 ? Math.min(description.length, 200) : Math.min(end, 200);
  return [description.slice(0, cut), description.slice(cut, lettersRead)];
}

/** A term of our own taxonomy of needs decides; a term of any other is worth as much as a name. */
function addTerm(attribute: Attribute, scores: Map<string, number>, add: (text: string, score: number) => void): void {
  const term = attribute.taxonomy_term;
  if (term === undefined) return;
  const id = term.name.trim().toLowerCase().replaceAll(/\s+/g, '-');
  if (term.taxonomy === needsTaxonomy && categoryOf(id) !== undefined) scores.set(id, (scores.get(id) ?? 0) + 100 - scores.size);
  else add(term.name, 6);
}

/** The name of our own taxonomy in `attributes[].taxonomy_term.taxonomy`: its terms are category ids. */
export const needsTaxonomy = 'My Care needs';
