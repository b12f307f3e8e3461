import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { instant } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { iotBus } from './bus/iot-bus.ts';
import { keysIn } from './bus/signed-for-aws.ts';
import { builtOnce } from './built-once.ts';
import { quietScreens } from './channels/quiet-screens.ts';
import { readCouncils } from './councils.ts';
import { turnLog } from './figures/turn-log.ts';
import { buildServices } from './services.ts';
import type { Settings } from './settings-from-secrets.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';

const parts = builtOnce(build, Date.now, process.env);

/** Alexa calls this. Built once for each cold start; async, because Node 24 on Lambda takes no callbacks. */
export async function handler(event: RequestEnvelope): Promise<ResponseEnvelope> {
  const { ask, turns } = await parts();
  const response = await ask(event);
  // Once we have answered, this process may stand still for good.
  await turns.flush();
  return response;
}

function build(settings: Settings) {
  const councils = readCouncils(settings);
  const [config] = councils;
  if (config.store.kind !== 'dynamodb') throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB: set STORE=dynamodb.');
  const table = openDynamodbTable(config.store);
  const clock = () => instant(Date.now());
  const turns = turnLog(table, skillLog(lineLog(clock)));
  const screens = config.iotDataUrl === undefined ? [] : quietScreens(iotBus({ url: config.iotDataUrl, region: config.store.region, keys: keysIn(settings), clock }));
  return { ask: buildServices(config, { councils, table, turns, channels: Object.fromEntries(screens.map((screen) => [screen.name, screen])) }).ask, turns };
}
