import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { followVisits } from '../reminder/follow-visits.ts';
import type { SkillServices } from '../services.ts';
import { whoIsSpeaking } from '../who-is-speaking.ts';

/**
 * A message of our own comes back through Amazon, with a token that may change reminders while nobody is talking. It says only that
 * visits changed; what is to be done is worked out afresh. Amazon sends it again until it is answered: doing it twice changes nothing.
 */
export async function messageReceived(input: HandlerInput, services: SkillServices): Promise<Response> {
  const { requestEnvelope, responseBuilder } = input;
  const record = await whoIsSpeaking(requestEnvelope, { misses: 0 }, services);
  if (record !== undefined) await followVisits(record, services.clock(), { books: services.reminderBooks, speakerOf: () => services.remindersFor(requestEnvelope), log: services.log });
  return responseBuilder.getResponse();
}
