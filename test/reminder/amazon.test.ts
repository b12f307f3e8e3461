// Promise: Amazon's Reminders API is called as Amazon documents it, at the address and with the token of the request, and every answer of it is taken for what it is.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { RequestListener } from 'node:http';
import type { ReminderTime } from '../../models/routine/index.ts';
import type { ReminderToSet, SpeakerReminders } from '../../skill/reminder/speaker-reminders.ts';
import { createApiClient } from '../../lambda/alexa/api-client.ts';
import { speakerReminders } from '../../lambda/alexa/speaker-reminders.ts';
import { at } from '../care-visit/margarets-visits.ts';
import { listenLocally } from '../support/local-server.ts';
import { nock } from '../support/pretend-network.ts';

const europe = 'https://api.eu.amazonalexa.com';
const path = '/v1/alerts/reminders';
const from = (System: object) => ({ version: '1.0', context: { System } }) as unknown as RequestEnvelope;
const faults: string[] = [];
const log = { fault: (code: string, about: object) => { faults.push(`${code} ${JSON.stringify(about)}`); } };
const speaker = (System: object = { apiEndpoint: europe, apiAccessToken: 'token' }): SpeakerReminders => speakerReminders({ amazon: createApiClient(), log })(from(System));

const priya: ReminderTime = { kind: 'weekly', days: [2, 5], at: '08:15' as never, visitFrom: '08:30' as never };
const toSet = (time: ReminderTime = priya): ReminderToSet => ({ time, firstOn: '2026-12-01' as never, zone: 'Europe/London', words: 'A visit is planned at half past eight in the morning.', askedAt: at('08:00') });
const made = { alertToken: '79559745-635b', createdTime: '2026-12-01T08:00:01.002Z', updatedTime: '2026-12-01T08:00:01.002Z', status: 'ON', version: '1', href: '/v1/alerts/reminders/79559745-635b' };

beforeEach(() => { faults.length = 0; });
afterEach(() => { expect(nock.pendingMocks()).toEqual([]); });

describe('setting a reminder', () => {
  test('sends just what Amazon documents, in wall-clock time', async () => {
    nock(europe, { reqheaders: { authorization: 'Bearer token', 'content-type': 'application/json' } }).post(path, {
      requestTime: '2026-12-01T08:00:00.000',
      trigger: {
        type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-12-01T08:15:00.000', timeZoneId: 'Europe/London',
        recurrence: {
          startDateTime: '2026-12-01T00:00:00.000',
          recurrenceRules: ['FREQ=WEEKLY;BYDAY=TU;BYHOUR=8;BYMINUTE=15;BYSECOND=0;INTERVAL=1;', 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=8;BYMINUTE=15;BYSECOND=0;INTERVAL=1;'],
        },
      },
      alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: 'A visit is planned at half past eight in the morning.', ssml: '<speak>A visit is planned at half past eight in the morning.</speak>' }] } },
      pushNotification: { status: 'DISABLED' },
    }).reply(200, made);
    expect(await speaker().set(toSet())).toEqual({ kind: 'set', token: '79559745-635b', version: '1' });
  });

  test('every day is one rule, and a single one has none', async () => {
    const sent: unknown[] = [];
    nock(europe).post(path, (body) => { sent.push(body.trigger); return true; }).times(2).reply(200, made);
    await speaker().set(toSet({ ...priya, days: [1, 2, 3, 4, 5, 6, 7] }));
    await speaker().set(toSet({ kind: 'once', on: '2026-12-01' as never, at: '17:05' as never, visitFrom: '17:20' as never }));
    expect(sent).toEqual([
      expect.objectContaining({ recurrence: { startDateTime: '2026-12-01T00:00:00.000', recurrenceRules: ['FREQ=DAILY;BYHOUR=8;BYMINUTE=15;BYSECOND=0;INTERVAL=1;'] } }),
      { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-12-01T17:05:00.000', timeZoneId: 'Europe/London' },
    ]);
  });

  test('summer is told in summer’s wall time', async () => {
    nock(europe).post(path, (body) => body.requestTime === '2027-07-01T09:30:00.000').reply(200, made);
    expect(await speaker().set({ ...toSet(), askedAt: at('09:30', '2027-07-01') })).toMatchObject({ kind: 'set' });
  });

  test.each([
    [400, 'UNSUPPORTED_TRIGGER_RECURRENCE', 'refused'], [401, 'INVALID_BEARER_TOKEN', 'not-allowed'], [401, undefined, 'not-allowed'], [403, 'ACCESS_DENIED', 'not-allowed'], [403, 'DEVICE_NOT_SUPPORTED', 'cannot'],
    [403, 'MAX_REMINDERS_EXCEEDED', 'too-many'], [404, 'ALERT_NOT_FOUND', 'refused'], [429, 'RATE_EXCEEDED', 'busy'], [500, 'INTERNAL', 'unknown'], [503, undefined, 'unknown'], [504, undefined, 'unknown'],
  ] as const)('%i %s comes to %s', async (status, code, kind) => {
    nock(europe).post(path).reply(status, code === undefined ? 'not even JSON' : { code, message: 'Margaret Ellis may not' });
    expect(await speaker().set(toSet())).toEqual({ kind });
    expect(faults).toEqual(kind === 'refused' ? [`reminder-refused {"status":${status},"code":"${code}"}`] : []);
  });

  test.each(['', '{', '[]', '{"alertToken":""}', '{"alertToken":7}', 'null'])('a yes that cannot be read, %j, is not a yes', async (body) => {
    nock(europe).post(path).reply(200, body);
    expect(await speaker().set(toSet())).toEqual({ kind: 'unknown' });
  });

  test('a broken line leaves it unknown', async () => {
    nock(europe).post(path).replyWithError('socket hang up');
    expect(await speaker().set(toSet())).toEqual({ kind: 'unknown' });
    expect(faults).toEqual(['reminders-not-answered {"method":"POST","code":"amazon-api-unreachable"}']);
  });

  test('an answer that never comes leaves it unknown, in time', async () => {
    const silent: RequestListener = () => undefined;
    const server = await listenLocally(silent);
    const started = performance.now();
    const slow = speakerReminders({ amazon: createApiClient({ timeoutMs: 100, mayCall: () => true }), log })(from({ apiEndpoint: server.address, apiAccessToken: 'token' }));
    expect([await slow.set(toSet()), await slow.list(), await slow.stop('a')]).toEqual([{ kind: 'unknown' }, { kind: 'no-answer' }, 'not-stopped']);
    expect(performance.now() - started).toBeLessThan(2_500);
    await server.close();
  });

  test.each([[{}], [{ apiEndpoint: europe }], [{ apiAccessToken: 'token' }], [{ apiEndpoint: 'https://evil.example', apiAccessToken: 'token' }], [{ apiEndpoint: 'http://api.eu.amazonalexa.com', apiAccessToken: 'token' }]])('from %j nothing is sent', async (System) => {
    expect([await speaker(System).set(toSet()), await speaker(System).list(), await speaker(System).stop('a')]).toEqual([{ kind: 'refused' }, { kind: 'no-answer' }, 'not-stopped']);
  });

  test('the address is the request’s own, wherever Amazon is', async () => {
    nock('https://api.amazonalexa.com').get(path).reply(200, { totalCount: '0', alerts: [], links: null });
    expect(await speaker({ apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'token' }).list()).toEqual({ kind: 'listed', alerts: [], isWhole: true });
  });

  test('a request without a context at all is met calmly', async () => {
    expect(await speakerReminders({ amazon: createApiClient(), log })({ version: '1.0' } as never).set(toSet())).toEqual({ kind: 'refused' });
  });
});

describe('what the speaker has', () => {
  test('is told with when it was made and whether it is still on', async () => {
    nock(europe, { reqheaders: { authorization: 'Bearer token' } }).get(path).reply(200, { totalCount: '2', alerts: [made, { alertToken: 'b', status: 'COMPLETED', createdTime: 'odd' }], links: null });
    expect(await speaker().list()).toEqual({ kind: 'listed', isWhole: true, alerts: [{ token: '79559745-635b', version: '1', isOn: true, madeAt: Date.parse(made.createdTime) }, { token: 'b', version: '1', isOn: false }] });
  });
  test('is not taken for all of it when there is more', async () => {
    nock(europe).get(path).reply(200, { totalCount: '300', alerts: [made], links: '/v1/alerts/reminders?next=x' });
    expect(await speaker().list()).toMatchObject({ isWhole: false });
  });
  test.each([[401, 'not-allowed'], [403, 'not-allowed'], [404, 'no-answer'], [429, 'no-answer'], [500, 'no-answer'], [503, 'no-answer']])('%i comes to %s', async (status, kind) => {
    nock(europe).get(path).reply(status, { code: 'X' });
    expect(await speaker().list()).toEqual({ kind });
  });
  test.each(['', '{}', '{"alerts":null}', '{"alerts":[{"alertToken":null}]}'])('what cannot be read, %j, is no answer', async (body) => {
    nock(europe).get(path).reply(200, body);
    expect(await speaker().list()).toEqual({ kind: 'no-answer' });
  });
});

describe('stopping a reminder', () => {
  test.each([[200, 'stopped'], [204, 'stopped'], [404, 'stopped'], [401, 'not-stopped'], [429, 'not-stopped'], [500, 'not-stopped'], [504, 'not-stopped']])('%i comes to %s', async (status, stopped) => {
    nock(europe).delete(`${path}/79559745-635b`).reply(status);
    expect(await speaker().stop('79559745-635b')).toBe(stopped);
  });
  test('a token cannot lead anywhere else', async () => {
    nock(europe).delete(`${path}/..%2F..%2Fv1%2Fother%3Fa%23`).reply(404);
    expect(await speaker().stop('../../v1/other?a#')).toBe('stopped');
  });
});
