// Promise: the real process, living through both nights on which the clocks change, tells every reminder once: never early, not late, none twice and none missed.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Routine } from '../../models/routine/index.ts';
import { councilId, instant, personId, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { changeRoutines } from '../../lambda/store/routine-rows.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import { hasFaketime, startServer, type RealServer } from '../support/real-server.ts';
import { until } from '../support/running-house.ts';

const harrow = councilId('harrow');
const margaret = personId('margaret');
const folders: string[] = [];
const running: { readonly server?: RealServer; readonly receiver?: Server }[] = [];
afterAll(async () => {
  for (const { server, receiver } of running) {
    await server?.kill('SIGKILL');
    receiver?.closeAllConnections();
    receiver?.close();
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What Margaret is told that night by the process itself: the words and the moments, by the clock that it believes in. */
async function throughTheNight(startsAt: string, endsAt: string, speed: number, at: readonly string[]): Promise<readonly { readonly at: string; readonly lateSeconds: number }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-clock-'));
  folders.push(folder);
  const told: { alertId: string; sentAt: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); });
    request.on('end', () => {
      const said = JSON.parse(body) as { event: string; kind?: string; alertId: string; sentAt: string };
      if (said.event === 'told' && said.kind === 'routine-prompt') told.push(said);
      response.end();
    });
  });
  await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const from = instant(Date.parse(startsAt));
  const table = openStoreFile(folder);
  await seedDemonstration({ table, links: speakerLinks(table), now: from });
  const routine = (time: string): Routine => ({
    id: `at-${time.replace(':', '')}`, does: { kind: 'say', words: `It is ${time}.` }, days: [1, 2, 3, 4, 5, 6, 7], at: time as LocalTime, startsOn: '2026-01-01' as LocalDate, notOn: [], alsoOn: [],
    bankHolidays: { nation: 'england-and-wales', rule: 'as-usual' }, setBy: 'susan', setByName: 'Susan', agreed: { at: from, how: 'writing' },
  });
  await changeRoutines(table, harrow, margaret, () => ({ routines: at.map(routine) }));
  await alertStore(table).saveReach(harrow, margaret, () => ({ person: [{ id: 'room', channel: 'webhook', value: url, isVerified: true }], members: {} }));
  // The night is the very time that is tested: nothing is kept quiet.
  await ruleStore(table, () => from).change(harrow, 'night', { id: 'night', councilId: harrow, scope: { kind: 'council' }, kind: 'routine-prompt', quietHours: null });
  await bringUpToDate(table, harrow, from);
  await table.close();
  const server = await startServer(folder, { WEBHOOK_URL: url, WEBHOOK_SECRET: 'known-to-both-sides-of-this-test-0123456789' }, `@${startsAt.slice(0, 19).replace('T', ' ')} x${speed}`);
  running.push({ server, receiver });
  await new Promise((resolve) => { setTimeout(resolve, (Date.parse(endsAt) - Date.parse(startsAt)) / speed); });
  await until(() => told.length, (count) => count >= at.length - 1, 20_000).catch(() => undefined);
  await server.kill('SIGKILL');
  const kept = openStoreFile(folder);
  const alerts = (await alertStore(kept).list(harrow, margaret, '2026', '2028')).filter(({ kind }) => kind === 'routine-prompt');
  await kept.close();
  return told.map(({ alertId, sentAt }) => {
    const due = alerts.find(({ id }) => id === alertId)!.plannedFor;
    return { at: `${new Date(due).toISOString().slice(11, 16)}Z ${alertId.split('.').at(-1) ?? ''}`, lateSeconds: (Date.parse(sentAt) - due) / 1_000 };
  }).toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

if (!hasFaketime) console.warn('SKIPPED: the real process across the clock changes, for want of Debian’s faketime on this machine.');
const where = hasFaketime ? test : test.skip;

/** A second of the process is a sixtieth or less of ours: what it takes to send looks that much longer. */
const mostLateSeconds = 60;

type Told = Awaited<ReturnType<typeof throughTheNight>>;
let spring: Told = [];
let autumn: Told = [];
/** Both nights at once: each waits for its own clock most of the time. */
beforeAll(async () => {
  if (!hasFaketime) return;
  [spring, autumn] = await Promise.all([
    throughTheNight('2027-03-28T00:50:00Z', '2027-03-28T01:36:00Z', 60, ['00:55', '01:30', '02:05', '02:30']), throughTheNight('2026-10-24T23:50:00Z', '2026-10-25T02:12:00Z', 150, ['00:55', '01:30', '02:05']),
  ]);
}, 180_000);

where('in spring the hour that is missing costs nobody a reminder', () => {
  expect(spring.map(({ at }) => at)).toEqual(['00:55Z at-0055', '01:05Z at-0205', '01:30Z at-0130', '01:30Z at-0230']);
  expect(spring.filter(({ lateSeconds }) => lateSeconds < 0 || lateSeconds > mostLateSeconds)).toEqual([]);
});

where('in autumn the hour that comes twice brings a reminder once', () => {
  expect(autumn.map(({ at }) => at)).toEqual(['00:30Z at-0130', '02:05Z at-0205', '23:55Z at-0055']);
  expect(autumn.filter(({ lateSeconds }) => lateSeconds < 0 || lateSeconds > mostLateSeconds)).toEqual([]);
});
