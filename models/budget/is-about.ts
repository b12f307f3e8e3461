import { categoryNamed, kindsOf } from '../service/index.ts';

/**
 * Whether words ("the bingo", "social club", "taxis") mean this thing: they name its category, or a wider one that it
 * serves, or every word of theirs that matters is in its own.
 */
export function isAbout(thing: { readonly what: string; readonly category?: string }, words: string): boolean {
  const named = categoryNamed(words);
  if (thing.category !== undefined && kindsOf(thing.category).includes(named ?? words)) return true;
  const wanted = wordsIn(words);
  const own = new Set(wordsIn(thing.what));
  return wanted.length > 0 && wanted.every((word) => own.has(word));
}

function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().replaceAll(/['’]s?\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !littleWords.has(word)).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

const littleWords: ReadonlySet<string> = new Set(['a', 'an', 'the', 'my', 'that', 'this', 'some', 'for', 'of', 'with', 'and', 'to', 'at', 'in', 'on', 'new', 'thing', 'one']);
