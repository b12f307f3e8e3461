// Four ways in which files of others are brought in, over a store in a folder, so that each can be begun by a process that is killed and ended by another.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertIdFrom } from '../../models/alert/index.ts';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { instant, personId, type Instant, type LocalDate } from '../../models/shared/index.ts';
import type { VisitSource } from '../../models/visits-in/index.ts';
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { readConfig } from '../../lambda/config.ts';
import { moneyInDesk } from '../../lambda/console/money-in-desk.ts';
import { syncServices } from '../../lambda/directory/index.ts';
import { buildServices, type Services } from '../../lambda/services.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { loadDirectory } from '../../lambda/store/directory-store.ts';
import { moneyFileStore } from '../../lambda/store/money-file-rows.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import type { Table } from '../../lambda/store/table.ts';
import { visitRunStore } from '../../lambda/store/visit-run-rows.ts';
import { visitSourceStore } from '../../lambda/store/visit-source-rows.ts';
import { bringInAtOnce } from '../../lambda/visits-in/bring-in-at-once.ts';
import { finishBrokenOff } from '../../lambda/visits-in/finish-broken-off.ts';
import { visitRuns } from '../../lambda/visits-in/visit-runs.ts';
import { lookInFolder } from '../../lambda/visits-in/watch-folder.ts';
import { harrow, now, someone } from '../store/people.ts';

export const imports = ['visits', 'folder', 'money', 'directory'] as const;
export type Import = (typeof imports)[number];

const people = Array.from({ length: 24 }, (_, number) => `person-${number}`);
const days = Array.from({ length: 6 }, (_, day) => `2026-12-${String(day + 3).padStart(2, '0')}`);
const source: VisitSource = { id: 'rota', name: 'Rota', provider: { id: 'brightway', name: 'Brightway', phone: '01632 960200', officeContact: 'Ann', lateAfterMinutes: 15 }, names: 'first-name-first', workerNames: { E1: 'Tom' }, heardEveryHours: 24, columns: { ref: 'ref', client: 'client', start: 'start', end: 'end', worker: 'worker', status: 'status' } };

/** The week as the agency first had it, or as it is now: one visit later, and one called off, for everybody. */
function rota(which: 'first' | 'now'): Buffer {
  const rows = people.flatMap((name) => days.map((day, place) => [`${name}-${place}`, name, `${day} ${which === 'now' && place === 1 ? '14:00' : '12:00'}`, `${day} ${which === 'now' && place === 1 ? '14:30' : '12:30'}`, 'E1', which === 'now' && place === 2 ? 'Cancelled' : ''].join(',')));
  return Buffer.from(['ref,client,start,end,worker,status', ...rows, ''].join('\n'));
}

const money = Buffer.from(['Council number,Date,Kind,Amount,Reference', ...people.flatMap((name, number) => [`${name},01/12/2026,Allocation,10.${10 + number},A-${number}`, `${name},01/12/2026,Payment,3.50,P-${number}`]), ''].join('\n'));
const services = (which: 'first' | 'now') => JSON.stringify(Array.from({ length: which === 'now' ? 400 : 300 }, (_, number) => ({ id: `s${number}`, name: `Service ${number} ${which}`, status: 'active', description: 'What it is about. '.repeat(60 + number % 7) })));

/** Everybody, with what was brought in before. */
export async function prepare(folder: string): Promise<void> {
  const table = openStoreFile(folder);
  const sources = visitSourceStore(table);
  for (const name of people) await createPerson(table, someone(name));
  await sources.keep(harrow, source, 0);
  for (const name of people) await sources.link(harrow, source.id, name, personId(name));
  await bringInAtOnce(visitRuns(partsOver(table), harrow, () => 'first'), { source, fileName: 'rota.csv', bytes: rota('first'), by: 'staff:okafor' });
  writeFileSync(join(folder, 'services.json'), services('first'));
  await sync(table, folder);
  await table.close();
  writeFileSync(join(folder, 'services.json'), services('now'));
  const own = join(folder, 'put', source.id);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'rota.csv'), rota('now'));
  utimesSync(join(own, 'rota.csv'), now / 1_000 - 60, now / 1_000 - 60);
}

/** Brings it in, as its process would after a start: what was left half way is gone on with first. */
export async function bringIn(what: Import, folder: string, begun: () => void = () => undefined): Promise<void> {
  const table = openStoreFile(folder);
  begun();
  switch (what) {
    case 'visits': case 'folder': {
      // After a minute nobody works at what was left.
      await finishBrokenOff(partsOver(table, instant(now + 120_000)), harrow);
      if (what === 'folder') await lookInFolder({ folder: join(folder, 'put'), council: harrow, services: partsOver(table, instant(now + 240_000)), newId: randomUUID });
      else await bringInAtOnce(visitRuns(partsOver(table, instant(now + 240_000)), harrow, randomUUID), { source, fileName: 'rota.csv', bytes: rota('now'), by: 'staff:okafor' });
      break;
    }
    case 'money': await moneyInDesk(servicesOver(table), harrow).bringIn({ source: 'oracle', owner: '', fileName: 'money.csv', part: 1, bytes: money, by: { id: 'lund', name: 'Ms Lund', isApprover: true }, actor: 'staff:lund' }); break;
    case 'directory': await sync(table, folder); break;
  }
  await table.close();
}

/** What everybody would be told: visits, alerts and money of each person, and the directory; and whether anything lies half done. */
export async function heldIn(folder: string) {
  const table = openStoreFile(folder);
  const [records, alerts] = [personRecords(table), alertStore(table)];
  const held = [];
  for (const name of people) {
    const record = (await records.byPerson(harrow, personId(name)))!;
    const entries = await records.entries(harrow, personId(name));
    const visits = visitsBetween(record.visitBook, days[0] as LocalDate, days.at(-1) as LocalDate, 'Europe/London').map(({ id, on, from, status }) => `${id} ${on} ${from} ${status}`);
    const told = (await alerts.list(harrow, personId(name), alertIdFrom(instant(0)), '~')).map(({ kind, facts }) => `${kind} ${String(facts['visitId'] ?? '')}`).sort();
    held.push({ name, visits, told, money: entries.map(({ number, kind, amountPence }) => `${number} ${kind} ${amountPence}`), figures: record.budget?.figures });
  }
  const directory = await loadDirectory(table, harrow);
  const runs = (await visitRunStore(table).list(harrow)).map(({ state }) => state);
  const moneyFilesEnded = (await moneyFileStore(table).newest(harrow)).map(({ finishedAt }) => finishedAt !== undefined);
  await table.close();
  return { moneyFilesEnded, people: held, services: directory?.services.map(({ name }) => name), runs, lying: readdirSync(join(folder, 'put', source.id)).filter((name) => name.endsWith('.csv')) };
}

/** Each look at the clock takes it a little further, so that work is kept in stretches as it is in life. */
function partsOver(table: Table, from: Instant = now) {
  let looks = 0;
  const clock = () => instant(from + 60 * (looks += 1));
  const log = { event: () => undefined, fault: (code: string, _about: object, cause: unknown) => { throw new Error(code, { cause }); } };
  const wake = () => undefined;
  const alerts = alertDesk({ store: alertStore(table), clock, channels: {}, log, councils: () => Promise.resolve({ desk: [] }), wait: () => Promise.resolve() }, wake);
  return { table, clock, log: { ...log, refused: () => undefined }, alerts, wake, records: personRecords(table), rules: ruleStore(table, clock) };
}

/** The whole of the service, for what asks more of it. A fault is the end of it. */
function servicesOver(table: Table): Services {
  const { clock, log } = partsOver(table);
  return buildServices(readConfig({}), { table, clock, log });
}

async function sync(table: Table, folder: string): Promise<void> {
  await syncServices({ from: join(folder, 'services.json'), get: () => Promise.reject(new Error('Nothing is fetched here')), table, council: harrow, at: now, say: () => undefined });
}
