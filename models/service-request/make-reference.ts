import { firstWords, secondWords } from './reference-words.ts';

/**
 * Two words a person can say, unlike any in `taken` (the references of what is still open). Words that are not in use at
 * all are chosen while there are any: "robin four" beside "robin five" would be mistaken for it.
 */
export function makeReference(random: (below: number) => number, taken: readonly string[]): string {
  const inUse = new Set(taken.flatMap((reference) => reference.split(' ')));
  const pairs = pairsOf(fresh(firstWords, inUse), fresh(secondWords, inUse));
  const isFree = (pair: string) => !taken.includes(pair);
  const free = pairs.some(isFree) ? pairs.filter(isFree) : pairsOf(firstWords, secondWords).filter(isFree);
  return free[random(free.length)] ?? `${makeReference(random, [])} ${taken.length}`;
}

function fresh(words: readonly string[], inUse: ReadonlySet<string>): readonly string[] {
  const unused = words.filter((word) => !inUse.has(word));
  return unused.length > 0 ? unused : words;
}

function pairsOf(firsts: readonly string[], seconds: readonly string[]): readonly string[] {
  return firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));
}
