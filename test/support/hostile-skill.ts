// The whole skill over a store full of hostile words. Every answer is held to the response rules; the ledger is watched.
import { expect } from '@jest/globals';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { councilId, localDate, personId, type CouncilId, type PersonId } from '../../models/shared/index.ts';
import type { Service } from '../../models/service/index.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { loadDirectory, saveDirectory } from '../../lambda/store/directory-store.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { intentRequest, type Device, type SaidSlot } from './alexa-request.ts';
import { hostilePerson, hostileServices, withHostileIds } from './hostile-household.ts';
import { brokenRules } from './response-rules.ts';
import { skillUnderTest, type SkillUnderTest } from './skill-under-test.ts';

export interface Saying { readonly intent: string; readonly slots?: Readonly<Record<string, SaidSlot>>; readonly attributes?: Readonly<Record<string, unknown>>; readonly device?: Device }

export interface HostileSkill extends SkillUnderTest {
  readonly council: CouncilId;
  readonly directory: readonly Service[];
  /** One more household; `turn` says which hostile word each text begins with. */
  person(turn: number, kind?: { readonly hasHostileIds?: boolean; readonly model?: 0 | 1 | 2 }): Promise<PersonId>;
  /** Says it, and throws when the answer breaks a rule. */
  say(person: PersonId, saying: Saying): Promise<ResponseEnvelope>;
  /** What the ledger comes to: the last line's number and the four figures. */
  ledger(person: PersonId): Promise<string>;
}

const squeezed = (text: string) => text.replaceAll(/\s+/g, '');

export async function hostileSkill({ turn = 0 }: { readonly turn?: number } = {}): Promise<HostileSkill> {
  const skill = await skillUnderTest();
  const { services, counted } = skill;
  const now = skill.now();
  const council = councilId(`hostile-${turn}`);
  const kept = await loadDirectory(counted, councilId('harrow'));
  const directory = hostileServices(kept?.services ?? [], turn);
  await saveDirectory({ table: counted, council, services: directory, at: now });
  const models = demonstrationPeople(localDate(now, 'Europe/London'), now, () => ({ salt: 'salt', hash: 'hash' }));
  let people = 0;
  return {
    ...skill, council, directory,
    person: async (start, { hasHostileIds = false, model = 0 } = {}) => {
      const id = personId(`hostile-${(people += 1)}`);
      const spoilt = hostilePerson(models[model]!, { id, council, turn: start, now });
      await createPerson(counted, hasHostileIds ? withHostileIds(spoilt) : spoilt);
      const alexaId = deskAlexaId(id);
      await services.links.linkByUnit(council, id, { key: speakerKeyOf(alexaId), alexaId }, now);
      return id;
    },
    say: async (person, { intent, slots = {}, attributes = {}, device = 'hub' }) => {
      const envelope = intentRequest(intent, slots, { userId: deskAlexaId(person), isNew: false, attributes, device });
      const response = await services.ask(envelope);
      // A card is plain text: kept words that look like mark-up are shown as they were written.
      const broken = brokenRules(response, envelope).filter((rule) => rule !== 'The card shows SSML');
      const { card, outputSpeech } = response.response;
      const heard = outputSpeech?.type === 'SSML' ? squeezed(plainSpeech(outputSpeech.ssml)) : '';
      if (card?.type === 'Simple' && squeezed(card.content ?? '') !== heard) broken.push('The card and the speech differ');
      if (broken.length > 0) expect({ intent, slots, attributes, broken, response: response.response }).toEqual('an answer that breaks no rule');
      return response;
    },
    ledger: async (person) => {
      const record = await services.records.byPerson(council, person);
      return JSON.stringify([record?.budget?.lastEntryNumber, record?.budget?.figures]);
    },
  };
}
