import type { Channel } from '../../models/alert/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { createApiClient } from '../alexa/api-client.ts';
import type { Config } from '../config.ts';
import type { Table } from '../store/table.ts';
import { announcementChannel, chimeChannel } from './alexa-speakers.ts';
import { answerableTexts } from './answerable-texts.ts';
import { demonstrationPhones } from './demonstration-phones.ts';
import { deskChannel } from './desk.ts';
import { notifyChannels } from './notify.ts';
import { pushChannel } from './web-push.ts';
import { webhookChannel } from './webhook.ts';

/** The ways to reach people that the settings open, those over the device bus apart. In the demonstration phones are pretended. */
export function channelsFor(config: Config, table: Table, clock: Clock): readonly Channel[] {
  const { notify, webhook, push, isProduction } = config;
  const phones = notify !== undefined ? notifyChannels(notify, clock).map((channel) => (channel.name === 'text' ? answerableTexts(channel, table) : channel)) : isProduction ? [] : demonstrationPhones();
  return [
    deskChannel, ...phones, ...(webhook === undefined ? [] : [webhookChannel({ secret: webhook.secret, mayBePrivate: !isProduction })]), ...alexaChannels(config, clock), ...(push === undefined ? [] : [pushChannel(push)]),
  ];
}

function alexaChannels({ alexa }: Config, clock: Clock): readonly Channel[] {
  if (alexa === undefined) return [];
  const api = createApiClient();
  return [chimeChannel({ clientId: alexa.clientId, clientSecret: alexa.clientSecret }, alexa.stage, api, clock), ...(alexa.refreshToken === undefined ? [] : [announcementChannel(alexa, api, clock, alexa.hasScreens)])];
}
