// Promise: while a new version is let in beside the old, nobody's record is unreadable and no alert is dropped: what the one wrote, the other reads, or leaves as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { alertKnowledge } from '../../lambda/alerts/alert-knowledge.ts';
import { alertEngine } from '../../lambda/alerts/engine.ts';
import { reachedByPhone } from '../../lambda/alerts/engine-for.ts';
import type { EngineParts } from '../../lambda/alerts/engine-parts.ts';
import { lookAtQueued } from '../../lambda/alerts/due-events.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { moveDue } from '../../lambda/store/due-by-council.ts';
import { dueOperation, everyDueBy, dueShards } from '../../lambda/store/due-index.ts';
import { fairnessOf } from '../../lambda/store/figure-rows.ts';
import { alertKey, fairnessKey } from '../../lambda/store/keys.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { documentOf } from '../../lambda/store/row-document.ts';
import { everySetAside } from '../../lambda/store/set-aside-rows.ts';
import { spokenPartNames } from '../../lambda/store/spoken-parts.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Row, Table } from '../../lambda/store/table.ts';
import type { Delivery } from '../../models/alert/index.ts';
import { councilId, instant, personId, type Instant } from '../../models/shared/index.ts';

const [harrow, margaret] = [councilId('harrow'), personId('margaret')];
const begun = { councilId: harrow, personId: margaret, alertId: '20261130T1000.help-wanted.begun' };
const told = instant(Date.parse('2026-11-30T10:00:00Z'));
const minutes = (count: number) => instant(told + count * 60_000);
const folder = join(import.meta.dirname, 'older-versions');
type Document = ReturnType<typeof JSON.parse>;

/** Margaret as a version of that day kept her, in the midst of a call for help. The rows are of that version's own code. */
async function keptBy(version: string): Promise<Table> {
  const table = openSqliteTable(':memory:');
  const rows = JSON.parse(readFileSync(join(folder, version), 'utf8')) as (Omit<Row, 'doc'> & { readonly doc: object })[];
  await table.transact(rows.map((row) => ({ do: 'put', row: { ...row, doc: JSON.stringify(row.doc) }, when: [] })));
  await moveDue(table, harrow);
  return table;
}

function engineOn(table: Table) {
  let now: Instant = told;
  const sent: Delivery[] = [];
  const faults: string[] = [];
  const channel = (name: 'text' | 'email' | 'desk') => ({ name, proves: ['accepted'] as const, send: (delivery: Delivery) => { sent.push(delivery); return Promise.resolve({ kind: 'accepted' } as const); } });
  const parts: EngineParts = {
    council: harrow, table, store: reachedByPhone(alertStore(table)), clock: () => now, knows: alertKnowledge, wait: (milliseconds) => (milliseconds < 5_000 ? Promise.resolve() : new Promise(() => undefined)), channels: { text: channel('text'), email: channel('email'), desk: channel('desk') },
    councils: () => Promise.resolve({ rules: [], desk: [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true }], zone: 'Europe/London' }), log: { event: () => undefined, fault: (code) => { faults.push(code); } },
  };
  const nothing = () => Promise.resolve();
  return { engine: alertEngine(parts, { device: nothing, figures: nothing, requestExpiry: nothing }), alerts: alertDesk(parts, () => undefined), sent, faults, at: (later: Instant) => { now = later; } };
}

/** The row with its document changed, as a version to come might have written it. */
async function rewrite(table: Table, key: { readonly pk: string; readonly sk: string }, change: (document: Document) => void): Promise<void> {
  const row = await table.get(key);
  if (row === undefined) throw new Error(`There is no ${key.sk}`);
  const document = JSON.parse(row.doc);
  change(document);
  await table.transact([{ do: 'put', row: { ...row, doc: JSON.stringify(document) }, when: [] }]);
}
const kept = async (table: Table, sk: string): Promise<Document> => JSON.parse((await table.get({ pk: 'person#harrow#margaret', sk }))?.doc ?? '{}').value;

describe.each(readdirSync(folder))('a store that the version of %s wrote', (version) => {
  test('is read whole, and can be changed', async () => {
    const table = await keptBy(version);
    const records = personRecords(table);
    const record = (await records.byPerson(harrow, margaret))!;
    for (const part of [record.household, record.visitBook, record.budget, record.requestBook, record.outcomeBook, record.messageBook, record.jobBook, record.alertBoard, record.link]) expect(part).toEqual(expect.any(Object));
    expect(record.household.name.preferred).toBe('Margaret');
    expect(record.visitBook.rounds.length).toBeGreaterThan(0);
    const jobs = record.jobBook.jobs.length;
    expect(await records.save(record, { idempotencyKey: 'all', at: told, household: record.household, visitBook: record.visitBook, requestBook: record.requestBook, outcomeBook: record.outcomeBook, messageBook: record.messageBook, jobBook: record.jobBook, alertBoard: record.alertBoard, audit: [] })).toEqual({ kind: 'saved' });
    expect((await records.byPerson(harrow, margaret))?.jobBook.jobs).toHaveLength(jobs);
    expect((await kept(table, 'spoken#jobs')).jobs).toHaveLength(jobs);
  });

  test('has an alert begun that is carried on where it stood, and ended by one answer', async () => {
    const table = await keptBy(version);
    const { engine, alerts, sent, faults, at } = engineOn(table);
    at(minutes(1));
    await engine.look({ at: told, due: { kind: 'alert', ...begun }, tries: 0 });
    expect(sent).toEqual([]);
    at(minutes(3));
    await engine.tick();
    expect(new Set(sent.map(({ to }) => (to.kind === 'member' ? to.memberId : to.kind)))).toEqual(new Set(['ann', 'susan', 'desk']));
    expect(sent.every(({ isAgain, alertId }) => isAgain && alertId === begun.alertId)).toBe(true);
    expect(new Set(sent.map(({ attemptId }) => attemptId)).size).toBe(sent.length);
    expect((await alerts.answer(begun, { by: { kind: 'member', memberId: 'susan' }, word: 'ok', at: minutes(4), through: 'text' })).kind).toBe('answered');
    const before = sent.length;
    at(minutes(30));
    await engine.tick();
    expect(sent.filter(({ alertId }) => alertId === begun.alertId)).toHaveLength(before);
    expect(faults).toEqual([]);
  });
});

describe('what a version to come wrote', () => {
  const newest = readdirSync(folder).at(-1) ?? '';

  test('of an alert is kept through a look, in the alert and in its attempts', async () => {
    const table = await keptBy(newest);
    await rewrite(table, alertKey(harrow, margaret, begun.alertId), ({ value }) => {
      value.colour = 'blue';
      value.attempts[0].ringtone = 'bells';
    });
    const { engine, at } = engineOn(table);
    at(minutes(3));
    await engine.tick();
    const after = await kept(table, `alert#${begun.alertId}`);
    expect([after.colour, after.attempts[0].ringtone, after.attempts.length > 3]).toEqual(['blue', 'bells', true]);
  });

  test.each(spokenPartNames.filter((part) => part !== 'unfinished'))('beside the %s stays when the whole record is changed', async (part) => {
    const table = await keptBy(newest);
    await rewrite(table, { pk: 'person#harrow#margaret', sk: `spoken#${part}` }, ({ value }) => { value.ofTomorrow = { colour: 'blue' }; });
    const records = personRecords(table);
    const record = (await records.byPerson(harrow, margaret))!;
    const { household, visitBook, requestBook, outcomeBook, messageBook, jobBook, alertBoard } = record;
    expect(await records.save(record, { idempotencyKey: 'all', at: told, household, visitBook, requestBook, outcomeBook, messageBook, jobBook, alertBoard, audit: [] })).toEqual({ kind: 'saved' });
    expect((await kept(table, `spoken#${part}`)).ofTomorrow).toEqual({ colour: 'blue' });
  });

  test('on the board, of a kind that we do not know, hides nobody’s record, and is still there after us', async () => {
    const table = await keptBy(newest);
    const news = { id: '20261130T1100.kettle-cold.x', kind: 'kettle-cold', urgency: 'ordinary', facts: {}, since: told, isOpen: true, isForPerson: true, told: [] };
    await rewrite(table, { pk: 'person#harrow#margaret', sk: 'spoken#alerts' }, ({ value }) => { value.alerts.push(news); });
    const { engine, at } = engineOn(table);
    expect((await personRecords(table).byPerson(harrow, margaret))?.alertBoard.alerts.map(({ kind }) => kind)).toEqual(['help-wanted']);
    at(minutes(3));
    await engine.tick();
    expect((await kept(table, 'spoken#alerts')).alerts).toContainEqual(news);
  });

  test('as an alert of a kind that we do not know is left out of lists, tried until that version must be in, and told to the desk besides', async () => {
    const table = await keptBy(newest);
    await rewrite(table, alertKey(harrow, margaret, begun.alertId), ({ value }) => { value.kind = 'kettle-cold'; });
    expect(await alertStore(table).list(harrow, margaret, '2026', '2027')).toEqual([]);
    const { engine, faults, at } = engineOn(table);
    const waiting = async () => (await everyDue(table, minutes(60))).find(({ due }) => due.kind === 'alert' && due.alertId === begun.alertId);
    for (let tries = 0; tries < 5; tries += 1) {
      const item = (await waiting())!;
      at(item.at);
      await engine.look(item);
    }
    expect(faults).toHaveLength(5);
    expect(await everySetAside(table, harrow)).toHaveLength(1);
    // The new version is in everywhere by now, and finds it.
    const found = (await waiting())!;
    expect(found.at).toBeGreaterThan(minutes(18));
    await rewrite(table, alertKey(harrow, margaret, begun.alertId), ({ value }) => { value.kind = 'help-wanted'; });
    const { engine: newer, sent, at: then } = engineOn(table);
    then(found.at);
    await newer.look(found);
    expect(sent.map(({ alertId }) => alertId)).toContain(begun.alertId);
  });

  test('in the due-index, of a kind that we do not know, waits there for that version, and goes back to the queue', async () => {
    const table = await keptBy(newest);
    const operation = dueOperation(told, { kind: 'kettle' as never, councilId: harrow, personId: margaret });
    await table.transact([operation]);
    expect((await everyDue(table, minutes(1))).some(({ due }) => (due.kind as string) === 'kettle')).toBe(false);
    const row = operation.do === 'put' ? operation.row : undefined;
    expect(await table.get(row!)).toBeDefined();
    const { engine } = engineOn(table);
    expect(await lookAtQueued({ Records: [{ messageId: 'm', body: JSON.stringify({ at: told, due: { kind: 'kettle', councilId: harrow }, tries: 0 }) }] }, new Map([[harrow, engine]]))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
  });
});

test('figures that were kept otherwise at first are as if they were not there yet', async () => {
  const table = openSqliteTable(':memory:');
  await table.transact([{ do: 'put', row: { ...fairnessKey(harrow), version: 1, doc: documentOf({ 4: [], 13: [] }) }, when: [] }]);
  expect(await fairnessOf(table, harrow)).toBeUndefined();
});

const everyDue = async (table: Table, until: Instant) => (await Promise.all(dueShards.map(async (shard) => everyDueBy(table, harrow, shard, until)))).flat();
