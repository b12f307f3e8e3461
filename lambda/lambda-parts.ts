import type { Channel, ChannelName } from '../models/alert/index.ts';
import { instant } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { devicesOnIot, type DevicesOnIot } from './board/devices-on-iot.ts';
import { channelsFor } from './channels/channels-for.ts';
import type { Config } from './config.ts';
import { readCouncils, type Councils } from './councils.ts';
import { turnLog, type TurnLog } from './figures/turn-log.ts';
import { buildServices, type Services } from './services.ts';
import { keysIn } from './bus/signed-for-aws.ts';
import type { Settings } from './settings-from-secrets.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';

interface LambdaParts { readonly config: Config; readonly councils: Councils; readonly services: Services; readonly channels: Partial<Record<ChannelName, Channel>>; readonly turns: TurnLog; readonly devices: DevicesOnIot | undefined }

/** What every function that tells people things is made of: the services on DynamoDB, and the ways to reach people. */
export function lambdaParts(settings: Settings): LambdaParts {
  const councils = readCouncils(settings);
  const [config] = councils;
  if (config.store.kind !== 'dynamodb') throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB: set STORE=dynamodb.');
  const clock = () => instant(Date.now());
  const log = skillLog(lineLog(clock));
  const table = openDynamodbTable(config.store);
  const turns = turnLog(table, log);
  const devices = devicesOnIot(config, table, keysIn(settings), clock);
  const channels = Object.fromEntries([...channelsFor(councils, table, clock), ...devices?.channels ?? []].map((channel) => [channel.name, channel]));
  return { config, councils, channels, turns, devices, services: buildServices(config, { councils, table, clock, log, channels, turns }) };
}
