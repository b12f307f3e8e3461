// Keeps one promise: a response Alexa would not recognise is named, field by field.
import * as z from 'zod';

const speech = z.union([
  z.strictObject({ type: z.literal('SSML'), ssml: z.string().min(1), playBehavior: z.enum(['ENQUEUE', 'REPLACE_ALL', 'REPLACE_ENQUEUED']).optional() }),
  z.strictObject({ type: z.literal('PlainText'), text: z.string().min(1), playBehavior: z.enum(['ENQUEUE', 'REPLACE_ALL', 'REPLACE_ENQUEUED']).optional() }),
]);
const imageUrl = z.url({ protocol: /^https$/ }).max(2000);
const card = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Simple'), title: z.string().min(1), content: z.string().min(1) }),
  z.strictObject({
    type: z.literal('Standard'), title: z.string().min(1), text: z.string().min(1),
    image: z.strictObject({ smallImageUrl: imageUrl.optional(), largeImageUrl: imageUrl.optional() }).optional(),
  }),
  z.strictObject({ type: z.literal('LinkAccount') }),
  z.strictObject({ type: z.literal('AskForPermissionsConsent'), permissions: z.array(z.string().min(1)).min(1) }),
]);
const canFulfill = z.enum(['YES', 'NO', 'MAYBE']);
const yesOrNo = z.enum(['YES', 'NO']);
export const responseShape = z.strictObject({
  version: z.literal('1.0'),
  sessionAttributes: z.record(z.string(), z.unknown()).optional(),
  userAgent: z.string().optional(),
  response: z.strictObject({
    outputSpeech: speech.optional(),
    card: card.optional(),
    reprompt: z.strictObject({ outputSpeech: speech }).optional(),
    directives: z.array(z.looseObject({ type: z.string().min(1) })).min(1).optional(),
    shouldEndSession: z.boolean().optional(),
    canFulfillIntent: z.strictObject({
      canFulfill, slots: z.record(z.string(), z.strictObject({ canUnderstand: canFulfill, canFulfill: yesOrNo })).optional(),
    }).optional(),
  }),
});
export type Shape = z.infer<typeof responseShape>;
export type ShapeSpeech = z.infer<typeof speech>;
export type ShapeCard = z.infer<typeof card>;
