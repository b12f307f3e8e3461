import type { Spans } from './spans.ts';

/** Slot types that stand for many words: in a feature, the type is written instead of what was said. */
const abstracted = ['AMAZON.DATE', 'AMAZON.DURATION', 'AMAZON.TIME', 'CARE_WORKER', 'CIRCLE_PERSON', 'SERVICE_NAME', 'NEED', 'CARE_TASK', 'INFO_SUBJECT', 'PART_OF_DAY', 'AMAZON.Ordinal', 'AMAZON.NUMBER'];

/** A token of a sentence for scoring: a word, or the slot type that stands for a run of them. */
export interface Token { readonly text: string; readonly types: readonly string[] }

/** The sentence with runs of words that fill a slot marked by the types they fill; the longest run first. */
export function tokensIn(spans: Spans): readonly Token[] {
  const tokens: Token[] = [];
  for (let place = 0; place < spans.words.length;) {
    let to = place + 1;
    let types: string[] = [];
    for (const type of abstracted) {
      const longest = spans.at(type, place).find(({ isWeak }) => isWeak !== true);
      if (longest === undefined || longest.to < to) continue;
      if (longest.to > to) types = [];
      to = longest.to;
      types.push(type);
    }
    tokens.push({ text: spans.words.slice(place, to).map(({ text }) => text).join(' '), types });
    place = to;
  }
  return tokens;
}

/** What a sentence is scored on: its words, pairs of neighbours, the types of its slots, beginnings of long words, how it begins and ends. */
export function featuresOf(tokens: readonly Token[]): readonly string[] {
  const features = new Set<string>();
  const faces = tokens.map(({ text, types }) => types[0] ?? text);
  tokens.forEach(({ text, types }, place) => {
    for (const type of types) features.add(`t:${type}`);
    for (const word of text.split(' ')) {
      features.add(`w:${word}`);
      if (word.length > 4) features.add(`s:${stemOf(word)}`);
    }
    features.add(`b:${faces[place - 1] ?? '^'} ${faces[place] ?? ''}`);
    if (place > 0) features.add(`k:${faces[place - 2] ?? '^'} ${faces[place] ?? ''}`);
  });
  features.add(`b:${faces.at(-1) ?? ''} $`);
  features.add(`n:${Math.min(tokens.length, 8)}`);
  return [...features];
}

function stemOf(word: string): string {
  return word.replace(/(?:ing|ed|es|s|ly|er)$/, '').slice(0, 6);
}
