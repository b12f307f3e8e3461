import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DueItem } from '../../models/alert/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import { rowFromItem } from '../store/dynamodb-items.ts';
import { dueItemIn, readDueItem } from '../store/due-index.ts';
import type { Engine } from './engine.ts';

/** As much of the events that AWS sends as is read. Sources: AWS Lambda documentation, “Using Lambda with Amazon SQS” and “with Amazon DynamoDB”. */
export interface QueueEvent { readonly Records: readonly { readonly messageId: string; readonly body: string }[] }
export interface StreamEvent { readonly Records: readonly { readonly eventName?: string; readonly dynamodb?: { readonly NewImage?: Readonly<Record<string, AttributeValue>> } }[] }
export interface PartlyFailed { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }

/** Looks at each thing that the queue gives back, by its council's engine. One that cannot even be read, or is of a council that is not served, fails by itself and ends with the dead letters. */
export async function lookAtQueued({ Records }: QueueEvent, engines: ReadonlyMap<CouncilId, Pick<Engine, 'look'>>): Promise<PartlyFailed> {
  const failed: { itemIdentifier: string }[] = [];
  await Promise.all(Records.map(async ({ messageId, body }) => {
    const item = readDueItem(body);
    const engine = item === undefined ? undefined : engines.get(item.due.councilId);
    if (item === undefined || engine === undefined) failed.push({ itemIdentifier: messageId });
    else await engine.look(item);
  }));
  return { batchItemFailures: failed };
}

/** What a stream of the table says was newly put into the due-index. */
export function newlyDue({ Records }: StreamEvent): readonly DueItem[] {
  return Records.flatMap(({ eventName, dynamodb }) => {
    const image = dynamodb?.NewImage;
    return eventName === 'REMOVE' || image === undefined ? [] : dueItemIn(rowFromItem({ ...image })) ?? [];
  });
}
