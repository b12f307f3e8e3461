import type { SpeechPassport } from '../models/household/index.ts';
import type { Pending } from './pending-question.ts';
import type { Said } from './slots.ts';
import { plainText, type Line } from './ssml.ts';

/** What we mean to tell or ask, before it is turned into speech, card and screen. */
export interface Answer {
  /** Facts, most wanted first: one sentence each. */
  readonly tell: readonly Line[];
  /** The one question, if any, and what an answer to it will mean. */
  readonly ask?: Question;
  readonly screen?: Screen;
  /** The same in single facts, for whoever wants just the one. */
  readonly facts?: Facts;
  /** What we are now talking about, so that "that one" and "can she come later" are understood. */
  readonly focus?: Focus;
  /** The conversation ends here whatever went before. */
  readonly isGoodbye?: true;
  /** This answer is about a misunderstanding and is not itself worth repeating. */
  readonly isMiss?: true;
  /** What this answers, where it was not said in so many words: a guess that was agreed to. */
  readonly answers?: Said;
  /** Something else than the open question was taken up: it can be gone back to. */
  readonly isDetour?: true;
  /** What becomes of the question left lying: dropped, or gone back to only when asked for. Else it stays as it is. */
  readonly aside?: 'dropped' | 'put-off';
  /** How to speak from this very answer on, when it has just been changed. */
  readonly passport?: SpeechPassport;
  /** Whoever has heard the PIN in this conversation need not say it again. */
  readonly pinPassed?: true;
  /** We brought up something ourselves; once in a conversation is enough. */
  readonly hasNudged?: true;
  /** Puts Amazon's own card in the Alexa app, on which reminders can be allowed. */
  readonly offersPermission?: true;
  /** The greeting told today's visit and the messages: they need not be brought up again. */
  readonly isGreeted?: true;
  /** Something was kept for this answer: a receipt stands alone. */
  readonly hasKept?: true;
  /** For replies to Amazon's own requests, such as a task that is done. */
  readonly directives?: readonly Directive[];
}

export interface Question {
  readonly words: Line;
  /** Said after a silence: other words, and more help. */
  readonly reprompt: Line;
  readonly pending: Pending;
}

export interface Focus {
  readonly visitId?: string;
  readonly serviceId?: string;
  /** What was last offered, in the order it was read out. */
  readonly offered?: readonly string[];
  readonly requestId?: string;
}

/** Single facts of an answer, a whole sentence each. `in-short` is the whole of it in the fewest words. */
export type Facts = { readonly [fact in FactName]?: Line };
export const factNames = ['in-short', 'time', 'day', 'who', 'price', 'phone', 'reference', 'how-many'] as const;
export type FactName = (typeof factNames)[number];

export type Screen =
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly ScreenItem[]; readonly hint?: string }
  | { readonly kind: 'detail'; readonly title: string; readonly lines: readonly string[]; readonly hint?: string };
interface ScreenItem { readonly id: string; readonly primary: string; readonly secondary?: string }

interface Directive { readonly type: string; readonly [field: string]: unknown }

/** A statement and nothing more. */
export function tell(...lines: readonly Line[]): Answer {
  return { tell: lines };
}

/** Facts, then a question. */
export function ask(tellFirst: readonly Line[], words: Line, pending: Pending, reprompt: Line): Answer {
  return { tell: tellFirst, ask: { words, reprompt, pending } };
}

/** Every line that is spoken, in order. */
export function linesOf(answer: Pick<Answer, 'tell' | 'ask'>): readonly Line[] {
  return answer.ask === undefined ? answer.tell : [...answer.tell, answer.ask.words];
}

export function plainAnswer(answer: Pick<Answer, 'tell' | 'ask'>): string {
  return plainText(linesOf(answer));
}

/** How many of a list to read out for this person. */
export function listLength(passport: SpeechPassport): number {
  return passport.isShort ? Math.min(passport.listLength, 2) : passport.listLength;
}
