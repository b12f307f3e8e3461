import * as z from 'zod/mini';
import { councilId, personId, type CouncilId, type PersonId } from '../models/shared/index.ts';
import type { Focus, Screen } from './answer.ts';
import type { Pending } from './pending-question.ts';
import type { Line } from './ssml.ts';

/** What we remember from turn to turn of one conversation. Alexa carries it for us as session attributes. */
export interface Memory {
  readonly council?: CouncilId;
  readonly person?: PersonId;
  readonly pending?: Pending;
  readonly focus?: Focus;
  /** The last answer worth repeating. */
  readonly last?: { readonly tell: readonly Line[]; readonly words?: Line; readonly reprompt?: Line; readonly screen?: Screen };
  /** Misunderstandings in a row. */
  readonly misses: number;
  readonly pinPassed?: boolean;
  /** The one thing we bring up ourselves has been said. */
  readonly hasNudged?: boolean;
}

const longestId = 300;
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
  const shortText = text.check(z.maxLength(longestId));
  const id = z.optional(shortText);
  return z.object({
    council: z.optional(z.pipe(text, z.transform(councilId))),
    person: z.optional(z.pipe(text, z.transform(personId))),
    pending: z.optional(z.looseObject({ kind: text })),
    focus: z.catch(z.optional(z.object({ visitId: id, serviceId: id, offered: z.optional(z.array(shortText)), requestId: id })), undefined),
    last: z.optional(z.object({ tell: z.array(bits), words: z.optional(bits), reprompt: z.optional(bits), screen: z.optional(screen) })),
    misses: z.catch(z.int().check(z.minimum(0)), 0),
    pinPassed: maybeTrue,
    hasNudged: maybeTrue,
  });
}

/** Reads the session attributes back; anything that is not ours is forgotten, never trusted. */
export function recall(attributes: unknown): Memory {
  if (isNothing(attributes)) return { misses: 0 };
  made ??= makeKept();
  const read = made.safeParse(attributes);
  return read.success ? (read.data as Memory) : { misses: 0 };
}

/** A conversation that has only begun has nothing to remember. */
function isNothing(attributes: unknown): boolean {
  return attributes === undefined || attributes === null || (typeof attributes === 'object' && Object.keys(attributes).length === 0);
}
