import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DueQueue, Queued } from './due-queue.ts';

const mostInABatch = 10;
const batchesAtOnce = 20;
const mostTries = 4;

/** Amazon SQS as the queue: ten messages a call, each with its own delay (900 seconds at most), and with its council for a group: of a standard queue SQS gives the groups their turns (“Amazon SQS fair queues”), so that one with many waits behind itself. Throws when some would not go: the tick comes again. */
export function sqsQueue(client: SQSClient, queueUrl: string): DueQueue {
  return {
    send: async (queued) => {
      const batches = Array.from({ length: Math.ceil(queued.length / mostInABatch) }, (_, number) => queued.slice(number * mostInABatch, (number + 1) * mostInABatch));
      const workers = Array.from({ length: Math.min(batchesAtOnce, batches.length) }, async () => {
        for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) await sendBatch(batch);
      });
      await Promise.all(workers);
    },
  };

  async function sendBatch(batch: readonly Queued[]): Promise<void> {
    let left = batch;
    for (let tries = 0; tries < mostTries && left.length > 0; tries += 1) {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({
        QueueUrl: queueUrl, Entries: left.map(({ item, delaySeconds }, place) => ({ Id: String(place), MessageBody: JSON.stringify(item), DelaySeconds: delaySeconds, MessageGroupId: item.due.councilId })),
      }));
      const failed = new Set(Failed.map(({ Id }) => Id));
      left = left.filter((_, place) => failed.has(String(place)));
    }
    if (left.length > 0) throw new Error(`${left.length} items could not be queued`);
  }
}
