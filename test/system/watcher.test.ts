// Promise: when the engine stands still, a process that is not the engine says so, and says when it goes again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { startServer, type RealServer } from '../support/real-server.ts';
import { until } from '../support/running-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'my-care-watcher-'));
let server: RealServer | undefined;
let watcher: ChildProcess | undefined;
let receiver: Server | undefined;
afterAll(async () => {
  await server?.kill('SIGKILL');
  watcher?.kill('SIGKILL');
  receiver?.closeAllConnections();
  receiver?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a server that was killed is alarmed of by the watcher, once, and found well when it is back', async () => {
  const alarms: string[] = [];
  const desk = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); });
    request.on('end', () => { alarms.push((JSON.parse(body) as { kind: string }).kind); response.end(); });
  });
  receiver = desk;
  await new Promise<void>((resolve) => { desk.listen(0, '127.0.0.1', resolve); });
  const env = { WEBHOOK_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/`, WEBHOOK_SECRET: 'known-to-both-sides-of-this-test-0123456789', WATCH_AFTER_SECONDS: '12' };
  server = await startServer(folder, env);
  let said = '';
  watcher = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('../../lambda/watch.ts', import.meta.url))], { env: { PATH: process.env['PATH'], DATA_DIR: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  watcher.stdout?.on('data', (data: Buffer) => { said += data.toString(); });
  watcher.stderr?.on('data', (data: Buffer) => { said += data.toString(); });
  await new Promise((resolve) => { setTimeout(resolve, 6_000); });
  expect(said).not.toContain('engine-stalled');
  await server.kill('SIGKILL');
  await until(() => said, (all) => all.includes('engine-stalled'), 30_000);
  await until(() => alarms, (all) => all.length > 0);
  server = await startServer(folder, env);
  await until(() => said, (all) => all.includes('engine-well-again'), 30_000);
  expect(alarms).toEqual(['something-is-stuck']);
}, 120_000);
