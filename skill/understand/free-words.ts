import type { Found } from './found.ts';
import type { FreeWordEdges } from './learned.ts';
import { saidBetween, type Word } from '../heard/words.ts';

/** What stands beside a place where free words may begin. */
export function beginsBeside(words: readonly string[], place: number): readonly string[] {
  const [before, twoBefore, here] = [words[place - 1] ?? '^', words[place - 2] ?? '^', words[place] ?? '$'];
  return [`1 ${before}`, `2 ${twoBefore} ${before}`, `3 ${words[place - 3] ?? '^'} ${twoBefore} ${before}`, `h ${here}`];
}

/** What stands beside a place before which free words may end. */
export function endsBeside(words: readonly string[], place: number): readonly string[] {
  const [here, next, before] = [words[place] ?? '$', words[place + 1] ?? '$', words[place - 1] ?? '^'];
  return [`1 ${here}`, `2 ${here} ${next}`, `3 ${here} ${next} ${words[place + 2] ?? '$'}`, `h ${before}`];
}

/** The run of words that most likely fills a slot of free words ("can I use it for [a new telly] do you think"); undefined when none is likely. */
export function freeWordsIn(words: readonly Word[], { begins, ends }: FreeWordEdges): Found | undefined {
  const texts = words.map(({ text }) => text);
  const sum = (signs: readonly string[], learned: Readonly<Record<string, number>>) => signs.reduce((total, sign) => total + (learned[sign] ?? unheardOf), 0);
  let best: { from: number; to: number; worth: number } | undefined;
  texts.forEach((_, from) => {
    const begun = sum(beginsBeside(texts, from), begins);
    for (let to = from + 1; to <= texts.length; to++) {
      const worth = begun + sum(endsBeside(texts, to), ends);
      if (worth > (best?.worth ?? leastLikely)) best = { from, to, worth };
    }
  });
  return best && { to: best.to, value: saidBetween(words, best.from, best.to) };
}

const unheardOf = -8;
const leastLikely = -60;
