// Promise: a care provider's system can tell how visits go and hear what became of an alert; nobody without the right key learns or changes anything; and the same request takes effect once.
import { createHash } from 'node:crypto';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, councilId, instant, localDate, toInstant } from '../../models/shared/index.ts';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { notificationApi } from '../../lambda/notifications/api.ts';
import { openApiDocument } from '../../lambda/notifications/openapi.ts';
import type { Operation } from '../../lambda/notifications/operation.ts';
import { operations } from '../../lambda/notifications/operations.ts';
import { apiKeys, scopes, type ApiKeys } from '../../lambda/store/api-key-rows.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { harrow, margaret, runningHouse, until, type RunningHouse } from '../support/running-house.ts';

let house: RunningHouse;
let all: readonly Operation[];
let keys: ApiKeys;
const key: Record<string, string> = {};
const brent = councilId('brent');
const susansPhone = { id: 'susan-phone', channel: 'text', value: '07700 900123', isVerified: true } as const;

beforeAll(async () => {
  house = await runningHouse({
    mount: (services) => {
      all = operations(services);
      return express.Router().use('/api', notificationApi({ operations: all, table: services.table, clock: services.clock, log: { fault: (code, _about, cause) => { throw new Error(code, { cause }); } } }));
    },
  });
  keys = apiKeys(house.table);
  const make = (councilOf: typeof harrow, allowed: readonly (typeof scopes)[number][], providerId?: string) => keys.make({ councilId: councilOf, name: 'test', scopes: allowed, ...(providerId !== undefined && { providerId }) }, house.clock());
  Object.assign(key, {
    all: await make(harrow, scopes), agency: await make(harrow, ['visits:write'], 'kindly-care'), otherAgency: await make(harrow, ['visits:write'], 'other-care'),
    reader: await make(harrow, ['alerts:read']), brent: await make(brent, scopes), none: await make(harrow, []),
  });
  const [one] = demonstrationPeople(localDate(house.clock(), 'Europe/London'), house.clock(), () => ({ salt: '', hash: '' }));
  const { about: _, ...person } = one!;
  await createPerson(house.table, { ...person, councilId: brent });
}, 60_000);
afterAll(async () => { await house.close(); });

async function call(method: string, path: string, { as = 'all', body, headers = {}, raw }: { as?: string; body?: unknown; headers?: Record<string, string>; raw?: string } = {}) {
  const response = await fetch(`${house.origin}/api${path}`, {
    method, headers: { ...(as === '' ? {} : { Authorization: `Bearer ${key[as] ?? as}` }), ...(body === undefined && raw === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Record<string, never> & { [name: string]: unknown }, text };
}

const iso = (at: number) => new Date(at).toISOString();
/** A visit of Margaret's that is still to come, from tomorrow on. */
async function comingVisit(place = 0) {
  const record = await house.services.records.byPerson(harrow, margaret);
  const tomorrow = addDays(localDate(house.clock(), 'Europe/London'), 1);
  return visitsBetween(record!.visitBook, tomorrow, addDays(tomorrow, 6), 'Europe/London')[place]!;
}

describe('a visit', () => {
  test('that is running late is told once, and what is worse is told again', async () => {
    const visit = await comingVisit();
    const late = (lateByMinutes: number) => call('POST', '/visit-reports', { as: 'agency', body: { personId: 'margaret', visitId: visit.id, said: 'running-late', lateByMinutes, at: iso(house.clock()) } });
    expect(await late(20)).toMatchObject({ status: 200, body: { visitId: visit.id, status: 'planned', alerts: 1 } });
    expect(await late(20)).toMatchObject({ status: 200, body: { alerts: 0 } });
    expect(await late(25)).toMatchObject({ status: 200, body: { alerts: 0 } });
    expect(await late(45)).toMatchObject({ status: 200, body: { alerts: 1 } });
    const { body } = await call('GET', `/alerts/margaret?to=${iso(house.clock() + 2 * 86_400_000)}`);
    const told = (body as unknown as { alerts: { kind: string; state: string }[] }).alerts.filter(({ kind }) => kind === 'visit-late');
    expect(told.map(({ state }) => state === 'cancelled')).toEqual([true, false]);
  });

  test('that somebody has come to needs nobody told that nobody has', async () => {
    const visit = await comingVisit();
    const alert = await house.raise('visit-not-heard-of', { visitId: visit.id, startsAt: visit.startsAt });
    expect(await call('POST', '/visit-reports', { as: 'agency', body: { personId: 'margaret', visitId: visit.id, said: 'started', workerId: visit.workerIds[0], at: iso(house.clock()) } })).toMatchObject({ status: 200, body: { status: 'started' } });
    expect((await house.find(alert.id))?.state).toBe('cancelled');
  });

  test('cannot be in the future, by a stranger, or after it was cancelled', async () => {
    const visit = await comingVisit(2);
    const report = (more: object) => call('POST', '/visit-reports', { as: 'agency', body: { personId: 'margaret', visitId: visit.id, at: iso(house.clock()), ...more } });
    expect(await report({ said: 'confirmed', at: iso(house.clock() + 3_600_000) })).toMatchObject({ status: 409, body: { code: 'not-yet' } });
    expect(await report({ said: 'started', workerId: 'nobody' })).toMatchObject({ status: 409, body: { code: 'no-such-worker' } });
    expect(await report({ said: 'cancelled', by: 'agency', reason: 'snow' })).toMatchObject({ status: 200, body: { status: 'cancelled', alerts: 1 } });
    expect(await report({ said: 'started', workerId: visit.workerIds[0] })).toMatchObject({ status: 409, body: { code: 'out-of-order' } });
    expect(await report({ said: 'confirmed', visitId: 'no-such@2026-12-01' })).toMatchObject({ status: 404 });
  });

  test('is told of by its own agency only', async () => {
    const visit = await comingVisit();
    const body = { personId: 'margaret', visitId: visit.id, said: 'confirmed', at: iso(house.clock()) };
    const others = await call('POST', '/visit-reports', { as: 'otherAgency', body });
    const unknown = await call('POST', '/visit-reports', { as: 'otherAgency', body: { ...body, personId: 'nobody' } });
    expect(others.status).toBe(404);
    expect(others.text).toBe(unknown.text);
  });
});

describe('an alert', () => {
  const fresh = (name: string, more: object = {}) => ({ personId: 'margaret', kind: 'message-from-circle', name, occursAt: iso(house.clock()), words: 'The boiler man comes at two.', ...more });

  test('is raised once, read with its proofs and reasons, answered, and stays over', async () => {
    const body = fresh('boiler-1');
    const raised = await call('POST', '/alerts', { body });
    expect(raised).toMatchObject({ status: 201, body: { kind: 'message-from-circle' } });
    expect(await call('POST', '/alerts', { body })).toMatchObject({ status: 200, body: { id: raised.body['id'] } });
    const path = `/alerts/margaret/${String(raised.body['id'])}`;
    await until(() => call('GET', path), ({ body: { decisions } }) => (decisions as unknown as object[]).length > 0);
    const read = await call('GET', path, { as: 'reader' });
    expect((read.body['decisions'] as unknown as { words: string }[])[0]?.words).toMatch(/\w+/);
    expect(await call('POST', `${path}/answer`, { body: { by: 'desk', word: 'ok' } })).toMatchObject({ status: 200, body: { state: 'closed', answer: { by: 'desk', word: 'ok', through: 'api' } } });
    expect(await call('POST', `${path}/answer`, { body: { by: 'person', word: 'ok' } })).toMatchObject({ status: 200, body: { answer: { by: 'desk' } } });
    expect(await call('POST', `${path}/cancel`)).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  test('is answered by nobody who was not told', async () => {
    const raised = await call('POST', '/alerts', { body: fresh('boiler-2') });
    expect(await call('POST', `/alerts/margaret/${String(raised.body['id'])}/answer`, { body: { by: { memberId: 'stranger' }, word: 'ok' } })).toMatchObject({ status: 409, body: { code: 'not-told' } });
  });

  test('is taken back', async () => {
    const raised = await call('POST', '/alerts', { body: fresh('boiler-3') });
    expect(await call('POST', `/alerts/margaret/${String(raised.body['id'])}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  });
});

describe('a text back', () => {
  test('of OK answers the newest alert, and other words go to the person as a message', async () => {
    await house.reach('susan', susansPhone);
    const alert = await house.raise('help-wanted', { at: house.clock() });
    await until(() => house.find(alert.id), (kept) => kept?.attempts.some(({ channel, to }) => channel === 'text' && to.kind === 'member') === true);
    const text = (message: string, id = 'n1') => call('POST', '/notify/texts', { body: { id, source_number: '447700900123', destination_number: '07700900111', message, date_received: iso(house.clock()) } });
    expect((await text('Oh no, what has happened?')).body['kind']).toBe('passed-on');
    expect((await text('ok thanks, I\'m dealing with it', 'n2')).body['kind']).toBe('answered');
    expect((await house.find(alert.id))?.answer).toMatchObject({ by: { kind: 'member', memberId: 'susan' }, word: 'ok', through: 'text' });
    const record = await house.services.records.byPerson(harrow, margaret);
    expect(record?.messageBook.forPerson.at(-1)).toMatchObject({ fromName: 'Susan', words: 'Oh no, what has happened?' });
    expect((await call('POST', '/notify/texts', { body: { id: 'n3', source_number: '+441632960001', destination_number: '1', message: 'OK', date_received: '' } })).body['kind']).toBe('nobody-known');
  });

  test('a receipt is written beside the notification, and a failed one moves the ladder on', async () => {
    const alert = await house.raise('backup-plan-started', {});
    const kept = await until(() => house.find(alert.id), (each) => each?.attempts.some(({ channel, state }) => channel === 'text' && state === 'accepted') === true);
    const attempt = kept!.attempts.find(({ channel }) => channel === 'text')!;
    const receipt = { id: 'n', reference: `harrow/margaret/${attempt.id}`, status: 'permanent-failure', notification_type: 'sms', to: '+447700900123' };
    expect((await call('POST', '/notify/receipts', { body: receipt })).body['kind']).toBe('written');
    expect((await house.find(alert.id))?.attempts.find(({ id }) => id === attempt.id)?.state).toBe('failed');
    expect((await call('POST', '/notify/receipts', { body: { ...receipt, reference: 'somebody-elses' } })).body['kind']).toBe('passed-over');
    await house.services.alerts.withdraw({ councilId: harrow, personId: margaret, alertId: alert.id });
  });
});

describe('what is set', () => {
  const ladder = (rungs: object[], repeat?: object) => ({ rungs, ...(repeat !== undefined && { repeat }) });
  const good = ladder([{ afterMinutes: 0, to: ['person'], by: 'usual' }, { afterMinutes: 20, to: ['desk'], by: 'usual' }], { everyMinutes: 10, rungs: 1 });
  const setRule = (more: object) => call('POST', '/rules', { body: { id: 'late', scope: { kind: 'council' }, kind: 'visit-late', ...more } });
  test('a rule is kept, with how it will sound, and holds from then on', async () => {
    expect(await setRule({ threshold: 40, ladder: good, wording: 'A visit is running late.' })).toMatchObject({ status: 200, body: { preview: 'A visit is running late.' } });
    const visit = await comingVisit(3);
    const late = (lateByMinutes: number) => call('POST', '/visit-reports', { as: 'agency', body: { personId: 'margaret', visitId: visit.id, said: 'running-late', lateByMinutes, at: iso(house.clock()) } });
    expect([(await late(20)).body['alerts'], (await late(45)).body['alerts']]).toEqual([0, 1]);
  });
  test.each([
    ['a step that reaches nobody', { ladder: ladder([{ afterMinutes: 0, to: [], by: 'usual' }], { everyMinutes: 5, rungs: 1 }) }, ['reaches-nobody', 'ends-in-silence']],
    ['a ladder that ends', { ladder: ladder([{ afterMinutes: 0, to: ['desk'], by: 'usual' }]) }, ['ends-in-silence']],
    ['a ladder that goes back in time', { ladder: ladder([{ afterMinutes: 0, to: ['person'], by: 'usual' }, { afterMinutes: 0, to: ['desk'], by: 'usual' }], { everyMinutes: 5, rungs: 1 }) }, ['not-in-order']],
    ['a person who has no such way', { scope: { kind: 'person', personId: 'dev' }, ladder: ladder([{ afterMinutes: 0, to: ['person'], by: ['board'] }, { afterMinutes: 5, to: ['desk'], by: 'usual' }], { everyMinutes: 5, rungs: 1 }) }, ['reaches-nobody']],
    ['silence for what is urgent', { kind: 'help-wanted', isOn: false, quietHours: { from: '21:00', to: '07:00' } }, ['may-not-be-off', 'may-not-be-quiet']],
  ])('%s is refused', async (_, more, faults) => {
    const refused = await setRule(more);
    expect(refused).toMatchObject({ status: 400, body: { code: 'rule-will-not-do' } });
    expect((refused.body['faults'] as unknown as { where: string }[]).map(({ where }) => where)).toEqual(faults);
  });
  const routine = { id: 'tablets', does: { kind: 'question', words: 'Have you had your tablets?', about: 'whether she has had her tablets', tell: 'susan', isMedicine: true }, days: [1, 2, 3, 4, 5, 6, 7], at: '09:00', startsOn: '2026-01-01', bankHolidays: { nation: 'england-and-wales', rule: 'as-usual' }, setBy: 'susan', setByName: 'Susan' };
  test('a routine is kept, shows its next fourteen days, and the person is asked first', async () => {
    const kept = await call('POST', '/routines/margaret', { body: routine });
    expect(kept).toMatchObject({ status: 200, body: { isAsked: true } });
    expect((kept.body['next'] as unknown as { at: string }[]).every(({ at }) => at === '09:00')).toBe(true);
    expect((kept.body['next'] as unknown as object[]).length).toBe(14);
    await until(() => house.services.records.byPerson(harrow, margaret), (record) => record?.alertBoard.alerts.some(({ kind, isOpen }) => kind === 'routine-consent' && isOpen) === true);
    expect(await call('POST', '/routines/margaret', { body: { ...routine, agreedInWriting: true } })).toMatchObject({ status: 200, body: { isAsked: false } });
    expect(await call('POST', '/routines/margaret', { body: { ...routine, does: { ...routine.does, words: 'Take two tablets' } } })).toMatchObject({ status: 400, body: { code: 'routine-will-not-do' } });
  });
  test('somebody in hospital is not waited for', async () => {
    expect(await call('POST', '/people/joyce/away', { body: { from: iso(house.clock() - 1_000) } })).toMatchObject({ status: 200 });
    expect(await call('POST', '/people/joyce/away', { body: { from: iso(house.clock()), until: iso(house.clock() - 5_000) } })).toMatchObject({ status: 400 });
    expect(await call('POST', '/people/nobody/away', { body: { from: iso(house.clock()) } })).toMatchObject({ status: 404 });
  });
});

describe('the same request', () => {
  const body = (name: string) => ({ personId: 'margaret', kind: 'message-from-circle', name, occursAt: iso(house.clock()) });
  test('under the same key is answered the same, and another under it is refused', async () => {
    const headers = { 'Idempotency-Key': 'one-request-1' };
    const first = await call('POST', '/alerts', { body: { ...body('once-1'), occursAt: '2026-12-01T08:00:00Z' }, headers });
    const again = await call('POST', '/alerts', { body: { ...body('once-1'), occursAt: '2026-12-01T08:00:00Z' }, headers });
    expect([again.status, again.text, again.headers.get('idempotency-hit')]).toEqual([201, first.text, 'true']);
    expect(await call('POST', '/alerts', { body: { ...body('once-2'), occursAt: '2026-12-01T08:00:00Z' }, headers })).toMatchObject({ status: 422, body: { code: 'key-used-before' } });
  });
  test('sent many times at once takes effect once', async () => {
    const one = { ...body('at-once'), occursAt: '2026-12-01T08:00:00Z' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('POST', '/alerts', { body: one, headers: { 'Idempotency-Key': 'many-at-once' } })));
    expect(answers.filter(({ status }) => status === 201 || status === 409)).toHaveLength(10);
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
  });
  test('a refusal is not remembered: mended, it may be sent again', async () => {
    const headers = { 'Idempotency-Key': 'mended-later' };
    expect((await call('POST', '/alerts', { body: { ...body('mended'), personId: 'nobody' }, headers })).status).toBe(404);
    expect((await call('POST', '/alerts', { body: { ...body('mended'), personId: 'nobody' }, headers })).headers.get('idempotency-hit')).toBeNull();
  });
});

describe('who may', () => {
  const filled = (path: string) => path.replace('{personId}', 'margaret').replace('{alertId}', '20261201T0830.visit-late.v1');
  test('no operation is without a scope, and none can be asked without a key that has it', async () => {
    for (const operation of all) {
      expect(scopes).toContain(operation.scope);
      const path = filled(operation.path);
      const body = operation.body === undefined ? undefined : {};
      for (const as of ['', 'mycare_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Basic x']) expect((await call(operation.method.toUpperCase(), path, { as, body })).status).toBe(401);
      expect((await call(operation.method.toUpperCase(), path, { as: 'none', body })).status).toBe(403);
    }
  });
  test('a key of another council finds its own Margaret, never ours', async () => {
    const alert = await house.raise('message-from-circle', { words: 'Only for Harrow' });
    const theirs = await call('GET', `/alerts/margaret/${alert.id}`, { as: 'brent' });
    const unknown = await call('GET', '/alerts/margaret/20261201T0830.visit-late.nothing', { as: 'brent' });
    expect([theirs.status, theirs.text]).toEqual([404, unknown.text]);
    expect((await call('GET', '/alerts/margaret', { as: 'brent' })).body['alerts']).toEqual([]);
    expect((await call('GET', '/alerts/dev', { as: 'brent' })).text).toBe((await call('GET', '/alerts/nobody', { as: 'brent' })).text);
    expect((await call('POST', `/alerts/margaret/${alert.id}/answer`, { as: 'brent', body: { by: 'desk', word: 'ok' } })).status).toBe(404);
    expect((await house.find(alert.id))?.answer).toBeUndefined();
  });
  test('a key that was taken back is no key', async () => {
    const short = await keys.make({ councilId: harrow, name: 'short', scopes: ['alerts:read'] }, house.clock());
    expect((await call('GET', '/alerts/margaret', { as: short })).status).toBe(200);
    expect(await keys.revoke(short.split('_')[1]!, house.clock())).toBe(true);
    expect((await call('GET', '/alerts/margaret', { as: short })).status).toBe(401);
  });
});

describe('what is wrong', () => {
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  test.each([
    ['not JSON', '{', 400], ['nothing', '', 400], ['a list', '[]', 400], ['deep', deep, 400], ['a field too many', '{"personId":"margaret","kind":"visit-late","name":"x","occursAt":"2026-12-01T08:00:00Z","admin":true}', 400],
    ['a kind nobody knows', '{"personId":"margaret","kind":"fun","name":"x","occursAt":"2026-12-01T08:00:00Z"}', 400], ['a name with a #', '{"personId":"a#b","kind":"visit-late","name":"x","occursAt":"2026-12-01T08:00:00Z"}', 400],
    ['a list for a name', '{"personId":["margaret"],"kind":"visit-late","name":"x","occursAt":"2026-12-01T08:00:00Z"}', 400], ['no real day', '{"personId":"margaret","kind":"visit-late","name":"x","occursAt":"2026-02-30T08:00:00Z"}', 400],
    ['a prototype', '{"__proto__":{"admin":true},"personId":"margaret","kind":"visit-late","name":"x","occursAt":"2026-12-01T08:00:00Z"}', 400],
  ])('%s is refused with where and what', async (_, raw, status) => {
    const refused = await call('POST', '/alerts', { raw });
    expect(refused.status).toBe(status);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.body).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
  });
  test('too much, and what is not JSON by its own word, are refused', async () => {
    expect((await call('POST', '/alerts', { raw: JSON.stringify({ words: 'x'.repeat(40_000) }) })).status).toBe(413);
    expect((await call('POST', '/alerts', { raw: 'a=1', headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    expect((await call('GET', '/nowhere')).status).toBe(404);
  });
  test('more than a key may ask in a minute is put off, and others are not', async () => {
    const app = express().use('/api', notificationApi({ operations: all, table: house.table, clock: house.clock, log: { fault: () => undefined }, perMinute: 3 }));
    const server = app.listen(0);
    const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const ask = async (as: string) => (await fetch(`${origin}/api/alerts/margaret`, { headers: { Authorization: `Bearer ${key[as]!}` } })).status;
    expect([await ask('all'), await ask('all'), await ask('all'), await ask('all'), await ask('reader')]).toEqual([200, 200, 200, 429, 200]);
    server.close();
  });
});

test('a device that falls silent is told to the desk once, and not any more when it is heard again', async () => {
  expect((await call('POST', '/heartbeats', { body: { deviceId: 'gateway-17', personId: 'margaret' } })).body['kind']).toBe('heard');
  const { lookAtDevice } = await import('../../lambda/alerts/device-heard.ts');
  const { deviceHeard } = await import('../../lambda/alerts/device-heard.ts');
  const later = (minutes: number) => ({ table: house.table, alerts: house.services.alerts, clock: () => instant(house.clock() + minutes * 60_000) });
  const due = { kind: 'device' as const, councilId: harrow, deviceId: 'gateway-17', personId: margaret };
  const silent = async () => (await house.services.alerts.list(harrow, undefined, '2026', '2099')).filter(({ kind, state }) => kind === 'device-silent' && state !== 'cancelled');
  await lookAtDevice({ at: house.clock(), due, tries: 0 }, later(10));
  expect(await silent()).toEqual([]);
  await lookAtDevice({ at: house.clock(), due, tries: 0 }, later(16));
  await lookAtDevice({ at: house.clock(), due, tries: 0 }, later(17));
  expect(await silent()).toHaveLength(1);
  await deviceHeard({ councilId: harrow, deviceId: 'gateway-17', personId: margaret, silentAfterMinutes: 15 }, later(18));
  expect(await silent()).toEqual([]);
});

test('the document names every operation, with its scope, and is served', async () => {
  const { body } = await call('GET', '/openapi.json', { as: '' });
  expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument(all))));
  const paths = body['paths'] as unknown as Record<string, Record<string, { operationId: string; security: { key: string[] }[] }>>;
  expect(Object.values(paths).flatMap((methods) => Object.values(methods)).map(({ operationId, security }) => [operationId, security[0]?.key[0]])).toEqual(expect.arrayContaining(all.map(({ name, scope }) => [name, scope])));
  expect(createHash('sha256').update(JSON.stringify(body)).digest('hex')).toHaveLength(64);
  expect(toInstant(localDate(house.clock(), 'Europe/London'), '00:00' as never, 'Europe/London')).toBeLessThan(house.clock());
});
