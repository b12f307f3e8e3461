import type { Word } from '../heard/words.ts';

/** "Not sure", "if you think so", "I suppose": words that take back half of a yes. */
const doubting: ReadonlySet<string> = new Set(['not', 'no', 'never', 'unsure', 'unless', 'if', 'maybe', 'perhaps', 'guess', 'suppose', 'wait', 'later', 'doubt']);

/** Under what a yes takes to be acted on, over what it takes to be heard: it is asked once more. */
export const halfAYes = 0.6;

/** How sure a yes can be that was made out of other words than those of our own samples. */
export function sureOfYes(confidence: number, words: readonly Word[]): number {
  return words.some(({ text }) => doubting.has(text)) ? Math.min(confidence, halfAYes) : confidence;
}

/** Short words to a yes-or-no question: willing ("suppose so", "lovely"), or neither a yes nor a no ("maybe"). Undefined for any others. */
export function shortAnswer(words: readonly Word[]): 'half a yes' | 'neither' | undefined {
  const text = words.map((word) => word.text).join(' ').replace(around, '').replace(after, '');
  return willing.test(text) ? 'half a yes' : neither.test(text) ? 'neither' : undefined;
}

const around = /^(?:i|and|then) /;
const after = /(?<=\S)(?: (?:then|please|love|duck|dear|pet|darling|mate|now|hen))+$/;
const willing = /^(?:suppose(?: so)?|guess(?: so)?|expect so|think so|reckon(?: so)?|if you (?:like|want|must|want to|think so|think best|say so)|why (?:ever )?not|(?:may|might) as well|do not mind|would not say no|no (?:problem|bother|worries)|could do|probably|fair enough|as you (?:like|wish)|(?:please|suit) yourself|lovely|grand|champion|smashing|fine|great|good|nice|wonderful|perfect|brilliant|super|sound)$/;
const neither = /^(?:maybe|perhaps|possibly|might(?: do)?|am not (?:sure|certain)|not (?:sure|certain)|whatever|it is up to you|up to you|we will see|hard to say|am in two minds|that depends|it depends|depends)$/;
