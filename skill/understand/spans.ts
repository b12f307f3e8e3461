import type { Finder, Found, WhenSaid } from './found.ts';
import type { SlotTypes } from './slot-types.ts';
import type { Word } from '../heard/words.ts';

/** What each slot type can be filled with at each place of one sentence; looked for once, when first asked. */
export interface Spans {
  readonly words: readonly Word[];
  readonly at: (type: string, place: number) => readonly Found[];
}

export function spansIn(words: readonly Word[], types: SlotTypes, said: WhenSaid): Spans {
  const known = new Map<string, (readonly Found[])[]>();
  const find = (type: string, finder: Finder, place: number) => {
    const row = known.get(type) ?? [];
    known.set(type, row);
    return (row[place] ??= finder(words, place, said));
  };
  return {
    words,
    at: (type, place) => {
      const finder = types.get(type);
      return finder === undefined ? [] : find(type, finder, place);
    },
  };
}
