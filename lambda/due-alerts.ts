import { SQSClient } from '@aws-sdk/client-sqs';
import { instant } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { queueDue, queueNew } from './alerts/due-queue.ts';
import { lookAtQueued, newlyDue, type PartlyFailed, type QueueEvent, type StreamEvent } from './alerts/due-events.ts';
import { engineFor } from './alerts/engine-for.ts';
import { sqsQueue } from './alerts/sqs-queue.ts';
import { channelsFor } from './channels/channels-for.ts';
import { readConfig } from './config.ts';
import { buildServices } from './services.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { openDynamodbTable } from './store/dynamodb-table.ts';
import { beat } from './store/engine-beat.ts';

const config = readConfig(process.env);
if (config.store.kind !== 'dynamodb' || config.dueQueueUrl === undefined) throw new CareError('config-is-wrong', 'On Lambda the store is DynamoDB and what is due goes through a queue: set STORE=dynamodb and DUE_QUEUE_URL.');
const clock = () => instant(Date.now());
const table = openDynamodbTable(config.store);
const log = skillLog(lineLog(clock));
const channels = Object.fromEntries(channelsFor(config, table, clock).map((channel) => [channel.name, channel]));
const { engine } = engineFor(buildServices(config, { table, clock, log, channels }), log, channels);
const queue = sqsQueue(new SQSClient({}), config.dueQueueUrl);

/** EventBridge, every minute: what is due until the next is queued, each to the second. Leaves a sign of life for the alarm. */
export async function tick(): Promise<void> {
  await queueDue({ table, queue, clock });
  await beat(table, clock());
}

/** SQS: each thing at its time. */
export async function look(event: QueueEvent): Promise<PartlyFailed> {
  return lookAtQueued(event, engine);
}

/** The table's stream: what was put in for sooner than the next tick does not wait for it. */
export async function stream(event: StreamEvent): Promise<void> {
  await queueNew(newlyDue(event), { queue, clock });
}
