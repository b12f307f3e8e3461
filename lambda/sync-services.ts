import { instant, councilId } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { readConfig } from './config.ts';
import { getJson, syncServices } from './directory/index.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { openTable } from './store/open-table.ts';

const config = readConfig(process.env);
const table = openTable(config.store);
const clock = () => instant(Date.now());
const log = skillLog(lineLog(clock));

/** EventBridge, each night: the council's feed is read anew. Fails aloud, so that its alarm rings, and leaves the directory as it was. */
export async function handler(): Promise<{ readonly services: number }> {
  if (config.servicesFeed === undefined) throw new CareError('config-is-wrong', 'There is no feed to read: set SERVICES_FEED.');
  const get = getJson({ wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }) });
  const result = await syncServices({ from: config.servicesFeed, get, table: await table, council: councilId(config.councilId), at: clock(), say: () => undefined });
  if (result.kind === 'synced') return { services: result.services };
  log.fault('directory-not-synced', { reason: result.reason, records: result.report.length }, undefined);
  throw new CareError('directory-not-synced', `The directory was not read anew: ${result.reason}.`);
}
