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

const bits = z.union([z.string(), z.array(z.union([z.string(), z.object({ phone: z.string() }), z.object({ quote: z.string() })]))]);
const screen = z.union([
  z.object({ kind: z.literal('list'), title: z.string(), items: z.array(z.looseObject({ id: z.string(), primary: z.string(), secondary: z.optional(z.string()) })), hint: z.optional(z.string()) }),
  z.object({ kind: z.literal('detail'), title: z.string(), lines: z.array(z.string()), hint: z.optional(z.string()) }),
]);
const longestId = 300;
const id = z.optional(z.string().check(z.maxLength(longestId)));
const kept = z.object({
  council: z.optional(z.pipe(z.string(), z.transform(councilId))),
  person: z.optional(z.pipe(z.string(), z.transform(personId))),
  pending: z.optional(z.looseObject({ kind: z.string() })),
  focus: z.catch(z.optional(z.object({ visitId: id, serviceId: id, offered: z.optional(z.array(z.string().check(z.maxLength(longestId)))), requestId: id })), undefined),
  last: z.optional(z.object({ tell: z.array(bits), words: z.optional(bits), reprompt: z.optional(bits), screen: z.optional(screen) })),
  misses: z.catch(z.int().check(z.minimum(0)), 0),
  pinPassed: z.optional(z.boolean()),
  hasNudged: z.optional(z.boolean()),
});

/** Reads the session attributes back; anything that is not ours is forgotten, never trusted. */
export function recall(attributes: unknown): Memory {
  const read = kept.safeParse(attributes ?? {});
  return read.success ? (read.data as Memory) : { misses: 0 };
}
