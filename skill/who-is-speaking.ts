import type { RequestEnvelope } from 'ask-sdk-model';
import type { SpeakerKey } from '../models/household/index.ts';
import type { PersonRecord } from '../models/person-record/index.ts';
import { withGaps } from './gaps.ts';
import type { Memory } from './memory.ts';
import type { SkillServices } from './services.ts';

/** The id Amazon gives this speaker: the Smart Properties unit where there is one, or else the account. */
export function speakerIn(envelope: RequestEnvelope, services: Pick<SkillServices, 'speakerKeyOf'>): { alexaId: string; key: SpeakerKey; isUnit: boolean } | undefined {
  const { context, session } = withGaps(envelope);
  const system = context?.System;
  const unit = system?.unit?.unitId;
  const alexaId = [unit, system?.user?.userId, session?.user?.userId].find((id) => typeof id === 'string');
  return alexaId === undefined ? undefined : { alexaId, key: services.speakerKeyOf(alexaId), isUnit: alexaId === unit };
}

/**
 * Whose speaker this is, in one read. Later turns read the record by person (never stale); the link is checked every
 * time, so that unlinking stops everything at once. An account-linking token names the person itself.
 */
export async function whoIsSpeaking(envelope: RequestEnvelope, memory: Memory, services: SkillServices): Promise<PersonRecord | undefined> {
  if (services.provedAtTheDoor !== undefined) {
    const proved = services.provedAtTheDoor(envelope);
    return proved && services.records.byPerson(proved.council, proved.person);
  }
  const speaker = speakerIn(envelope, services);
  if (speaker === undefined) return undefined;
  if (memory.council !== undefined && memory.person !== undefined) {
    const record = await services.records.byPerson(memory.council, memory.person);
    return record?.link?.speaker === speaker.key ? record : undefined;
  }
  const token = withGaps(envelope).context?.System?.user?.accessToken;
  const account = typeof token !== 'string' ? undefined : await services.readAccount(token);
  if (account === undefined) return services.records.bySpeaker(speaker.key);
  const record = await services.records.byPerson(account.council, account.person);
  return record?.link?.speaker === speaker.key ? record : undefined;
}
