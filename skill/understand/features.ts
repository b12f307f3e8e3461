import { familiesIn } from './word-families.ts';
import { soundOf } from './sound-alike.ts';
import type { Spans } from './spans.ts';
import { stemOf } from './stem.ts';
import { groupsOf } from './word-likeness.ts';

/** Slot types that stand for many words: in a feature, the type is written instead of what was said. */
const abstracted = ['AMAZON.DATE', 'AMAZON.DURATION', 'AMAZON.TIME', 'CARE_WORKER', 'CIRCLE_PERSON', 'SERVICE_NAME', 'NEED', 'CARE_TASK', 'INFO_SUBJECT', 'PART_OF_DAY', 'AMAZON.Ordinal', 'AMAZON.NUMBER', 'FIRST_NAME'];

/** A token of a sentence for scoring: a word, or the slot type that stands for a run of them. */
interface Token { readonly words: readonly string[]; readonly types: readonly string[] }

/**
 * What a sentence is scored on: its words, their stems, sounds and letters, its neighbours in twos and threes, the types of its slots,
 * families of words that mean alike, how it begins and ends, and how many of its words nobody taught us. `isKnown` is asked of a word.
 */
export function featuresOf(spans: Spans, isKnown: (word: string) => boolean): readonly string[] {
  const features = new Set<string>();
  const tokens = tokensIn(spans);
  addTokens(features, tokens, isKnown);
  addWords(features, tokens.flatMap(({ words }) => words), isKnown);
  return [...features];
}

/** The sentence with runs of words that fill a slot marked by the types they fill; the longest run first. */
function tokensIn(spans: Spans): readonly Token[] {
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
    tokens.push({ words: spans.words.slice(place, to).map(({ text }) => text), types });
    place = to;
  }
  return tokens;
}

function addTokens(features: Set<string>, tokens: readonly Token[], isKnown: (word: string) => boolean): void {
  const faces = tokens.map(({ words, types }) => types[0] ?? (isKnown(words[0] ?? '') ? words[0] : strange));
  tokens.forEach(({ types }, place) => {
    const [here, before, twoBefore] = [faces[place] ?? '', faces[place - 1] ?? '^', faces[place - 2] ?? '^'];
    for (const type of types) features.add(`t:${type}`);
    features.add(`b:${before} ${here}`);
    if (place > 0) features.add(`k:${twoBefore} ${here}`);
    if (place > 1) features.add(`T:${twoBefore} ${before} ${here}`);
  });
  features.add(`b:${faces.at(-1) ?? ''} $`);
  features.add(`n:${Math.min(tokens.length, longestCounted)}`);
}

function addWords(features: Set<string>, words: readonly string[], isKnown: (word: string) => boolean): void {
  words.forEach((word, place) => {
    features.add(`w:${word}`);
    if (place > 0) features.add(`W:${words[place - 1] ?? ''} ${word}`);
    if (word.length > 4) features.add(`s:${stemOf(word)}`);
    if (word.length > 3) {
      features.add(`p:${soundOf(word)}`);
      const edged = `<${word}>`;
      for (let from = 0; from + 4 <= edged.length; from++) features.add(`c:${edged.slice(from, from + 4)}`);
    }
  });
  features.add(`f:${words[0] ?? ''}`);
  features.add(`f2:${words[0] ?? ''} ${words[1] ?? ''}`);
  features.add(`l:${words.at(-1) ?? ''}`);
  features.add(`u:${Math.min(words.filter((word) => !isKnown(word)).length, 4)}`);
  addFamilies(features, familiesIn(words));
  addGroups(features, words);
}

/** A word nobody taught us still keeps company with words that we were taught. */
function addGroups(features: Set<string>, words: readonly string[]): void {
  let before = -1;
  for (const word of words) {
    const [narrow, wide] = groupsOf(word) ?? [-1, -1];
    if (narrow >= 0) {
      features.add(`g:${narrow}`);
      features.add(`G:${wide}`);
      if (before >= 0) features.add(`gG:${before} ${wide}`);
    }
    before = wide;
  }
}

function addFamilies(features: Set<string>, families: readonly string[]): void {
  families.forEach((family, place) => {
    features.add(`F:${family}`);
    for (const other of families.slice(place + 1)) features.add(`FF:${family}+${other}`);
  });
}

/** What stands for a word nobody taught us. */
const strange = '?';
const longestCounted = 12;
