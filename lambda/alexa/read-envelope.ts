import type { RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod';
import type { Timed } from './timestamp.ts';
import { parseStrictly } from './strict-json.ts';

const id = z.string().min(1).max(512);
const application = z.object({ applicationId: id });
const text = z.string().nullish();
const somebody = z.object({ userId: text, accessToken: text }).nullish();
const named = z.object({ name: z.string() });
const matched = z.object({ authority: z.string(), status: z.object({ code: z.string() }), values: z.array(z.object({ value: z.object({ id: text }) })).optional() }).refine(({ status, values }) => status.code !== 'ER_SUCCESS_MATCH' || values !== undefined);
const slot = named.extend({ slotValue: z.object({ type: text }).nullish(), resolutions: z.object({ resolutionsPerAuthority: z.array(matched).nullish() }).nullish() });
/** What is read of a request anywhere in the skill, each of the type that Amazon says it is. */
const shape = z.object({
  version: z.string().optional(),
  session: z.object({ new: z.boolean().nullish(), sessionId: text, application: application.optional(), user: somebody, attributes: z.record(z.string(), z.unknown()).nullish() }).optional(),
  context: z.object({
    System: z.object({
      application, user: somebody, unit: z.object({ unitId: text, persistentUnitId: text }).nullish(), person: z.object({ personId: text }).nullish(), apiEndpoint: text, apiAccessToken: text,
      device: z.object({ deviceId: text, supportedInterfaces: z.looseObject({ 'Alexa.Presentation.APL': z.object({ runtime: z.object({ maxVersion: text }).nullish() }).nullish() }).nullish() }).nullish(),
    }),
  }),
  request: z.object({
    type: z.string().min(1).max(200), requestId: id, timestamp: z.unknown().optional(), eventPublishingTime: z.unknown().optional(), locale: text,
    intent: named.extend({ slots: z.record(z.string(), slot).nullish() }).nullish(), task: named.nullish(), token: text,
  }),
}).refine(({ session, request: { type, intent } }) => (session !== undefined || !ofATalk.has(type)) && (intent != null || !ofAnIntent.has(type)));
const ofAnIntent: ReadonlySet<string> = new Set(['IntentRequest', 'CanFulfillIntentRequest']);
const ofATalk: ReadonlySet<string> = new Set([...ofAnIntent, 'LaunchRequest', 'SessionEndedRequest', 'SessionResumedRequest', 'Connections.Response', 'Alexa.Presentation.APL.UserEvent']);

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
  const applications = [context.System.application, session?.application].flatMap((each) => (each === undefined ? [] : [each.applicationId]));
  return {
    envelope: json as RequestEnvelope, requestId: request.requestId, applicationIds: applications,
    timed: { type: request.type, hasSession: session !== undefined, timestamp: request.timestamp, eventPublishingTime: request.eventPublishingTime },
  };
}
