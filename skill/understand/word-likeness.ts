import likeness from './word-likeness.json' with { type: 'json' };

/** The groups that a word stands in by the company it keeps in ordinary English, a narrow one and a wide one; none for a word too rare. */
export function groupsOf(word: string): readonly [narrow: number, wide: number] | undefined {
  const place = places.get(word) ?? endings.flatMap(([ending, instead]) => (word.endsWith(ending) ? [places.get(word.slice(0, -ending.length) + instead)] : [])).find((each) => each !== undefined);
  return place === undefined ? undefined : [narrow[place] ?? 0, wide[place] ?? 0];
}

const places: ReadonlyMap<string, number> = new Map(likeness.words.split(' ').map((word, place) => [word, place]));
const wide = new Uint8Array(Buffer.from(likeness.coarse, 'base64'));
const narrow = new Uint16Array(new Uint8Array(Buffer.from(likeness.fine, 'base64')).buffer);
/** "Tumblin" and "wheezy" stand where "tumbling" and "wheeze" do. */
const endings: readonly (readonly [string, string])[] = [['in', 'ing'], ['s', ''], ['ed', ''], ['ing', ''], ['ing', 'e'], ['y', 'e'], ['y', ''], ['ie', 'y'], ['er', '']];
