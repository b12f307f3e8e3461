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

/** Ten seconds of the process are one of ours: its own patience with a receiver, five seconds, must not run out for that. */
const speed = 10;

/** What Margaret is told that night by the process itself, started once for each stretch of it, by the clock that it believes in. */
async function throughTheNight(stretches: readonly (readonly [from: string, to: string])[], at: readonly string[]): Promise<readonly { readonly at: string; readonly lateSeconds: number }[]> {
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
  running.push({ receiver });
  await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const from = instant(Date.parse(stretches[0]![0]));
  const table = openStoreFile(folder);
  await seedDemonstration({ table, links: speakerLinks(table), now: from });
  const routine = (time: string): Routine => ({
    id: `at-${time.replace(':', '')}`, does: { kind: 'say', words: `It is ${time}.` }, days: [1, 2, 3, 4, 5, 6, 7], at: time as LocalTime, startsOn: '2026-01-01' as LocalDate, notOn: [], alsoOn: [],
    bankHolidays: { nation: 'england-and-wales', rule: 'as-usual' }, setBy: 'susan', setByName: 'Susan', agreed: { at: from, how: 'writing' },
  });
  await changeRoutines(table, harrow, margaret, () => ({ routines: at.map(routine) }));
  await alertStore(table).saveReach(harrow, margaret, () => ({ person: [{ id: 'room', channel: 'webhook', value: url, isVerified: true }], members: {} }));
  // The night is the very time that is tested: nothing is kept quiet.
  await ruleStore(table, () => from).change(harrow, 'night', { id: 'night', councilId: harrow, scope: { kind: 'council' }, kind: 'routine-prompt', quietHours: null }, { by: { id: 'staff:test', name: 'Test' } });
  await bringUpToDate(table, harrow, from, (cause) => { throw cause; });
  await table.close();
  for (const [startsAt, endsAt] of stretches) {
    const server = await startServer(folder, { WEBHOOK_URL: url, WEBHOOK_SECRET: 'known-to-both-sides-of-this-test-0123456789' }, `@${startsAt.slice(0, 19).replace('T', ' ')} x${speed}`);
    running.push({ server });
    await new Promise((resolve) => { setTimeout(resolve, (Date.parse(endsAt) - Date.parse(startsAt)) / speed); });
    await server.kill('SIGKILL');
  }
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

/** What takes a second of ours looks like ten to the process. */
const mostLateSeconds = 60;

type Told = Awaited<ReturnType<typeof throughTheNight>>;
let spring: Told = [];
let autumn: Told = [];
/** Both nights at once: each waits for its own clock most of the time. */
beforeAll(async () => {
  if (!hasFaketime) return;
  [spring, autumn] = await Promise.all([
    throughTheNight([['2027-03-28T00:54:00Z', '2027-03-28T01:06:00Z']], ['00:58', '01:02', '02:04']),
    throughTheNight([['2026-10-25T00:54:00Z', '2026-10-25T00:59:30Z'], ['2026-10-25T01:55:00Z', '2026-10-25T02:04:00Z']], ['01:58', '02:02']),
  ]);
}, 180_000);

where('in spring the hour that is missing costs nobody a reminder', () => {
  expect(spring.map(({ at }) => at)).toEqual(['00:58Z at-0058', '01:02Z at-0102', '01:04Z at-0204']);
  expect(spring.filter(({ lateSeconds }) => lateSeconds < 0 || lateSeconds > mostLateSeconds)).toEqual([]);
});

where('in autumn the hour that comes twice brings a reminder once', () => {
  expect(autumn.map(({ at }) => at)).toEqual(['00:58Z at-0158', '02:02Z at-0202']);
  expect(autumn.filter(({ lateSeconds }) => lateSeconds < 0 || lateSeconds > mostLateSeconds)).toEqual([]);
});
