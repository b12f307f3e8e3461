import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { SkillServices } from '../services.ts';
import { speakerIn } from '../who-is-speaking.ts';

/** Amazon tells us of the account, with nobody listening: taken into the record, answered with nothing. */
export async function skillEvent(input: HandlerInput, services: SkillServices): Promise<Response> {
  const { requestEnvelope, responseBuilder } = input;
  const { type } = requestEnvelope.request;
  const speaker = speakerIn(requestEnvelope, services);
  if (speaker === undefined) return responseBuilder.getResponse();
  const at = eventTime(requestEnvelope.request, services);
  if (type === 'AlexaSkillEvent.SkillDisabled') await services.links.unlinkSpeaker(speaker.key, at);
  if (type === 'AlexaSkillEvent.SkillAccountLinked') {
    const token = (requestEnvelope.request as { body?: { accessToken?: unknown } }).body?.accessToken;
    const account = typeof token === 'string' ? await services.readAccount(token) : undefined;
    if (account !== undefined) await services.links.linkByAccount({ ...account, speaker: speaker.key, alexaId: speaker.alexaId, at });
  }
  return responseBuilder.getResponse();
}

/** Events come late and out of order, so the time they were made counts, not the time they came. */
function eventTime(request: object, services: SkillServices): ReturnType<SkillServices['clock']> {
  const { eventCreationTime, timestamp } = request as { eventCreationTime?: unknown; timestamp?: unknown };
  const made = Date.parse(String(eventCreationTime ?? timestamp ?? ''));
  return (Number.isNaN(made) ? services.clock() : made) as ReturnType<SkillServices['clock']>;
}
