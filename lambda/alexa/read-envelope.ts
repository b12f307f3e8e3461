import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod';
import type { Timed } from './timestamp.ts';
import { parseStrictly } from './strict-json.ts';

const id = z.string().min(1).max(512);
const application = z.object({ applicationId: id });
const shape = z.object({
  version: z.string().optional(),
  session: z.object({ application: application.optional() }).optional(),
  context: z.object({ System: z.object({ application }) }),
  request: z.object({ type: z.string().min(1).max(200), requestId: id, timestamp: z.unknown().optional(), eventPublishingTime: z.unknown().optional() }),
});

/** A request as Alexa sends it, with what the door needs to know about it picked out. */
export interface ReadEnvelope {
  readonly envelope: RequestEnvelope;
  readonly requestId: string;
  /** Every skill the request names as the one it is for. */
  readonly applicationIds: readonly string[];
  readonly timed: Timed;
}

/** Reads the bytes of a request; undefined when they are not an Alexa request at all. Unknown fields are let through. */
export function readEnvelope(body: Buffer): ReadEnvelope | undefined {
  const json = parseStrictly(body);
  const read = shape.safeParse(json);
  if (!read.success) return undefined;
  const { session, context, request } = read.data;
  const named = [context.System.application, session?.application].flatMap((each) => (each === undefined ? [] : [each.applicationId]));
  return {
    envelope: json as RequestEnvelope, requestId: request.requestId, applicationIds: named,
    timed: { type: request.type, hasSession: session !== undefined, timestamp: request.timestamp, eventPublishingTime: request.eventPublishingTime },
  };
}
