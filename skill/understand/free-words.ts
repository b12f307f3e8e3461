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
  if (best === undefined) return undefined;
  const to = withoutTail(texts, best.from, best.to);
  return { to, value: saidBetween(words, best.from, to) };
}

/** What was asked of a thing stands after it: "a telly out of my budget", "netflix or is that not allowed". The end of the thing itself. */
function withoutTail(texts: readonly string[], from: number, to: number): number {
  const tail = texts.slice(from + 1, to).findIndex((_, place) => tails.test(texts.slice(from + 1 + place, to).join(' ')));
  return tail < 0 ? to : from + 1 + tail;
}

const tails = new RegExp(`^(?:${[
  '(?:out of|with|from|off|on) (?:the|my|me|that|this|our) (?:\\w+ ){0,2}(?:budget|money|pot|allowance|payment|payments|fund|funds)', '(?:out of|from) (?:it|this pot|that pot)', '(?:is|can|could|would|will|does) (?:that|it|they|this)\\b.*', 'or (?:is|do|does|not|no|am|have|are)\\b.*',
  '(?:yes or no|a yes or a no|or not)\\b.*', '(?:an? )?(?:no|yes|allowable expense|allowed|covered|fair game|okay|in bounds|out of bounds|beyond the pale|permitted|possible|acceptable|within the rules)$', 'to (?:the|my) (?:authority|council|budget|account)$',
].join('|')})`);

const unheardOf = -8;
const leastLikely = -60;
