// Promise: whoever is of one council gets for another council's person exactly what they get for nobody at all: staff, families, systems, devices and assistants; and a session, a receipt or a text of one council does nothing in another.
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Identity } from '../../models/access/index.ts';
import { councilId, localDate, personId } from '../../models/shared/index.ts';
import { attemptReference } from '../../lambda/alerts/attempt-reference.ts';
import { topicOf } from '../../lambda/bus/device-topics.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { mcpRouter } from '../../lambda/mcp/mcp-router.ts';
import { notificationApi } from '../../lambda/notifications/api.ts';
import { operations } from '../../lambda/notifications/operations.ts';
import type { Operation } from '../../lambda/notifications/operation.ts';
import { apiKeys, scopes } from '../../lambda/store/api-key-rows.ts';
import { assistantKeyRows } from '../../lambda/store/assistant-key-rows.ts';
import { deviceStore } from '../../lambda/store/device-rows.ts';
import { hashOfWord } from '../../lambda/store/known-devices.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { rememberTexted } from '../../lambda/store/texted-rows.ts';
import { pages } from '../../web/console/pages.ts';
import { harrow, margaret, runningHouse, until, type RunningHouse } from '../support/running-house.ts';

const brent = councilId('brent');
const [bess, nobody] = [personId('bess'), personId('nobx')];
let house: RunningHouse;
let all: readonly Operation[] = [];
let theirs: string;
let key: string;

beforeAll(async () => {
  house = await runningHouse({
    mount: (services) => {
      all = operations(services);
      return express.Router().use('/api', notificationApi({ operations: all, table: services.table, clock: services.clock, log: { fault: (code, _about, cause) => { throw new Error(code, { cause }); } } })).use('/mcp', mcpRouter(services));
    },
  });
  const [one] = demonstrationPeople(localDate(house.clock(), 'Europe/London'), house.clock(), () => ({ salt: '', hash: '' }));
  const { about: _, ...person } = one!;
  await createPerson(house.table, { ...person, councilId: brent, personId: bess, household: { ...person.household, councilId: brent, personId: bess } });
  const raised = await house.services.alerts.raise({ councilId: brent, personId: bess, kind: 'visit-late', name: 'x', occursAt: house.clock(), plannedFor: house.clock() });
  if (raised.kind !== 'raised') throw new Error(raised.kind);
  theirs = raised.alert.id;
  key = await apiKeys(house.table).make({ councilId: harrow, name: 'test', scopes }, house.clock());
}, 60_000);
afterAll(async () => { await house.close(); });

const everything = async (): Promise<string> => JSON.stringify([await house.services.records.byPerson(brent, bess), await house.services.alerts.list(brent, bess, '2', '3')]);

describe('systems', () => {
  /** A body for each operation that takes one; an operation that is not here fails. */
  const bodies = (person: string): Readonly<Record<string, unknown>> => ({
    reportVisit: { personId: person, visitId: 'margaret-breakfast@2026-12-01', at: new Date(house.clock()).toISOString(), said: 'confirmed' },
    raiseAlert: { personId: person, kind: 'ring-wanted', name: 'y', occursAt: new Date(house.clock()).toISOString() },
    listAlerts: undefined, readAlert: undefined, answerAlert: { by: 'desk', word: 'ok' }, cancelAlert: undefined, heartbeat: { deviceId: 'gateway-99', personId: person },
    notifyReceipt: { id: 'n', reference: attemptReference({ councilId: brent, personId: personId(person), attemptId: `${theirs}.1` }), status: 'delivered', notification_type: 'sms' },
    notifyText: { id: 't', source_number: '+447700900555', destination_number: '+447700900001', message: 'ok', date_received: new Date(house.clock()).toISOString() },
    setRule: { id: 'r', scope: { kind: 'person', personId: person }, kind: 'visit-late', isOn: false },
    setRoutine: { id: 'w', does: { kind: 'say', words: 'Water' }, days: [1], at: '11:00', startsOn: '2026-12-01', bankHolidays: { nation: 'england-and-wales', rule: 'not' }, setBy: 'x', setByName: 'X' }, setAway: { from: new Date(house.clock()).toISOString() },
  });

  test('every operation answers the same, byte for byte, and changes nothing of theirs', async () => {
    await rememberTexted(house.table, '+447700900555', { councilId: brent, personId: bess, memberId: 'susan', alertId: theirs, at: house.clock() });
    const before = await everything();
    const ask = async ({ name, method, path }: Operation, person: string) => {
      const body = bodies(person)[name];
      if (!(name in bodies(person))) throw new Error(`Say what ${name} is asked with`);
      const response = await fetch(`${house.origin}/api${path.replace('{personId}', person).replace('{alertId}', theirs)}`, { method: method.toUpperCase(), headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      return `${name} ${response.status} ${(await response.text()).replaceAll(person, 'PERSON')}`;
    };
    for (const operation of all) expect(await ask(operation, bess)).toBe(await ask(operation, nobody));
    expect(await everything()).toBe(before);
  });
});

describe('people', () => {
  const signedIn = async (identity: Identity): Promise<(path: string) => Promise<string>> => {
    const token = await sessions(house.table).start(identity, house.clock());
    return async (path) => {
      const response = await fetch(house.origin + path, { headers: { Cookie: `my_care_session=${token}`, Accept: 'text/html' }, redirect: 'manual' });
      return `${response.status} ${response.headers.get('location') ?? ''} ${(await response.text()).replaceAll(/(?:bess|nobx)/g, 'PERSON').replaceAll(/(?:nonce|value)="[A-Za-z0-9_-]{16,}"/g, '')}`;
    };
  };
  const paths = pages.map(({ path }) => path).filter((path) => path.includes(':personId')).map((path) => path.replaceAll(/:(?!personId)\w+/g, 'x'));
  const roles = ['adviser', 'approver', 'alert-manager', 'administrator', 'auditor'] as const;

  test.each<[string, Identity]>([
    ['staff with every role', { kind: 'staff', councilId: harrow, id: 's', name: 'S', roles }],
    ['a daughter', { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: margaret, memberId: 'susan' }] }],
    ['the daughter of theirs, in our council', { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: bess, memberId: 'susan' }] }],
    ['the person', { kind: 'person', councilId: harrow, id: 'margaret', name: 'Margaret', personId: margaret }],
    ['one of the same name', { kind: 'person', councilId: harrow, id: 'bess', name: 'Bess', personId: bess }],
  ])('%s sees on every page what they see of nobody', async (_who, identity) => {
    expect(paths.length).toBeGreaterThan(20);
    const get = await signedIn(identity);
    for (const path of paths) expect(await get(path.replace(':personId', bess))).toBe(await get(path.replace(':personId', nobody)));
  }, 60_000);

  test('a session of the other council is none here: whoever brings it is asked to sign in', async () => {
    const stranger = await signedIn({ kind: 'staff', councilId: brent, id: 's', name: 'S', roles });
    for (const path of ['/home', '/desk', '/people', `/people/${margaret}`]) expect(await stranger(path)).toMatch(/^303 \/sign-in\?next=/);
  });
});

describe('things in a home', () => {
  test('an assistant answers their alert as one that there never was', async () => {
    const given = await assistantKeyRows(house.table).add({ identity: { kind: 'person', councilId: harrow, id: 'margaret', name: 'Margaret', personId: margaret }, personId: margaret, name: 'test', may: ['alerts', 'answer'], madeAt: house.clock() });
    const ask = async (alertId: string) => (await (await fetch(`${house.origin}/mcp`, {
      method: 'POST', headers: { Authorization: `Bearer ${given}`, 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'answer_alert', arguments: { alert_id: alertId, word: 'ok' } } }),
    })).text()).replaceAll(alertId, 'ALERT');
    expect(await ask(theirs)).toBe(await ask(theirs.replace('.x', '.z')));
    expect(await ask(theirs)).toContain('There is no such alert open');
  });

  test('a screen that speaks of their alert is not heard', async () => {
    await deviceStore(house.table).add({ deviceId: 'tv-of-margaret', kind: 'board', councilId: harrow, personId: margaret, name: 'TV', shows: 'names', wordHash: hashOfWord('w'), pairedAt: house.clock() });
    const before = await everything();
    const own = await house.raise('visit-late', { lateByMinutes: 20 });
    await until(() => house.find(own.id), (alert) => alert?.firstToldAt !== undefined);
    for (const [leaf, said] of [['answer', { alertId: theirs, word: 'ok' }], ['ack', { attemptId: attemptReference({ councilId: brent, personId: bess, attemptId: `${theirs}.1` }), proof: 'shown' }], ['answer', { alertId: own.id, word: 'ok' }]] as const) await house.bus.publish(topicOf('tv-of-margaret', leaf), JSON.stringify(said), false);
    await until(() => house.find(own.id), (alert) => alert?.state === 'closed');
    expect(await everything()).toBe(before);
  });
});
