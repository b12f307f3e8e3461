// Promise: a council can leave with all its data: everything of it is written in forms that others read, proved by reading it back, and then removed to the last row, with nothing of another council's touched.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { councilId, instant, localDate, personId } from '../../models/shared/index.ts';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { demonstrationServicesPath, seedServices } from '../../lambda/directory/index.ts';
import { apiKeys, scopes } from '../../lambda/store/api-key-rows.ts';
import { assistantKeyRows } from '../../lambda/store/assistant-key-rows.ts';
import { beginOnce } from '../../lambda/store/idempotent-rows.ts';
import { calendarFeedRows } from '../../lambda/store/calendar-feed-rows.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { deviceStore } from '../../lambda/store/device-rows.ts';
import { dueOperation } from '../../lambda/store/due-index.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { sealedTalks } from '../../lambda/store/sealed-talks.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import type { Row, Table } from '../../lambda/store/table.ts';
import { rememberTexted } from '../../lambda/store/texted-rows.ts';
import { renewVisitCode } from '../../lambda/store/visit-code-rows.ts';
import { workerStore } from '../../lambda/store/worker-rows.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { putBack, rowsOfExport, rowsOfFile } from '../../scripts/drill/copy-rows.ts';
import { removeCouncil } from '../../scripts/leave/remove.ts';
import { nameOf, rowsOfCouncil } from '../../scripts/leave/rows-of-council.ts';
import { writeOut, type Manifest } from '../../scripts/leave/write-out.ts';

const brent = councilId('brent');
const bess = personId('bess');
const now = instant(Date.parse('2026-12-01T10:00:00Z'));
let store: string;
let folder: string;
let table: Table;

beforeEach(async () => {
  [store, folder] = [mkdtempSync(join(tmpdir(), 'leave-store-')), mkdtempSync(join(tmpdir(), 'leave-'))];
  table = openStoreFile(store);
  await seedDemonstration({ table, links: speakerLinks(table), now });
  await settleInBrent();
}, 60_000);
afterEach(async () => {
  await table.close();
  for (const each of [store, folder]) rmSync(each, { recursive: true, force: true });
});

/** Somebody with a row of every kind that is found before its council is known. */
async function settleInBrent(): Promise<void> {
  const [one] = demonstrationPeople(localDate(now, 'Europe/London'), now, () => ({ salt: '', hash: '' }));
  const { about: _, ...person } = one!;
  await createPerson(table, { ...person, councilId: brent, personId: bess, household: { ...person.household, councilId: brent, personId: bess, name: { full: 'Bess Brown', preferred: 'Bess' } } });
  await seedServices({ path: demonstrationServicesPath, table, council: brent, at: now, say: () => undefined });
  const identity = { kind: 'person' as const, councilId: brent, id: 'bess', name: 'Bess', personId: bess };
  const links = speakerLinks(table);
  await links.createLinkCode(brent, bess, now);
  await links.linkByUnit(brent, bess, { key: speakerKeyOf('amzn1.bess'), alexaId: 'amzn1.bess' }, now);
  await sessions(table).start(identity, now);
  await sessions(table).start({ kind: 'staff', councilId: brent, id: 's', name: 'S', roles: ['adviser'] }, now);
  const keys = apiKeys(table);
  const key = await keys.known(await keys.make({ councilId: brent, name: 'rota', scopes }, now));
  await beginOnce(table, key!.id, 'first', 'hash', now);
  const assistants = assistantKeyRows(table);
  const given = await assistants.known((await assistants.add({ identity, personId: bess, name: 'A', may: ['talk'], madeAt: now }))!);
  await sealedTalks(table, given!.id, 'secret').keep('talk', { isOpen: true }, now);
  const calendars = calendarFeedRows(table);
  await calendars.add(brent, { viewer: identity, personId: bess, choices: { titles: 'plain', withRoutines: false }, madeAt: now });
  const [feed] = await calendars.list(brent, bess);
  await calendars.keepRevisions(feed!.id, 0, []);
  await deviceStore(table).add({ deviceId: 'tv-of-bess', kind: 'board', councilId: brent, personId: bess, name: 'TV', shows: 'names', wordHash: 'x', pairedAt: now });
  await renewVisitCode(table, brent, bess, 'staff', now);
  await workerStore(table).keepCode(brent, 'kindly-care', 'ABCD2345', { by: 'staff', at: now });
  await rememberTexted(table, '+447700900555', { councilId: brent, personId: bess, alertId: 'a', at: now });
  await table.transact([dueOperation(now, { kind: 'plan', councilId: brent, personId: bess })]);
}

const all = (): readonly Row[] => [...rowsOfFile(join(store, 'my-care.sqlite'))];
const own = async (): Promise<readonly Row[]> => {
  const names = await rowsOfCouncil('brent', all, table);
  return all().filter((row) => names.has(nameOf(row)));
};
const leave = async (): Promise<Manifest> => writeOut({ council: 'brent', folder, table, rows: await own(), now });
const remove = () => removeCouncil({ folder, council: 'brent', table, rows: all });

test('everything is written in forms that others read, and can be put back whole', async () => {
  const manifest = await leave();
  expect(manifest.files.map(({ path }) => path)).toEqual(['people/bess/everything-held.json', 'people/bess/everything-held.txt', 'money.csv', 'audit.csv', 'visits.csv', 'directory/services.json', 'rows.jsonl']);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(JSON.parse(read('people/bess/everything-held.json'))).toMatchObject({ format: 'my-care-everything-held', personId: 'bess' });
  expect(read('people/bess/everything-held.txt')).toContain('Bess Brown');
  const entries = await personRecords(table).entries(brent, bess);
  expect(read('money.csv').trim().split(/\r?\n/)).toHaveLength(entries.length + 1);
  expect(read('visits.csv').split(/\r?\n/).length).toBeGreaterThan(20);
  const { contents } = JSON.parse(read('directory/services.json')) as { readonly contents: readonly { readonly id: string; readonly name: string }[] };
  expect(contents.length).toBe(manifest.counts.services);
  expect(contents.length).toBeGreaterThan(20);
  expect([manifest.counts.people, manifest.counts.entries, manifest.counts.rows]).toEqual([1, entries.length, (await own()).length]);
  const back = openSqliteTable(':memory:');
  expect(await putBack(rowsOfExport(join(folder, 'rows.jsonl')), back)).toBe(manifest.counts.rows);
  expect(await personRecords(back).byPerson(brent, bess)).toEqual(await personRecords(table).byPerson(brent, bess));
  await back.close();
  expect(all().filter(({ doc }) => doc.includes('margaret')).some(({ doc }) => read('rows.jsonl').includes(doc))).toBe(false);
});

test('then all of it is removed, and of the other council every byte is as it was', async () => {
  const before = all();
  const theirs = new Set((await own()).map(nameOf));
  await leave();
  const removal = await remove();
  expect(removal).toEqual({ council: 'brent', removed: theirs.size, left: 0, others: { before: before.length - theirs.size, after: before.length - theirs.size, changed: 0 } });
  expect(all()).toEqual(before.filter((row) => !theirs.has(nameOf(row))));
  expect(all().filter((row) => /brent|\bbess\b/i.test(JSON.stringify(row)))).toEqual([]);
  const gone = new Set(before.filter((row) => theirs.has(nameOf(row))).map(({ pk }) => pk.split('#')[0]));
  for (const kind of ['person', 'council', 'speaker', 'code', 'session', 'sessions', 'api-key', 'assistant', 'talks', 'calendar', 'device', 'visit-code', 'organisation-code', 'texted', 'request', 'due']) expect(gone).toContain(kind);
  expect(JSON.parse(readFileSync(join(folder, 'removed.json'), 'utf8'))).toEqual(removal);
});

test('nothing is removed that was not written out as it is now', async () => {
  await leave();
  await table.transact([dueOperation(instant(now + 1), { kind: 'plan', councilId: brent, personId: bess })]);
  await expect(remove()).rejects.toThrow('the rows are not those that were written out');
  rmSync(folder, { recursive: true });
  await leave();
  writeFileSync(join(folder, 'money.csv'), 'nothing');
  await expect(remove()).rejects.toThrow('Nothing was removed: money.csv is not as it was written');
  await expect(removeCouncil({ folder, council: 'harrow', table, rows: all })).rejects.toThrow('This folder is of brent, not of harrow');
  expect(await personRecords(table).byPerson(brent, bess)).toBeDefined();
});

test('one that broke off goes on', async () => {
  const { counts } = await leave();
  let calls = 0;
  const breaking: Table = { ...table, transact: async (operations) => { calls += 1; return calls > 1 ? { kind: 'unknown' } : table.transact(operations); } };
  await expect(removeCouncil({ folder, council: 'brent', table: breaking, rows: all })).rejects.toThrow('Run the same again');
  expect(await remove()).toMatchObject({ removed: counts.rows - 50, left: 0, others: { changed: 0 } });
});
