import type { Word } from '../heard/words.ts';

/** "Not sure", "if you think so", "I suppose": words that take back half of a yes. */
const doubting: ReadonlySet<string> = new Set(['not', 'no', 'never', 'unsure', 'unless', 'if', 'maybe', 'perhaps', 'guess', 'suppose', 'wait', 'later', 'dunno', 'doubt', 'don\'t', 'dont', 'can\'t', 'cant', 'won\'t', 'wont', 'isn\'t', 'wouldn\'t', 'shouldn\'t', 'haven\'t']);

/** Under what a yes takes to be acted on, over what it takes to be heard: it is asked once more. */
const halfAYes = 0.6;

/** How sure a yes can be that was made out of other words than those of our own samples. */
export function sureOfYes(confidence: number, words: readonly Word[]): number {
  return words.some(({ text }) => doubting.has(text.replaceAll('’', '\''))) ? Math.min(confidence, halfAYes) : confidence;
}
