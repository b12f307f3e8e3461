import { councilId, instant } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { builtOnce } from './built-once.ts';
import { readConfig } from './config.ts';
import { getJson, syncServices } from './directory/index.ts';
import type { Settings } from './settings-from-secrets.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';

const parts = builtOnce(build, Date.now, process.env);

/** EventBridge, each night: the council's feed is read anew. Fails aloud, so that its alarm rings, and leaves the directory as it was. */
export async function handler(): Promise<{ readonly services: number }> {
  const { feed, council, table, clock, log, get } = await parts();
  const result = await syncServices({ from: feed, get, table, council, at: clock(), say: () => undefined });
  if (result.kind === 'synced') return { services: result.services };
  log.fault('directory-not-synced', { reason: result.reason, records: result.report.length }, undefined);
  throw new CareError('directory-not-synced', `The directory was not read anew: ${result.reason}.`);
}

function build(settings: Settings) {
  const config = readConfig(settings);
  if (config.store.kind !== 'dynamodb' || config.servicesFeed === undefined) throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB, and the feed has to be said: set STORE=dynamodb and SERVICES_FEED.');
  const clock = () => instant(Date.now());
  return { feed: config.servicesFeed, council: councilId(config.councilId), table: openDynamodbTable(config.store), clock, log: skillLog(lineLog(clock)), get: getJson({ wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }) }) };
}
