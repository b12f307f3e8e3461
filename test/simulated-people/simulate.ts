// A whole goal through the real skill: a person who hears only what is said, answers in words, and is heard over a poor line.
import { randomFrom } from '../../scripts/teach/softmax.ts';
import { conversation, type Talk } from '../support/conversation.ts';
import { misheard } from '../../bench/understanding/speech-errors.ts';
import { untouched } from '../support/untouched.ts';
import type { Goal } from './goals.ts';

/** A way of being: how somebody puts things, and what they do beside their goal. */
export interface Persona {
  readonly name: string;
  readonly puts: (words: string) => string;
  /** Said once, after the first answer. */
  readonly interrupts?: string;
  readonly changesMind?: true;
  readonly saysYesToEverything?: true;
}

export const personas: readonly Persona[] = [
  { name: 'brisk', puts: (words) => words },
  { name: 'rambling', puts: (words) => `well now let me see ${words} if you would love` },
  { name: 'hesitant', puts: (words) => `erm ${words.replace(' ', ' um ')}` },
  { name: 'hard of hearing', puts: (words) => words, interrupts: 'sorry what did you say' },
  { name: 'in two minds', puts: (words) => words, changesMind: true },
  { name: 'agreeable', puts: (words) => words, saysYesToEverything: true },
];

export interface Outcome {
  readonly goal: Goal;
  readonly persona: string;
  readonly isReached: boolean;
  readonly turns: number;
  readonly misunderstandings: number;
  readonly mendedAtOnce: number;
  /** What was done that nobody had said yes to. */
  readonly wrongActions: readonly string[];
  readonly transcript: readonly string[];
}

const mostTurns = 14;
const miss = /didn.t catch|not clear to me|another way|didn.t follow|hadn.t asked you|Is that right\?|Just to be sure|Did you (?:want|mean)|Was (?:it|that)/i;

/** Pursues one goal until it is reached, given up, or twelve turns are gone. */
export async function pursue(goal: Goal, persona: Persona, wordsInAHundred: number, seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const talk = await conversation();
  const transcript: string[] = [];
  const wrongActions: string[] = [];
  let state = JSON.stringify(untouched(await talk.record()));
  let turns = 0;
  let hasReached = false;
  const says = async (words: string, isYes: boolean): Promise<string> => {
    turns += 1;
    const heard = misheard(words.toLowerCase().replaceAll('’', '\''), wordsInAHundred, random);
    await talk.user(heard);
    const after = JSON.stringify(untouched(await talk.record()));
    if (after !== state && !isYes && words !== 'cancel that') wrongActions.push(`${words} (heard: ${heard})`);
    state = after;
    const speech = talk.last.speech.replaceAll(/[’‘]/g, '\'');
    transcript.push(`${words} [${heard}] -> ${speech}`);
    hasReached ||= goal.isReached.test(speech);
    return speech;
  };
  const misses = await converse(goal, persona, talk, says, () => hasReached || turns >= mostTurns);
  return { goal, persona: persona.name, isReached: hasReached, turns, misunderstandings: misses.all, mendedAtOnce: misses.mended, wrongActions, transcript };
}

async function converse(goal: Goal, persona: Persona, talk: Talk, says: (words: string, isYes: boolean) => Promise<string>, isOver: () => boolean): Promise<{ all: number; mended: number }> {
  let asked = 0;
  let mustInterrupt = persona.interrupts !== undefined;
  let mustWaver = persona.changesMind === true;
  const misses = { all: 0, mended: 0 };
  let wasMiss = false;
  let next: Said = { words: persona.puts(goal.asks[0] ?? ''), isYes: false };
  while (!isOver()) {
    const speech = await says(next.words, next.isYes);
    const isMiss = miss.test(speech);
    if (wasMiss && !isMiss) misses.mended += 1;
    if (isMiss) misses.all += 1;
    wasMiss = isMiss;
    if (isOver()) break;
    if (mustInterrupt) {
      mustInterrupt = false;
      next = { words: persona.interrupts ?? '', isYes: false };
    } else if (mustWaver && goal.agreesTo?.test(speech) === true) {
      mustWaver = false;
      next = { words: 'no leave it', isYes: false };
    } else {
      next = answerTo(speech, goal, persona) ?? { words: persona.puts(goal.asks[(asked += 1) % goal.asks.length] ?? ''), isYes: false };
    }
  }
  return misses;
}

interface Said { readonly words: string; readonly isYes: boolean }

/** What somebody answers to what they hear; nothing when they would rather say again what they want. */
function answerTo(speech: string, goal: Goal, persona: Persona): Said | undefined {
  if (/Is that right\?$/.test(speech)) return goal.isMine.test(speech) || persona.saysYesToEverything === true ? { words: 'yes that’s right', isYes: true } : { words: 'no', isYes: false };
  if (miss.test(speech) && goal.agreesTo?.test(speech) !== true) return undefined;
  if (goal.agreesTo?.test(speech) === true) return { words: 'yes please', isYes: true };
  const [, reply] = goal.replies?.find(([heard]) => heard.test(speech)) ?? [];
  if (reply !== undefined) return { words: reply, isYes: reply === 'yes please' };
  if (!speech.endsWith('?') || /Anything else\?$|What (would|else)/.test(speech)) return undefined;
  return persona.saysYesToEverything === true ? { words: 'yes', isYes: true } : { words: 'no thank you', isYes: false };
}
