import type { Finder, Found } from './found.ts';
import type { DynamicEntities, ModelType } from './language-model.ts';
import { wordsOf, type Word } from '../heard/words.ts';

/** One of our own slot types as a finder: every value and synonym, the household's own names first, and then what people were heard to call them. */
export interface EntityType { readonly name: string; readonly find: Finder }

export function entityType(type: ModelType, heard: Readonly<Record<string, string>> = {}, dynamic?: DynamicEntities): EntityType {
  const own = dynamic?.types.find(({ name }) => name === type.name);
  const byFirstWord = new Map<string, Phrase[]>();
  for (const phrase of [...phrasesOf(own, true), ...phrasesOf(type, false), ...heardFor(type, heard)]) {
    const [first] = phrase.words;
    if (first === undefined) continue;
    const known = byFirstWord.get(first);
    if (known === undefined) byFirstWord.set(first, [phrase]);
    else known.push(phrase);
  }
  for (const phrases of byFirstWord.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return { name: type.name, find: (words, at) => entitiesAt(byFirstWord.get(words[at]?.text ?? '') ?? [], words, at) };
}

interface Phrase { readonly words: readonly string[]; readonly match: NonNullable<Found['match']> }

function* phrasesOf(type: ModelType | undefined, isDynamic: boolean): Generator<Phrase> {
  for (const { id, name } of type?.values ?? []) {
    for (const text of [name.value, ...(name.synonyms ?? [])]) {
      yield { words: wordsOf(text).map((word) => word.text), match: { id, name: name.value, isDynamic } };
    }
  }
}

function heardFor({ values }: ModelType, heard: Readonly<Record<string, string>>): readonly Phrase[] {
  const names = new Map(values.map(({ id, name }) => [id, name.value]));
  return Object.entries(heard).map(([phrase, id]) => ({ words: phrase.split(' '), match: { id, name: names.get(id) ?? id, isDynamic: false } }));
}

function entitiesAt(phrases: readonly Phrase[], words: readonly Word[], at: number): readonly Found[] {
  const found = new Map<number, Found>();
  for (const { words: wanted, match } of phrases) {
    const to = at + wanted.length;
    if (found.has(to) || !wanted.every((text, place) => isSameWord(words[at + place]?.text, text))) continue;
    found.set(to, { to, value: words.slice(at, to).map(({ said }) => said).filter(Boolean).join(' '), match });
  }
  return [...found.values()];
}

/** A plural is the same thing; only longer words, so that "as" is not "a". */
function isSameWord(said: string | undefined, wanted: string): boolean {
  return said === wanted || (said !== undefined && wanted.length > 3 && said === `${wanted}s`);
}
