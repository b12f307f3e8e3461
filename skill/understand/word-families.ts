import families from './word-families.json' with { type: 'json' };
import { follows, phrasesFrom } from './found.ts';
import { wordsOf } from '../heard/words.ts';

/** The families of like-meaning words that a sentence has words of ("brass", "dosh" and "kitty" are money), in the order of the book. */
export function familiesIn(words: readonly string[]): readonly string[] {
  const found = new Set<number>();
  const sentence = words.map((text) => ({ text, said: text }));
  words.forEach((word, at) => {
    for (const phrase of book.get(word) ?? []) if (follows(sentence, at, phrase.words)) found.add(phrase.meaning);
  });
  return [...found].sort((one, other) => one - other).map((place) => names[place] ?? '');
}

const names = Object.keys(families);
const book = phrasesFrom(Object.values(families).flatMap((phrases, place) => phrases.map((phrase) => [wordsOf(phrase).map(({ text }) => text).join(' '), place] as const)));
