import { randomUUID } from 'node:crypto';
import { nobodyToReach, type Address, type Channel, type ChannelName, type Reach } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { councilId, type CouncilId } from '../../models/shared/index.ts';
import type { SkillLog } from '../../skill/index.ts';
import { amazonToken } from '../channels/amazon-token.ts';
import { managedReminders } from '../alexa/managed-reminders.ts';
import { createApiClient } from '../alexa/api-client.ts';
import { skillMessages } from '../channels/skill-messages.ts';
import { countPerson } from '../figures/count-person.ts';
import { foldCouncil } from '../figures/fold-council.ts';
import { nightlyReconciling } from '../reconciling/nightly-reconciling.ts';
import { messageDesk } from '../desk-speaker/message-desk.ts';
import type { Services } from '../services.ts';
import { alertStore, type AlertStore, type PersonToTell } from '../store/alert-store.ts';
import { keepReachFound } from '../store/reach-rows.ts';
import { alertKnowledge } from './alert-knowledge.ts';
import { deskAddresses } from './desk-addresses.ts';
import { afterErasure, keepNoLonger } from './keep-no-longer.ts';
import { lookAtDevice } from './device-heard.ts';
import { alertEngine, type Engine } from './engine.ts';
import { engineLog } from './engine-log.ts';
import type { EngineParts } from './engine-parts.ts';
import { lookAtExpiry } from './look-at-expiry.ts';
import type { Looks } from './look-at.ts';
import { lookAtReach } from './reach-gaps.ts';
import { remindersInStep } from './reminders-in-step.ts';

const zone = 'Europe/London';

/** The engine over a set of services: the same on one machine, where a loop drives it, and on AWS, where a queue does. */
export function engineFor({ table, clock, config, alerts, rules, records, reminderBooks, ask }: Services, log: SkillLog, channels: Partial<Record<ChannelName, Channel>>): { readonly engine: Engine; readonly parts: EngineParts } {
  const parts = {
    council: councilId(config.councilId), table, clock, channels, knows: alertKnowledge, store: reachedByPhone(alertStore(table)), log: engineLog(log),
    councils: async (of: CouncilId) => ({ rules: await rules.of(of), desk: deskAddresses(config), zone }), wait: (milliseconds: number) => new Promise<void>((resolve) => { setTimeout(resolve, milliseconds).unref(); }),
  };
  const message = config.alexa === undefined ? {} : { message: skillMessages(config.alexa, createApiClient(), clock) };
  const { alexa } = config;
  const managed = alexa?.refreshToken === undefined ? {} : { managed: managedReminders({ api: createApiClient(), token: amazonToken(alexa, 'alexa::enterprise:management', createApiClient(), clock), log }) };
  const inStep = remindersInStep({ books: reminderBooks, clock, log: parts.log, ...message, ...managed, messageDesk: messageDesk({ ask, clock, skillId: config.skillId, newId: randomUUID }) });
  const reconcileNightly = nightlyReconciling({ records, store: parts.store, clock, log: parts.log });
  const afterPlan = async (person: PersonToTell) => {
    await inStep(person.record);
    await keepReachFound(table, person.record.councilId, await lookAtReach(person, await parts.councils(person.record.councilId), table, clock()));
    await countPerson(person.record, table, clock());
    await reconcileNightly(person.record);
    await keepNoLonger(person.record, clock(), { table, records, log: parts.log });
  };
  const looks: Looks = { device: (item) => lookAtDevice(item, { table, clock, alerts }), requestExpiry: (item) => lookAtExpiry(item, { table, records, clock }), figures: (item) => foldCouncil(item, { table, clock }) };
  return { engine: alertEngine({ ...parts, afterPlan, afterGone: (council, person) => afterErasure(council, person, clock(), { table, log: parts.log }) }, looks), parts };
}

/** Where nobody has set how the circle is reached, it is by the phone numbers and e-mail addresses we know. */
export function reachedByPhone(store: AlertStore): AlertStore {
  return {
    ...store,
    whomToTell: async (council, person) => {
      const found = await store.whomToTell(council, person);
      return found === undefined ? undefined : { ...found, reach: withSpeaker(withPhones(found.reach, found.record), found.record) };
    },
  };
}

/** The speaker that is linked: one that is managed may speak, one of their own may chime. */
function withSpeaker(reach: Reach, { link }: PersonRecord): Reach {
  const alexaId = link?.details.alexaId;
  const channel = alexaId?.startsWith('amzn1.alexa.unit.') === true ? 'announcement' : alexaId?.startsWith('amzn1.ask.account.') === true ? 'chime' : undefined;
  return alexaId === undefined || channel === undefined ? reach : { ...reach, person: [...reach.person, { id: 'speaker', channel, value: alexaId, isVerified: true }] };
}

function withPhones(reach: Reach, { household }: PersonRecord): Reach {
  const phones = household.circle.flatMap(({ id, phone, email }): (readonly [string, readonly Address[]])[] => {
    const known: readonly Address[] = [
      ...(phone === undefined ? [] : [{ id: `${id}-phone`, channel: 'text', value: phone, isVerified: true } as const]),
      ...(email === undefined ? [] : [{ id: `${id}-email`, channel: 'email', value: email, isVerified: true } as const]),
    ];
    // A browser that takes notifications comes first; it may be asleep, so the phone is still there behind it.
    const set = reach.members[id] ?? [];
    return known.length === 0 || set.some(({ channel }) => channel !== 'push') ? [] : [[id, [...set, ...known]]];
  });
  return { ...nobodyToReach, ...reach, members: { ...reach.members, ...Object.fromEntries(phones) } };
}
