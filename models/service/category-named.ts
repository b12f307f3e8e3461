import { categories } from './category.ts';
import { stemsOf } from './words.ts';

/** The category that words name, the longest phrase first: "the bingo" is bingo, "social club" is social-club. Undefined: none. */
export function categoryNamed(words: string): string | undefined {
  return [...categoriesIn(stemsOf(words))].sort((one, other) => other.length - one.length)[0]?.category;
}

export interface CategoryMention { readonly category: string; readonly at: number; readonly length: number }

/** Every mention of a category in a run of stems, left to right; where two phrases begin at one word, the longer. */
export function* categoriesIn(stems: readonly string[]): Generator<CategoryMention> {
  for (let at = 0; at < stems.length; at++) {
    const found = longestPhraseAt(stems, at);
    if (found === undefined) continue;
    yield found;
    at += found.length - 1;
  }
}

interface Phrase { readonly stems: readonly string[]; readonly category: string }

const phrasesByFirstStem = new Map<string, Phrase[]>();
for (const category of categories) {
  for (const words of [category.id, category.spoken, ...category.phrases]) {
    const stems = stemsOf(words).filter((stem, place, all) => !(place === 0 && all.length > 1 && (stem === 'a' || stem === 'help')));
    const [first] = stems;
    if (first === undefined) continue;
    const phrases = phrasesByFirstStem.get(first) ?? [];
    phrases.push({ stems, category: category.id });
    phrasesByFirstStem.set(first, phrases.sort((one, other) => other.stems.length - one.stems.length));
  }
}

function longestPhraseAt(stems: readonly string[], at: number): CategoryMention | undefined {
  const phrase = phrasesByFirstStem.get(stems[at] ?? '')?.find(({ stems: wanted }) => wanted.every((stem, place) => stems[at + place] === stem));
  return phrase && { category: phrase.category, at, length: phrase.stems.length };
}
