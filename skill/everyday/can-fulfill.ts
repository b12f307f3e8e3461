import type { HandlerInput } from 'ask-sdk-core';
import type { canfulfill, Response } from 'ask-sdk-model';
import { intents } from '../intents.ts';
import { ownEntry } from '../own-entry.ts';

/** Amazon asks, without anybody speaking, whether we could answer this. No record is read and nothing is done. */
export function canFulfill({ requestEnvelope, responseBuilder }: HandlerInput): Response {
  const { intent } = requestEnvelope.request as canfulfill.CanFulfillIntentRequest;
  const verdict = ownEntry(intents, intent.name) === undefined ? 'NO' : 'YES';
  const slots: Record<string, canfulfill.CanFulfillSlot> = {};
  for (const name of Object.keys(intent.slots ?? {})) slots[name] = { canUnderstand: verdict, canFulfill: verdict };
  return responseBuilder.withCanFulfillIntent({ canFulfill: verdict, slots }).getResponse();
}
