import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import type { Word } from '../heard/words.ts';

/** A run of words that can fill a slot: up to where, the value Alexa would give, and how good a filling it is. */
export interface Found {
  readonly to: number;
  readonly value: string;
  /** The entry of one of our own types that it names. */
  readonly match?: { readonly id: string; readonly name: string; readonly isDynamic: boolean };
  /** A part of the day said in the same breath: "tomorrow morning", "tonight". */
  readonly partOfDay?: PartOfDay;
  /** A filling that is only meant when the words around ask for it: a bare "two" as a time. */
  readonly isWeak?: true;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';
export interface WhenSaid { readonly today: LocalDate; readonly now: LocalTime }

/** Everything a slot type can be filled with from one place in a sentence, the longest first. */
export type Finder = (words: readonly Word[], at: number, said: WhenSaid) => readonly Found[];

/** Whether these words come next; where they end, if so. */
export function follows(words: readonly Word[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((text, place) => words[at + place]?.text === text);
}

/** Phrases and what each means, by their first word. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly meaning: Meaning }[]>;

export function phrasesFrom<Meaning>(phrases: readonly (readonly [string, Meaning])[]): Phrases<Meaning> {
  const split = phrases.map(([phrase, meaning]) => ({ words: phrase.split(' '), meaning })).sort((one, other) => other.words.length - one.words.length);
  return Map.groupBy(split, ({ words }) => words[0] ?? '');
}

/** The longest of some phrases that begins here. */
export function phraseAt<Meaning>(phrases: Phrases<Meaning>, words: readonly Word[], at: number): { to: number; meaning: Meaning } | undefined {
  const found = phrases.get(words[at]?.text ?? '')?.find((phrase) => follows(words, at, phrase.words));
  return found && { to: at + found.words.length, meaning: found.meaning };
}
