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
const kept = z.object({
  council: z.string().transform(councilId).optional(),
  person: z.string().transform(personId).optional(),
  pending: z.looseObject({ kind: z.string() }).optional(),
  focus: z.looseObject({}).optional(),
  last: z.looseObject({ tell: z.array(bits) }).optional(),
  misses: z.number().int().min(0).catch(0),
  pinPassed: z.boolean().optional(),
  hasNudged: z.boolean().optional(),
});

/** Reads the session attributes back; anything that is not ours is forgotten, never trusted. */
export function recall(attributes: unknown): Memory {
  const read = kept.safeParse(attributes ?? {});
  return read.success ? (read.data as Memory) : { misses: 0 };
}
