import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { CareError } from '../skill/care-error.ts';
import { readConfig } from './config.ts';
import { buildServices } from './services.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';

const config = readConfig(process.env);
if (config.store.kind !== 'dynamodb') throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB: set STORE=dynamodb.');
const { ask } = buildServices(config, { table: openDynamodbTable(config.store) });

/** Alexa calls this. Built once for each cold start; async, because Node 24 on Lambda takes no callbacks. */
export async function handler(event: RequestEnvelope): Promise<ResponseEnvelope> {
  return ask(event);
}
