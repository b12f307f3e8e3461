import { randomUUID } from 'node:crypto';
import { TransactionCanceledException, TransactWriteItemsCommand, type DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { conditionFor } from './dynamodb-conditions.ts';
import { itemFromRow } from './dynamodb-items.ts';
import { isOurMistake, isThrottled, pause } from './dynamodb-retry.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Operation, TransactResult } from './table.ts';

const tries = 6;
const worthAnotherTry: readonly string[] = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * Keeps all operations or none. Tries again, as one and the same request, only when DynamoDB says that others were in the
 * way or that there were too many requests; after six such tries it is refused with no failed position. Anything
 * else unclear, a time-out above all, is `unknown`: the caller must look before it speaks.
 */
export async function transactWithRetry(client: DynamoDBClient, tableName: string, operations: readonly Operation[]): Promise<TransactResult> {
  const command = new TransactWriteItemsCommand({ ClientRequestToken: randomUUID(), TransactItems: operations.map((operation) => writeItem(tableName, operation)) });
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const result = await attemptOnce(client, command);
    if (result !== 'again') return result;
    if (attempt < tries) await pause(attempt);
  }
  return { kind: 'refused', failed: [] };
}

async function attemptOnce(client: DynamoDBClient, command: TransactWriteItemsCommand): Promise<TransactResult | 'again'> {
  try {
    await client.send(command);
    return { kind: 'done' };
  } catch (fault) {
    if (fault instanceof TransactionCanceledException) return cancelled(fault);
    if (isThrottled(fault)) return 'again';
    if (isOurMistake(fault)) throw new StoreDoesNotAnswer(fault);
    return { kind: 'unknown' };
  }
}

/** A condition that does not hold decides it, whatever else stood in the way. */
function cancelled(fault: TransactionCanceledException): TransactResult | 'again' {
  const codes = (fault.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  const failed = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  if (failed.length > 0) return { kind: 'refused', failed };
  if (codes.some((code) => worthAnotherTry.includes(code))) return 'again';
  throw new StoreDoesNotAnswer(fault);
}

function writeItem(tableName: string, operation: Operation): TransactWriteItem {
  const about = { TableName: tableName, ...conditionFor(operation) };
  if (operation.do === 'put') return { Put: { ...about, Item: itemFromRow(operation.row) } };
  const target = { ...about, Key: { pk: { S: operation.key.pk }, sk: { S: operation.key.sk } } };
  if (operation.do === 'delete') return { Delete: target };
  if (operation.do === 'check') return { ConditionCheck: { ...target, ConditionExpression: target.ConditionExpression ?? '' } };
  return { Update: { ...target, UpdateExpression: operation.index === undefined ? 'ADD #version :one REMOVE idx' : 'SET idx = :idx ADD #version :one' } };
}
