import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { SpeakerKey } from '../../models/household/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import type { SkillServices } from '../services.ts';
import { speakerIn } from '../who-is-speaking.ts';

/** Amazon tells us of the account, with nobody listening: taken into the record, answered with nothing. */
export async function skillEvent(input: HandlerInput, services: SkillServices): Promise<Response> {
  const { requestEnvelope, responseBuilder } = input;
  const { type } = requestEnvelope.request;
  const speaker = speakerIn(requestEnvelope, services);
  if (speaker === undefined) return responseBuilder.getResponse();
  const at = eventTime(requestEnvelope.request, services);
  if (type === 'AlexaSkillEvent.SkillDisabled') await unlink(speaker.key, at, services);
  if (type === 'AlexaSkillEvent.SkillAccountLinked') {
    const token = (requestEnvelope.request as { body?: { accessToken?: unknown } }).body?.accessToken;
    const account = typeof token === 'string' ? await services.readAccount(token) : undefined;
    if (account !== undefined) await services.links.linkByAccount(account.council, account.person, speaker, at);
  }
  return responseBuilder.getResponse();
}

/** The skill was switched off: this speaker knows nothing from now on. An old event does not undo a newer link. */
async function unlink(speaker: SpeakerKey, at: Instant, { records }: SkillServices): Promise<void> {
  const record = await records.bySpeaker(speaker);
  if (record?.link === undefined || record.link.details.linkedAt > at) return;
  await records.save(record, { idempotencyKey: `skill-disabled-${speaker}-${at}`, at, link: null, audit: [{ action: 'speaker-unlinked', by: 'amazon', about: 'link' }] });
}

/** Events come late and out of order, so the time they were made counts, not the time they came. */
function eventTime(request: object, services: SkillServices): Instant {
  const { eventCreationTime, timestamp } = request as { eventCreationTime?: unknown; timestamp?: unknown };
  const said = eventCreationTime ?? timestamp;
  const made = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  return Number.isNaN(made) ? services.clock() : instant(made);
}
