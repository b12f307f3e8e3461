import { councilId, instant } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { builtOnce } from './built-once.ts';
import { readCouncils } from './councils.ts';
import { getJson, syncServices } from './directory/index.ts';
import type { Settings } from './settings-from-secrets.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';

const parts = builtOnce(build, Date.now, process.env);

/** EventBridge, each night: each council's feed is read anew. Where one fails the others are read all the same; then it fails aloud, so that its alarm rings, and leaves that directory as it was. */
export async function handler(): Promise<{ readonly services: number }> {
  const { feeds, table, clock, log, get } = await parts();
  const reasons: string[] = [];
  let services = 0;
  for (const { feed, council } of feeds) {
    const result = await syncServices({ from: feed, get, table, council, at: clock(), say: () => undefined });
    if (result.kind === 'synced') services += result.services;
    else {
      reasons.push(result.reason);
      log.fault('directory-not-synced', { council, reason: result.reason, records: result.report.length }, undefined);
    }
  }
  if (reasons.length > 0) throw new CareError('directory-not-synced', `The directory was not read anew: ${reasons.join(', ')}.`);
  return { services };
}

function build(settings: Settings) {
  const councils = readCouncils(settings);
  const [{ store }] = councils;
  const feeds = councils.flatMap(({ councilId: council, servicesFeed: feed }) => (feed === undefined ? [] : [{ feed, council: councilId(council) }]));
  if (store.kind !== 'dynamodb' || feeds.length === 0) throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB, and the feed has to be said: set STORE=dynamodb and SERVICES_FEED.');
  const clock = () => instant(Date.now());
  return { feeds, table: openDynamodbTable(store), clock, log: skillLog(lineLog(clock)), get: getJson({ wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }) }) };
}
