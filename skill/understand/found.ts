import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import type { Word } from './words.ts';

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

/** The longest of some phrases that begins here. */
export function phraseAt<Meaning>(phrases: readonly (readonly [string, Meaning])[], words: readonly Word[], at: number): { to: number; meaning: Meaning } | undefined {
  let best: { to: number; meaning: Meaning } | undefined;
  for (const [phrase, meaning] of phrases) {
    const wanted = phrase.split(' ');
    if (at + wanted.length > (best?.to ?? at) && follows(words, at, wanted)) best = { to: at + wanted.length, meaning };
  }
  return best;
}
