import * as z from 'zod/mini';
import { councilId, personId, type CouncilId, type PersonId } from '../models/shared/index.ts';
import { factNames, type Facts, type Focus, type Question, type Screen } from './answer.ts';
import type { Pending } from './pending-question.ts';
import type { Said } from './slots.ts';
import type { Line } from './ssml.ts';

/** What we remember from turn to turn of one conversation. Alexa carries it for us as session attributes. */
export interface Memory {
  readonly council?: CouncilId;
  readonly person?: PersonId;
  readonly pending?: Pending;
  readonly focus?: Focus;
  /** The last answer worth repeating. */
  readonly last?: { readonly tell: readonly Line[]; readonly words?: Line; readonly reprompt?: Line; readonly screen?: Screen; readonly facts?: Facts };
  /** The last thing asked of us, so that a word of it can be put right. */
  readonly asked?: Said;
  /** A question left open by going on to something else. When `isDue`, it is asked again as soon as nothing else is. */
  readonly aside?: Question & { readonly isDue?: true };
  /** Misunderstandings in a row. */
  readonly misses: number;
  readonly pinPassed?: boolean;
  /** The one thing we bring up ourselves has been said. */
  readonly hasNudged?: boolean;
  /** The greeting has told today's visit and the messages. */
  readonly isGreeted?: boolean;
}

const longestId = 300;
/** In letters, as JSON: no question of ours comes near it. */
const longestCarried = 2500;
let made: ReturnType<typeof makeKept> | undefined;

/** Made for the first conversation that goes on: the one that a cold start answers has only begun. */
function makeKept() {
  const text = z.string();
  const maybeText = z.optional(text);
  const maybeTrue = z.optional(z.boolean());
  const bits = z.union([text, z.array(z.union([text, z.object({ phone: text }), z.object({ quote: text })]))]);
  const screen = z.union([
    z.object({ kind: z.literal('list'), title: text, items: z.array(z.looseObject({ id: text, primary: text, secondary: maybeText })), hint: maybeText }),
    z.object({ kind: z.literal('detail'), title: text, lines: z.array(text), hint: maybeText }),
  ]);
  const pending = z.looseObject({ kind: text });
  const shortText = text.check(z.maxLength(longestId));
  const id = z.optional(shortText);
  const ownId = text.check(z.regex(/^[^#]+$/));
  const slots = z.record(shortText, z.object({ value: shortText, id }));
  const mayBeCarried = z.refine(isCarriable);
  return z.object({
    council: z.optional(z.pipe(ownId, z.transform(councilId))),
    person: z.optional(z.pipe(ownId, z.transform(personId))),
    pending: z.optional(pending),
    focus: z.catch(z.optional(z.object({ visitId: id, serviceId: id, offered: z.optional(z.array(shortText)), requestId: id })), undefined),
    last: z.optional(z.object({ tell: z.array(bits), words: z.optional(bits), reprompt: z.optional(bits), screen: z.optional(screen), facts: z.catch(z.optional(z.partialRecord(z.enum(factNames), bits)), undefined) })),
    asked: z.catch(z.optional(z.object({ intent: shortText, slots }).check(mayBeCarried)), undefined),
    aside: z.catch(z.optional(z.object({ pending, words: bits, reprompt: bits, isDue: z.optional(z.literal(true)) }).check(mayBeCarried)), undefined),
    misses: z.catch(z.int().check(z.minimum(0)), 0),
    pinPassed: maybeTrue,
    hasNudged: maybeTrue,
    isGreeted: maybeTrue,
  });
}

/** Reads the session attributes back; anything that is not ours is forgotten, never trusted. */
export function recall(attributes: unknown): Memory {
  if (isNothing(attributes)) return { misses: 0 };
  made ??= makeKept();
  const read = made.safeParse(attributes);
  return read.success ? (read.data as Memory) : { misses: 0 };
}

/** What is remembered beside the open question must be small: it travels with every turn. */
export function isCarriable(value: unknown): boolean {
  return JSON.stringify(value).length <= longestCarried;
}

/** A conversation that has only begun has nothing to remember. */
function isNothing(attributes: unknown): boolean {
  return attributes === undefined || attributes === null || (typeof attributes === 'object' && Object.keys(attributes).length === 0);
}
