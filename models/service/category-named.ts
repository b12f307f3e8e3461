import { categories } from './categories.ts';
import type { Category } from './category.ts';
import { stemsOf } from './words.ts';

/** The category that words name, the longest phrase first: "the bingo" is bingo, "social club" is social-club. Undefined: none. */
export function categoryNamed(words: string): string | undefined {
  return [...categoriesSaid(stemsOf(words))].sort((one, other) => other.length - one.length)[0]?.category;
}

export interface CategoryMention { readonly category: string; readonly at: number; readonly length: number }

/** Every mention of a need in what a person says, left to right; where two phrases begin at one word, the longer. */
export function categoriesSaid(stems: readonly string[]): Generator<CategoryMention> {
  return mentionsIn(stems, phrasesOfPeople());
}

/** As `categoriesSaid`, in the text of a directory. */
export function categoriesWritten(stems: readonly string[]): Generator<CategoryMention> {
  return mentionsIn(stems, phrasesOfDirectories());
}

interface Phrase { readonly stems: readonly string[]; readonly category: string }
type PhraseBook = ReadonlyMap<string, readonly Phrase[]>;

const phrasesOfDirectories = whenAsked(() => phraseBook((category) => category.phrases));
const phrasesOfPeople = whenAsked(() => phraseBook((category) => [category.id, category.spoken, ...category.phrases, ...(category.alsoSaid ?? [])]));

/** A book made when it is first looked into: most turns never do. */
function whenAsked(make: () => PhraseBook): () => PhraseBook {
  let made: PhraseBook | undefined;
  return () => (made ??= make());
}

/** Phrases by their first word, longest first. "A lunch club" is found without its "a". */
function phraseBook(wordsOf: (category: Category) => readonly string[]): PhraseBook {
  const book = new Map<string, Phrase[]>();
  for (const category of categories) {
    for (const words of wordsOf(category)) {
      const stems = stemsOf(words.replace(/^(?:a|an|help with) /, ''));
      const [first = ''] = stems;
      book.set(first, [...(book.get(first) ?? []), { stems, category: category.id }].sort((one, other) => other.stems.length - one.stems.length));
    }
  }
  return book;
}

function* mentionsIn(stems: readonly string[], book: PhraseBook): Generator<CategoryMention> {
  for (let at = 0; at < stems.length; at++) {
    const phrase = book.get(stems[at] ?? '')?.find(({ stems: wanted }) => wanted.every((stem, place) => stems[at + place] === stem));
    if (phrase === undefined) continue;
    yield { category: phrase.category, at, length: phrase.stems.length };
    at += phrase.stems.length - 1;
  }
}
