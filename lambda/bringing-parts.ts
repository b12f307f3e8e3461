import { councilId, instant, type CouncilId } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { alertDesk } from './alerts/alert-desk.ts';
import { desksOf } from './alerts/desk-addresses.ts';
import { engineLog } from './alerts/engine-log.ts';
import { channelsFor } from './channels/channels-for.ts';
import { readCouncils } from './councils.ts';
import type { Settings } from './settings-from-secrets.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { alertStore } from './store/alert-store.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';
import { personRecords } from './store/person-records.ts';
import { ruleStore } from './store/rule-rows.ts';
import type { BringingServices } from './visits-in/person-looked-at.ts';

/** What functions that bring visits in are made of, and no more: they talk to nobody, and link no speaker. */
export function bringingParts(settings: Settings): { readonly services: BringingServices; readonly councils: readonly CouncilId[] } {
  const councils = readCouncils(settings);
  const [config] = councils;
  if (config.store.kind !== 'dynamodb') throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB: set STORE=dynamodb.');
  const clock = () => instant(Date.now());
  const [table, log] = [openDynamodbTable(config.store), skillLog(lineLog(clock))];
  const channels = Object.fromEntries(channelsFor(councils, table, clock).map((channel) => [channel.name, channel]));
  // The table's stream wakes the engine.
  const wake = () => undefined;
  const alerts = alertDesk({ store: alertStore(table), clock, channels, log: engineLog(log), councils: desksOf(councils), wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); }) }, wake);
  return { councils: councils.map((own) => councilId(own.councilId)), services: { table, clock, log, alerts, wake, records: personRecords(table), rules: ruleStore(table, clock) } };
}
