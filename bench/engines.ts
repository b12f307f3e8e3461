import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { instant } from '../models/shared/index.ts';
import { alexaRouter } from '../lambda/alexa/alexa-router.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';
import { hasDynamodbEngine, startDynamodbEngine } from '../test/store/dynoxide.ts';
import { microseconds, spreadOf, table, times } from './figures.ts';
import { fill, skillOver } from './household-of-many.ts';
import { nextVisitRequest, timeTurns } from './turns.ts';

const at = instant(Date.UTC(2026, 11, 1, 8, 0));
const rounds = 20;
const perRound = 50;

/** The same turn end to end: on SQLite in a file, on DynamoDB's engine, and over HTTP. */
export async function engines(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-bench-'));
  const sqlite = openSqliteTable(join(folder, 'store.sqlite'));
  await fill(sqlite, 100, at);
  const onSqlite = skillOver(sqlite, at).ask;
  const http = await overHttp(onSqlite);
  const engine = hasDynamodbEngine ? await startDynamodbEngine() : undefined;
  const dynamodb = (await engine?.newTable())?.table;
  if (dynamodb !== undefined) await fill(dynamodb, 100, at);
  const onDynamodb = dynamodb === undefined ? undefined : skillOver(dynamodb, at).ask;

  const ways = [
    { name: 'SQLite, in the process', ask: onSqlite, found: [] as number[] },
    { name: 'SQLite, over HTTP', ask: http.ask, found: [] as number[] },
    ...(onDynamodb === undefined ? [] : [{ name: 'DynamoDB’s engine (dynoxide)', ask: onDynamodb, found: [] as number[] }]),
  ];
  const requests = () => Array.from({ length: perRound }, () => nextVisitRequest('margaret', at));
  for (const way of ways) await timeTurns(way.ask, requests());
  for (let round = 0; round < rounds; round += 1) for (const way of ways) way.found.push(...await timeTurns(way.ask, requests()));
  const floor = spreadOf(ways[0]?.found ?? []).p50;
  table('The same turn end to end', ['', 'p50', 'p99', 'p50 against SQLite'], ways.map(({ name, found }) => {
    const spread = spreadOf(found);
    return [name, microseconds(spread.p50), microseconds(spread.p99), times(spread.p50, floor)];
  }));
  if (onDynamodb === undefined) console.log('  DynamoDB’s engine is not on this machine, so it was left out.');

  http.close();
  await sqlite.close();
  await dynamodb?.close();
  await engine?.stop();
  rmSync(folder, { recursive: true });
}

async function overHttp(invoke: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>) {
  const quiet = { refused: () => undefined, fault: () => undefined };
  const server = createServer(express().use(alexaRouter({ invoke, verify: 'skip', log: quiet })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alexa`;
  const ask = async (envelope: RequestEnvelope) => {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(envelope), headers: { 'content-type': 'application/json' } });
    return await answer.json() as ResponseEnvelope;
  };
  return { ask, close: () => server.close() };
}
