import type { Channel, ChannelName } from '../../models/alert/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { createApiClient } from '../alexa/api-client.ts';
import type { Config } from '../config.ts';
import type { Councils } from '../councils.ts';
import type { Table } from '../store/table.ts';
import { announcementChannel, chimeChannel } from './alexa-speakers.ts';
import { answerableTexts } from './answerable-texts.ts';
import { demonstrationPhones } from './demonstration-phones.ts';
import { deskChannel } from './desk.ts';
import { notifyChannels } from './notify.ts';
import { pushChannel } from './web-push.ts';
import { webhookChannel } from './webhook.ts';

/** The ways to reach people that the settings open, those over the device bus apart: each council's by its own keys. In the demonstration phones are pretended. */
export function channelsFor(councils: Councils, table: Table, clock: Clock): readonly Channel[] {
  const [config] = councils;
  const own = new Map(councils.map((council) => [council.councilId, ownChannels(council, table, clock)]));
  return [deskChannel, ...(['text', 'email', 'webhook'] as const).flatMap((name) => byCouncil(name, own)), ...alexaChannels(config, clock), ...(config.push === undefined ? [] : [pushChannel(config.push)])];
}

function ownChannels({ notify, webhook, isProduction }: Config, table: Table, clock: Clock): readonly Channel[] {
  const phones = notify !== undefined ? notifyChannels(notify, clock).map((channel) => (channel.name === 'text' ? answerableTexts(channel, table) : channel)) : isProduction ? [] : demonstrationPhones();
  return [...phones, ...(webhook === undefined ? [] : [webhookChannel({ ...webhook, mayBePrivate: !isProduction })])];
}

/** One way for all, by which each council's goes out with what is its own; nothing where no council has it. */
function byCouncil(name: ChannelName, own: ReadonlyMap<string, readonly Channel[]>): readonly Channel[] {
  const of = (council: string) => own.get(council)?.find((channel) => channel.name === name);
  const [any] = [...own.keys()].flatMap((council) => of(council) ?? []);
  return any === undefined ? [] : [{
    name, proves: any.proves,
    send: async (delivery) => of(delivery.councilId)?.send(delivery) ?? { kind: 'failed', why: 'not-set-up' },
    silence: async (silencing) => of(silencing.councilId)?.silence?.(silencing),
  }];
}

function alexaChannels({ alexa }: Config, clock: Clock): readonly Channel[] {
  if (alexa === undefined) return [];
  const api = createApiClient();
  return [chimeChannel({ clientId: alexa.clientId, clientSecret: alexa.clientSecret }, alexa.stage, api, clock), ...(alexa.refreshToken === undefined ? [] : [announcementChannel(alexa, api, clock, alexa.hasScreens)])];
}
