// Promise: on AWS the very engine of one machine is driven by a minute tick, a queue and the table's stream: nothing is told early, nothing waits for a tick that need not, and what comes twice is told once.
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from '@jest/globals';
import type { DueItem } from '../../models/alert/index.ts';
import { councilId, instant, personId, type CouncilId, type Instant } from '../../models/shared/index.ts';
import { lookAtQueued, newlyDue, type StreamEvent } from '../../lambda/alerts/due-events.ts';
import { queueDue, queueNew, type DueQueue, type Queued } from '../../lambda/alerts/due-queue.ts';
import { sqsQueue } from '../../lambda/alerts/sqs-queue.ts';
import { itemFromRow } from '../../lambda/store/dynamodb-items.ts';
import { dueOperation } from '../../lambda/store/due-index.ts';
import { alertWorld, harrow, margaret, type AlertWorld } from '../support/alert-world.ts';
import { listenLocally } from '../support/local-server.ts';

/** AWS's part: a tick at every full minute, a queue that gives each message back after its delay, and a stream of what is put in. */
function aws(world: AlertWorld, { twice = false, tickLateMs = 0 } = {}) {
  const waiting: { at: number; body: string }[] = [];
  const queue: DueQueue = {
    send: (queued: readonly Queued[]) => {
      for (const { item, delaySeconds } of queued) {
        expect(delaySeconds).toBeLessThanOrEqual(900);
        for (let copies = 0; copies < (twice ? 2 : 1); copies += 1) waiting.push({ at: world.now() + delaySeconds * 1_000, body: JSON.stringify(item) });
      }
      return Promise.resolve();
    },
  };
  const clock = () => world.now();
  let messages = 0;
  return {
    clock, queue,
    until: async (end: Instant) => {
      for (let time = world.now() as number; time <= end; time += 1_000) {
        world.setClock(time as Instant);
        if ((time - tickLateMs) % 60_000 === 0) await queueDue({ table: world.table, councils: [harrow], queue, clock });
        for (const message of waiting.filter(({ at }) => at <= time)) {
          waiting.splice(waiting.indexOf(message), 1);
          expect(await lookAtQueued({ Records: [{ messageId: `m-${(messages += 1)}`, body: message.body }] }, new Map([[harrow, world.engine]]))).toEqual({ batchItemFailures: [] });
        }
      }
    },
  };
}

const at = (text: string) => instant(Date.parse(text));

describe('minute by minute', () => {
  test.each([{}, { tickLateMs: 13_000 }, { twice: true }])('with %o a reminder is told in its own second, once, and escalates in its time', async (trouble) => {
    const world = await alertWorld({ at: '2026-12-01T07:57' });
    const cloud = aws(world, trouble);
    await world.raise({ kind: 'visit-late', name: 'seven', plannedFor: at('2026-12-01T08:00:07Z'), occursAt: at('2026-12-01T08:00:00Z') });
    await cloud.until(at('2026-12-01T08:06:30Z'));
    expect(world.arrived.map(({ at: when, channel, isAgain }) => `${when} ${channel}${isAgain ? ' again' : ''}`)).toEqual(['08:00:07 board', '08:05:07 board again']);
  });

  test('what is raised between two ticks comes by the stream, at once', async () => {
    const world = await alertWorld({ at: '2026-12-01T08:00' });
    const cloud = aws(world);
    await cloud.until(at('2026-12-01T08:00:20Z'));
    await world.raise({ kind: 'help-wanted', name: 'fall' });
    const [operation] = [dueOperation(world.now(), { kind: 'alert', councilId: harrow, personId: margaret, alertId: (await world.store.list(harrow, margaret, '2026', '2027')).at(-1)!.id })];
    if (operation.do !== 'put') throw new Error('a put');
    // As the stream tells of it. Source: AWS documentation, “DynamoDB Streams record”.
    const event: StreamEvent = { Records: [{ eventName: 'INSERT', dynamodb: { NewImage: itemFromRow(operation.row) } }, { eventName: 'REMOVE', dynamodb: {} }, { eventName: 'INSERT', dynamodb: { NewImage: { pk: { S: 'person#harrow#margaret' }, sk: { S: 'reach' }, version: { N: '1' }, doc: { S: '{}' } } } }] };
    expect(await queueNew(newlyDue(event), cloud)).toBe(1);
    await cloud.until(at('2026-12-01T08:00:21Z'));
    expect(world.arrived.map(({ at: when }) => when)[0]).toBe('08:00:20');
  });

  test('what is due far ahead waits in the index, not in the queue', async () => {
    const world = await alertWorld({ at: '2026-12-01T08:00' });
    const sent: Queued[] = [];
    const queue: DueQueue = { send: (queued) => { sent.push(...queued); return Promise.resolve(); } };
    const item: DueItem = { at: at('2026-12-01T12:00:00Z'), due: { kind: 'plan', councilId: harrow, personId: margaret }, tries: 0 };
    expect(await queueNew([item], { queue, clock: () => world.now() })).toBe(0);
    await world.raise({ kind: 'visit-late', name: 'noon', plannedFor: item.at });
    expect(await queueDue({ table: world.table, councils: [harrow], queue, clock: () => world.now() })).toBe(0);
    expect(sent).toEqual([]);
  });

  test('ten thousand due at eight are queued by one tick, each with its own seconds', async () => {
    const world = await alertWorld({ at: '2026-12-01T07:59' });
    for (let person = 0; person < 10_000; person += 50) {
      await world.table.transact(Array.from({ length: 50 }, (_, more) => dueOperation(at('2026-12-01T08:00:00Z'), { kind: 'alert', councilId: harrow, personId: `p${person + more}` as never, alertId: 'x' })));
    }
    const sent: Queued[] = [];
    const queue: DueQueue = { send: (queued) => { sent.push(...queued); return Promise.resolve(); } };
    expect(await queueDue({ table: world.table, councils: [harrow], queue, clock: () => world.now() })).toBe(10_000);
    expect(new Set(sent.map(({ delaySeconds }) => delaySeconds))).toEqual(new Set([60]));
  });

  test('of a council with thousands due, and another with one, the one is queued among the first two; what is urgent before all else', async () => {
    const world = await alertWorld({ at: '2026-12-01T07:59' });
    const brent = councilId('brent');
    const due = (councilId: CouncilId, alertId: string) => dueOperation(at('2026-12-01T08:00:00Z'), { kind: 'alert', councilId, personId: margaret, alertId });
    for (let alert = 0; alert < 3_000; alert += 50) await world.table.transact(Array.from({ length: 50 }, (_, more) => due(harrow, `20261201T0800.${alert < 1_500 ? 'help-wanted' : 'visit-late'}.n${alert + more}`)));
    await world.table.transact([due(brent, '20261201T0800.help-wanted.x'), due(brent, '20261201T0800.visit-late.x')]);
    const sent: Queued[] = [];
    expect(await queueDue({ table: world.table, councils: [harrow, brent], queue: { send: (queued) => { sent.push(...queued); return Promise.resolve(); } }, clock: () => world.now() })).toBe(3_002);
    expect(sent.flatMap(({ item }, place) => (item.due.councilId === brent ? [place] : []))).toEqual([1, 1_502]);
    expect(sent.slice(0, 1_501).every(({ item }) => item.due.kind === 'alert' && item.due.alertId.includes('.help-wanted.'))).toBe(true);
  });

  test('a message that nobody can read fails by itself', async () => {
    const world = await alertWorld();
    const good = JSON.stringify({ at: world.now(), due: { kind: 'plan', councilId: harrow, personId: margaret }, tries: 0 });
    const bad = ['', '{', '{}', '{"at":"soon","due":{"kind":"plan"},"tries":0}', '{"at":1,"due":{"kind":"launch","councilId":"harrow"},"tries":0}', '{"at":1,"due":{"kind":"plan","councilId":"elsewhere","personId":"margaret"},"tries":0}'];
    const event = { Records: [...bad.map((body, place) => ({ messageId: `bad-${place}`, body })), { messageId: 'good', body: good }] };
    expect(await lookAtQueued(event, new Map([[harrow, world.engine]]))).toEqual({ batchItemFailures: bad.map((_, place) => ({ itemIdentifier: `bad-${place}` })) });
  });
});

describe('Amazon SQS', () => {
  interface Entry { readonly Id: string; readonly MessageBody: string; readonly DelaySeconds: number; readonly MessageGroupId: string }
  const queueUrl = 'https://sqs.eu-west-2.amazonaws.com/000000000000/my-care-due';
  const queued = (count: number): readonly Queued[] => Array.from({ length: count }, (_, number) => ({ item: { at: at('2026-12-01T08:00:00Z'), due: { kind: 'plan', councilId: harrow, personId: personId(`p${number}`) }, tries: 0 }, delaySeconds: number % 61 }));

  /** Answers as Amazon documents. Source: Amazon SQS API reference, SendMessageBatch, JSON protocol. */
  async function sqs(fails: (id: string, call: number) => boolean) {
    const batches: (readonly Entry[])[] = [];
    const { address, close } = await listenLocally((request, response) => {
      void text(request).then((body) => {
        const { QueueUrl, Entries } = JSON.parse(body) as { readonly QueueUrl: string; readonly Entries: readonly Entry[] };
        batches.push(Entries);
        const call = batches.length;
        const isKnown = request.headers['x-amz-target'] === 'AmazonSQS.SendMessageBatch' && QueueUrl === queueUrl && Entries.length <= 10;
        response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(JSON.stringify({
          Successful: Entries.filter(({ Id }) => !fails(Id, call)).map(({ Id, MessageBody }) => ({ Id, MessageId: `m-${Id}`, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') })),
          Failed: Entries.filter(({ Id }) => fails(Id, call)).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
        }));
      });
    });
    const client = new SQSClient({ region: 'eu-west-2', endpoint: address, useQueueUrlAsEndpoint: false, credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1 });
    return { batches, queue: sqsQueue(client, queueUrl), close: () => { client.destroy(); return close(); } };
  }

  test('takes ten at a time, each with its delay and its whole item', async () => {
    const { batches, queue, close } = await sqs(() => false);
    await queue.send(queued(25));
    await close();
    expect(batches.map(({ length }) => length).toSorted()).toEqual([10, 10, 5]);
    expect(new Set(batches.flat().map(({ MessageBody }) => MessageBody)).size).toBe(25);
    expect(new Set(batches.flat().map(({ MessageGroupId }) => MessageGroupId))).toEqual(new Set(['harrow']));
    expect(batches.flat().every(({ DelaySeconds, MessageBody }) => DelaySeconds === Number(/"p(\d+)"/.exec(MessageBody)?.[1]) % 61)).toBe(true);
  });

  test('those it would not take are sent again', async () => {
    const { batches, queue, close } = await sqs((id, call) => id === '1' && call === 1);
    await queue.send(queued(3));
    await close();
    expect(batches.map(({ length }) => length)).toEqual([3, 1]);
  });

  test('what it never takes is not kept quiet about', async () => {
    const { queue, close } = await sqs(() => true);
    await expect(queue.send(queued(2))).rejects.toThrow('2 items could not be queued');
    await close();
  });
});
