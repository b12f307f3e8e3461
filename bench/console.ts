import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { councilId, instant } from '../models/shared/index.ts';
import { consoleServices } from '../lambda/console/console-services.ts';
import { madeUpIdentities } from '../lambda/demonstration/made-up-identities.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';
import { bringUpToDate } from '../lambda/store/bring-up-to-date.ts';
import { sessions } from '../lambda/store/session-rows.ts';
import { consolePages } from '../web/console/console.ts';
import { createTemplates } from '../web/templates.ts';
import { spreadOf, table, times } from './figures.ts';
import { fill, skillOver } from './household-of-many.ts';

const at = instant(Date.UTC(2026, 11, 1, 8, 0));
const sizes = [10, 10_000];
const rounds = 30;
const ofMargaret = (who: string, ...ends: readonly string[]) => ends.map((end) => [who, `/people/margaret${end}`] as const);
const looked: readonly (readonly [who: string, path: string])[] = [
  ...ofMargaret('margaret', '', '/alerts', '/budget', '/requests', '/services', '/services/ideas', '/visits', '/visits-done', '/jobs', '/circle', '/calendars', '/speech', '/phrases', '/goals', '/consent', '/feedback', '/wellbeing', '/devices'),
  ...ofMargaret('susan', '/routines', '/messages'), ...ofMargaret('adviser', '/about', '/set-up', '/rehearse'), ...ofMargaret('auditor', '/audit'),
  ['adviser', '/requests'], ['adviser', '/people?name=margaret'], ['adviser', '/catalogue'], ['adviser', '/providers'], ['adviser', '/achieved'], ['desk', '/desk'], ['desk', '/rules'], ['desk', '/rules/reach'],
];

function nobody(who: string): never {
  throw new Error(`There is no ${who} to be`);
}

/** Each page with few and with many people stored, over HTTP, taking turns in one run. */
export async function consoleBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-bench-console-'));
  const houses = [];
  for (const people of sizes) {
    const store = openSqliteTable(join(folder, `${people}.sqlite`));
    await fill(store, people, at);
    const services = skillOver(store, at);
    await bringUpToDate(store, councilId('harrow'), at, (cause) => { throw cause; });
    const app = express().use(consolePages({ services: consoleServices(services, { madeUp: madeUpIdentities, sendCode: () => Promise.resolve() }), templates: createTemplates(), log: { fault: (code, _about, cause) => { throw new Error(code, { cause }); } } }));
    const server = createServer(app);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    houses.push({ people, store, server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, found: new Map<string, number[]>() });
  }
  for (let round = 0; round < rounds + 5; round += 1) {
    for (const { store, origin, found } of houses) {
      for (const [who, path] of looked) {
        const token = await sessions(store).start(madeUpIdentities.find(({ key }) => key === who)?.identity ?? nobody(who), at);
        const started = performance.now();
        const response = await fetch(origin + path, { headers: { Cookie: `my_care_session=${token}` } });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
        if (round >= 5) found.set(path, [...found.get(path) ?? [], performance.now() - started]);
      }
    }
  }
  const [few, many] = houses;
  table('Pages of the console over HTTP, in milliseconds', ['page', `p50 of ${sizes[0]}`, `p50 of ${sizes[1]}`, `p99 of ${sizes[1]}`, 'many against few'], looked.map(([, path]) => {
    const [one, other] = [spreadOf(few?.found.get(path) ?? []), spreadOf(many?.found.get(path) ?? [])];
    return [path, one.p50.toFixed(1), other.p50.toFixed(1), other.p99.toFixed(1), times(other.p50, one.p50)];
  }));
  for (const { store, server } of houses) {
    server.closeAllConnections();
    server.close();
    await store.close();
  }
  rmSync(folder, { recursive: true });
}
