import { categoriesSaid } from './category-named.ts';
import type { Directory, Entry } from './directory.ts';
import type { Candidate } from './preference.ts';
import { meaningfulStems, stemsOf } from './words.ts';

/** The services that most of the words fit; rare words count for more. A word in a name counts above one in a description. */
export function matchWords(directory: Directory, words: string): Candidate[] {
  const wanted = wantedIn(directory, words);
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const scores = new Map<Entry, { covered: number; named: number }>();
  for (const { weight, hits } of wanted) {
    for (const [entry, named] of hits) {
      const score = scores.get(entry) ?? { covered: 0, named: 0 };
      score.covered += weight;
      score.named += weight * named;
      scores.set(entry, score);
    }
  }
  return [...scores].filter(([, { covered }]) => covered / total > mostOf).map(([entry, { covered, named }]) => (
    { entry, fit: Math.round((covered / total) * 8) + Math.round((named / total) * 4) }));
}

const mostOf = 0.5;
const needWeight = 5;

/** One thing wanted: a need by any of its names, or a word. Its hits say how much of the name it is: 0 to 1. */
interface Wanted { readonly weight: number; readonly hits: ReadonlyMap<Entry, number> }

/** A word that most services have, like the name of the town, tells nothing while there are others. */
function wantedIn(directory: Directory, words: string): readonly Wanted[] {
  const stems = stemsOf(words);
  const meaningful = new Set(meaningfulStems(words));
  const mentions = [...categoriesSaid(stems)];
  const inNeeds = new Set(mentions.flatMap(({ at, length }) => stems.slice(at, at + length)));
  const others = [...meaningful].filter((stem) => !inNeeds.has(stem));
  const telling = others.filter((stem) => (directory.byStem.get(stem)?.length ?? 0) <= directory.active.length / 2);
  return [
    ...mentions.map(({ category, at, length }) => need(directory, category, stems.slice(at, at + length))),
    ...(mentions.length + telling.length > 0 ? telling : others).map((stem) => word(directory, stem)),
  ];
}

/** Hits the services that serve the need, and those whose name has all its words. */
function need(directory: Directory, category: string, stems: readonly string[]): Wanted {
  const hits = new Map<Entry, number>((directory.byCategory.get(category) ?? []).map((entry) => [entry, entry.categories[0] === category ? 0.5 : 0]));
  const [first = [], ...rest] = stems.map((stem) => new Set((directory.byStem.get(stem) ?? []).filter(({ isInName }) => isInName).map(({ entry }) => entry)));
  for (const entry of first) {
    if (!hits.has(entry) && rest.every((entries) => entries.has(entry))) hits.set(entry, 0.5);
  }
  return { weight: needWeight, hits };
}

function word(directory: Directory, stem: string): Wanted {
  const postings = directory.byStem.get(stem) ?? [];
  return {
    weight: Math.log(1 + (directory.active.length + 1) / (postings.length + 1)),
    hits: new Map(postings.map(({ entry, isInName }) => [entry, isInName ? 1 : 0])),
  };
}
