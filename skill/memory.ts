import * as z from 'zod';
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
  z.object({ kind: z.literal('list'), title: z.string(), items: z.array(z.looseObject({ id: z.string(), primary: z.string(), secondary: z.string().optional() })), hint: z.string().optional() }),
  z.object({ kind: z.literal('detail'), title: z.string(), lines: z.array(z.string()), hint: z.string().optional() }),
]);
const longestId = 300;
const id = z.string().max(longestId).optional();
const kept = z.object({
  council: z.string().transform(councilId).optional(),
  person: z.string().transform(personId).optional(),
  pending: z.looseObject({ kind: z.string() }).optional(),
  focus: z.object({ visitId: id, serviceId: id, offered: z.array(z.string().max(longestId)).optional(), requestId: id }).optional().catch(undefined),
  last: z.object({ tell: z.array(bits), words: bits.optional(), reprompt: bits.optional(), screen: screen.optional() }).optional(),
  misses: z.number().int().min(0).catch(0),
  pinPassed: z.boolean().optional(),
  hasNudged: z.boolean().optional(),
});

/** Reads the session attributes back; anything that is not ours is forgotten, never trusted. */
export function recall(attributes: unknown): Memory {
  const read = kept.safeParse(attributes ?? {});
  return read.success ? (read.data as Memory) : { misses: 0 };
}
