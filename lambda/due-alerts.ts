import { SQSClient } from '@aws-sdk/client-sqs';
import { councilId } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { queueDue, queueNew } from './alerts/due-queue.ts';
import { lookAtQueued, newlyDue, type PartlyFailed, type QueueEvent, type StreamEvent } from './alerts/due-events.ts';
import { engineFor } from './alerts/engine-for.ts';
import { sqsQueue } from './alerts/sqs-queue.ts';
import { builtOnce } from './built-once.ts';
import { lambdaParts } from './lambda-parts.ts';
import type { Settings } from './settings-from-secrets.ts';
import { moveDue } from './store/due-by-council.ts';
import { beat } from './store/engine-beat.ts';

const parts = builtOnce(build, Date.now, process.env);

/** EventBridge, every minute: what is due until the next is queued, each to the second. Leaves a sign of life for the alarm. */
export async function tick(): Promise<void> {
  const { table, clock, queue, engines } = await parts();
  const councils = [...engines.keys()];
  // While a new version is let in, the one before may still put what is due where it was found then.
  await Promise.all(councils.map(async (council) => moveDue(table, council)));
  await queueDue({ table, councils, queue, clock });
  await Promise.all(councils.map(async (council) => beat(table, council, clock())));
}

/** SQS: each thing at its time. */
export async function look(event: QueueEvent): Promise<PartlyFailed> {
  return lookAtQueued(event, (await parts()).engines);
}

/** The table's stream: what was put in for sooner than the next tick does not wait for it. */
export async function stream(event: StreamEvent): Promise<void> {
  await queueNew(newlyDue(event), await parts());
}

function build(settings: Settings) {
  const { config, services, channels } = lambdaParts(settings);
  if (config.dueQueueUrl === undefined) throw new CareError('config-is-wrong', 'On Lambda what is due goes through a queue: set DUE_QUEUE_URL.');
  const { table, clock, log, councils } = services;
  const engines = new Map(councils.map((own) => [councilId(own.councilId), engineFor({ ...services, config: own }, log, channels).engine]));
  return { table, clock, engines, queue: sqsQueue(new SQSClient({}), config.dueQueueUrl) };
}
