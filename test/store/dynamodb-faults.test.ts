// Promise: when DynamoDB is busy, slow or silent, nothing is kept twice and nothing is called kept that may not be.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { TransactionCanceledException, type DynamoDBClient, type TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { dynamodbTable, openDynamodbTable } from '../../lambda/store/dynamodb-table.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import type { Operation } from '../../lambda/store/table.ts';
import { hasDynamodbEngine, startDynamodbEngine, type Engine } from './dynoxide.ts';
import { harrow, keepPeople, margaret, now } from './people.ts';

type Fault = 'conflict' | 'throttled' | 'throttled-inside' | 'lost-before' | 'lost-after' | 'forbidden';
const key = { pk: 'margaret', sk: 'visits' };
const put = (version: number, ...when: Operation['when']): Operation => ({ do: 'put', row: { ...key, version, doc: '{}' }, when });

const describeHere = hasDynamodbEngine ? describe : describe.skip;
describeHere(hasDynamodbEngine ? 'DynamoDB in trouble' : 'DynamoDB in trouble: skipped, dynoxide is not installed here', () => {
  let engine: Engine;
  let client: DynamoDBClient;
  let tableName: string;
  beforeAll(async () => { engine = await startDynamodbEngine(); });
  afterAll(async () => engine.stop());
  beforeEach(async () => { ({ client, tableName } = await engine.newTable()); });

  const inTrouble = (...faults: Fault[]) => {
    const { faulty, tokens } = faultyClient(client, faults);
    return { table: dynamodbTable(faulty, tableName), tokens };
  };

  test.each<[string, Fault[]]>([
    ['others in the way', ['conflict', 'conflict', 'conflict']],
    ['too many requests', ['throttled', 'throttled-inside', 'throttled']],
  ])('tries again after %s, as the same request', async (_title, faults) => {
    const { table, tokens } = inTrouble(...faults);
    expect(await table.transact([put(1, { if: 'absent' })])).toEqual({ kind: 'done' });
    expect(tokens).toHaveLength(4);
    expect(new Set(tokens).size).toBe(1);
    expect((await table.get(key))?.version).toBe(1);
  });

  test('gives up after six tries, with nothing kept', async () => {
    const { table, tokens } = inTrouble(...Array<Fault>(9).fill('conflict'));
    expect(await table.transact([put(1)])).toEqual({ kind: 'refused', failed: [] });
    expect(tokens).toHaveLength(6);
    expect(await dynamodbTable(client, tableName).get(key)).toBeUndefined();
  });

  test('never tries a failed condition a second time', async () => {
    const { table, tokens } = inTrouble();
    await table.transact([put(1)]);
    expect(await table.transact([put(1, { if: 'absent' })])).toEqual({ kind: 'refused', failed: [0] });
    expect(tokens).toHaveLength(2);
  });

  test.each<[string, Fault, number | undefined]>([
    ['was never received', 'lost-before', undefined],
    ['was kept but not confirmed', 'lost-after', 1],
  ])('calls it unknown when the request %s', async (_title, fault, version) => {
    const { table, tokens } = inTrouble(fault);
    expect(await table.transact([put(1)])).toEqual({ kind: 'unknown' });
    expect(tokens).toHaveLength(1);
    expect((await table.get(key))?.version).toBe(version);
  });

  test('reads again after throttling or silence, up to twice', async () => {
    expect(await inTrouble('throttled', 'lost-before').table.get(key)).toBeUndefined();
    expect(await inTrouble('lost-after', 'throttled').table.query({ by: 'pk', pk: 'margaret' })).toEqual({ rows: [] });
    await expect(inTrouble('throttled', 'throttled', 'lost-before').table.get(key)).rejects.toMatchObject({ code: 'store-does-not-answer' });
  });

  test('does not try again what it may not do', async () => {
    await expect(inTrouble('forbidden').table.get(key)).rejects.toMatchObject({ code: 'store-does-not-answer' });
    await expect(inTrouble('forbidden').table.transact([put(1)])).rejects.toMatchObject({ code: 'store-does-not-answer' });
  });

  describe('while a change is saved', () => {
    const change = { idempotencyKey: 'heard', at: now, messageBook: { forPerson: [], wordLeft: [] }, audit: [] };
    const saveWith = async (...faults: Fault[]) => {
      await keepPeople(dynamodbTable(client, tableName), ['margaret']);
      const { faulty } = faultyClient(client, faults, 'after the first read');
      const records = personRecords(dynamodbTable(faulty, tableName));
      const record = await records.byPerson(harrow, margaret);
      const result = await records.save(record!, change);
      const after = await personRecords(dynamodbTable(client, tableName)).byPerson(harrow, margaret);
      return { result: result.kind, isKept: after?.messageBook.forPerson.length === 0 };
    };

    test('finds out that it was kept after all', async () => {
      expect(await saveWith('lost-after')).toEqual({ result: 'saved', isKept: true });
    });

    test('does not know when no mark of it is found', async () => {
      expect(await saveWith('lost-before')).toEqual({ result: 'unknown', isKept: false });
    });

    test('does not know when the mark cannot be read', async () => {
      expect(await saveWith('lost-after', 'throttled', 'throttled', 'throttled')).toEqual({ result: 'unknown', isKept: true });
    });

    test('asks for another look when others stay in the way', async () => {
      expect(await saveWith(...Array<Fault>(6).fill('conflict'))).toEqual({ result: 'changed-meanwhile', isKept: false });
    });
  });

  test('gives up waiting for an engine that says nothing', async () => {
    const callers: Socket[] = [];
    const silent = createServer((caller) => callers.push(caller)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const table = openDynamodbTable({ tableName, region: 'eu-west-2', endpoint: `http://127.0.0.1:${port}` });
    const started = performance.now();
    expect(await table.transact([put(1)])).toEqual({ kind: 'unknown' });
    expect(performance.now() - started).toBeLessThan(3_000);
    await table.close();
    for (const caller of callers) caller.destroy();
    silent.close();
  });
});

/** A client that goes wrong as told, one fault for each request, and then works. Remembers the token of each transaction. */
function faultyClient(client: DynamoDBClient, faults: readonly Fault[], from: 'at once' | 'after the first read' = 'at once') {
  const left = [...faults];
  const tokens: unknown[] = [];
  let requests = 0;
  const send = async (command: TransactWriteItemsCommand): Promise<unknown> => {
    requests += 1;
    if ('ClientRequestToken' in command.input) tokens.push(command.input.ClientRequestToken);
    const fault = from === 'after the first read' && requests === 1 ? undefined : left.shift();
    if (fault === undefined) return client.send(command);
    if (fault === 'lost-after') await client.send(command);
    throw faultOf(fault);
  };
  return { faulty: { send, destroy: () => undefined } as unknown as DynamoDBClient, tokens };
}

function faultOf(fault: Fault): Error {
  switch (fault) {
    case 'conflict': return cancelled('TransactionConflict');
    case 'throttled-inside': return cancelled('ThrottlingError');
    case 'throttled': return named('ThrottlingException');
    case 'forbidden': return named('AccessDeniedException');
    case 'lost-before': case 'lost-after': return named('TimeoutError');
  }
}

const cancelled = (code: string) => new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: [{ Code: code }, { Code: 'None' }] });
const named = (name: string) => Object.assign(new Error(name), { name });
