// Promise: however often the server is killed while alerts are coming in, none that it took is lost, and a second telling is the exception.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { councilId, instant } from '../../models/shared/index.ts';
import { apiKeys } from '../../lambda/store/api-key-rows.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import { startServer, type RealServer } from '../support/real-server.ts';
import { until } from '../support/running-house.ts';

/** A hundred by hand: KILLS=100 npm run jest -- test/system/alerts-crash. */
const kills = Number(process.env['KILLS'] ?? 12);
const perLife = 6;
const leftToFinish = 6;
const council = councilId('harrow');
let folder: string;
let key: string;
let receiver: Server;
let server: RealServer | undefined;
/** How often each alert came to the council's own system. */
const arrived = new Set<string>();
/** How often each single telling came: a second time only where nobody could know of the first. */
const tellings = new Map<string, number>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'my-care-alerts-crash-'));
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); });
    request.on('end', () => {
      const { alertId, attemptId } = JSON.parse(body) as { alertId: string; attemptId: string };
      arrived.add(alertId);
      tellings.set(attemptId, (tellings.get(attemptId) ?? 0) + 1);
      response.end();
    });
  });
  await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
  const table = openStoreFile(folder);
  key = await apiKeys(table).make({ councilId: council, name: 'stream', scopes: ['alerts:raise'] }, instant(Date.now()));
  // Told again every minute, so that what a second kill took is heard of soon.
  await ruleStore(table, () => instant(Date.now())).change(council, 'soon', { id: 'soon', councilId: council, scope: { kind: 'council' }, kind: 'help-wanted', ladder: { rungs: [{ afterMinutes: 0, to: ['desk'], by: 'usual' }, { afterMinutes: 1, to: ['desk'], by: 'usual' }], repeat: { everyMinutes: 1, rungs: 1 } } }, { by: { id: 'staff:test', name: 'Test' } });
  await table.close();
}, 60_000);
afterAll(async () => {
  await server?.kill('SIGKILL');
  receiver.closeAllConnections();
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

test(`of alerts raised through ${kills} kills every one that was taken arrives`, async () => {
  const env = { WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, WEBHOOK_SECRET: 'known-to-both-sides-of-this-test-0123456789' };
  const taken = new Set<string>();
  let number = 0;
  let answeredInMs = 0;
  for (let life = 0; life < kills; life += 1) {
    server = await startServer(folder, env);
    const { address } = server;
    const started = performance.now();
    const asking = Promise.all(Array.from({ length: perLife }, () => raise(address, (number += 1), taken)));
    if (life % leftToFinish === 0) {
      await asking;
      answeredInMs = Math.max(answeredInMs, performance.now() - started);
    } else {
      // A different moment each time: from at once to some way into the telling.
      await wait(answeredInMs * 3 * ((life * 41) % 97) / 97);
    }
    await server.kill('SIGKILL');
    await asking;
  }
  server = await startServer(folder, env);
  // What a killed process had claimed is told again once its lease has run out; where that one was killed too, by the ladder's next rung, a minute later.
  await until(() => [...taken].filter((id) => !arrived.has(id)), (missing) => missing.length === 0, 240_000);
  const again = [...tellings.values()].filter((times) => times > 1).length;
  console.info(`${kills} kills: ${taken.size} alerts taken, none lost; of ${tellings.size} tellings ${again} came twice`);
  expect(taken.size).toBeGreaterThan(kills);
  expect(Math.max(...tellings.values())).toBeLessThanOrEqual(2);
  expect(again).toBeLessThanOrEqual(kills * 2);
}, 1_200_000);

async function raise(address: string, number: number, taken: Set<string>): Promise<void> {
  try {
    const response = await fetch(`${address}/api/alerts`, {
      method: 'POST', headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({ personId: ['margaret', 'dev', 'joyce'][number % 3], kind: 'help-wanted', name: `stream-${number}`, occursAt: new Date().toISOString() }),
    });
    if (response.status === 201) taken.add((await response.json() as { id: string }).id);
  } catch {
    // The line went dead: whether it was taken nobody knows, so nothing is promised of it.
  }
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => { setTimeout(resolve, milliseconds); });
