// Promise: a speaker of our own keeps reminders behind the same interface as Amazon's, asks first, and does not claim to ring.
import { beforeEach, expect, test } from '@jest/globals';
import type { RequestEnvelope, services } from 'ask-sdk-model';
import type { Instant } from '../../models/shared/index.ts';
import type { SpeakerReminders } from '../../skill/reminder/speaker-reminders.ts';
import { speakerReminders } from '../../lambda/alexa/speaker-reminders.ts';
import { approveReminders, deskEndpoint, deskReminders } from '../../lambda/desk-speaker/desk-reminders.ts';
import { at } from '../care-visit/margarets-visits.ts';
import { describeOnEveryEngine } from '../store/engines.ts';
import type { Table } from '../../lambda/store/table.ts';

const weekly = { kind: 'weekly', days: [2, 5], at: '08:15', visitFrom: '08:30' } as never;
const once = { kind: 'once', on: '2026-12-01', at: '08:15', visitFrom: '08:30' } as never;
const log = { fault: (code: string) => { throw new Error(code); } };

describeOnEveryEngine('The desk speaker’s reminders', (newTable) => {
  let table: Table;
  let now: Instant;
  let ids = 0;
  let api: services.ApiClient;
  beforeEach(async () => {
    table = await newTable();
    now = at('08:00');
    ({ api } = deskReminders({ table, clock: () => now, newId: () => `alert-${(ids += 1)}` }));
  });
  const speaker = (alexaId = 'margaret'): SpeakerReminders => {
    const nowhere: services.ApiClient = { invoke: () => Promise.reject(new Error('Amazon was called')) };
    return speakerReminders({ amazon: nowhere, own: { endpoint: deskEndpoint, api }, log })({ context: { System: { apiEndpoint: deskEndpoint, apiAccessToken: alexaId } } } as unknown as RequestEnvelope);
  };
  const toSet = (time: never) => ({ time, firstOn: '2026-12-01' as never, zone: 'Europe/London', words: 'You have a visit soon.', askedAt: now });

  test('are allowed only after “I approve”, and only there', async () => {
    expect(await speaker().set(toSet(weekly))).toEqual({ kind: 'not-allowed' });
    expect(await speaker().list()).toEqual({ kind: 'not-allowed' });
    await approveReminders(table, 'margaret');
    await approveReminders(table, 'margaret');
    expect(await speaker().set(toSet(weekly))).toMatchObject({ kind: 'set', version: '1' });
    expect(await speaker('joyce').set(toSet(weekly))).toEqual({ kind: 'not-allowed' });
  });

  test('are set, listed, over in time, and stopped', async () => {
    await approveReminders(table, 'margaret');
    const [first, second] = [await speaker().set(toSet(weekly)), await speaker().set(toSet(once))];
    if (first.kind !== 'set' || second.kind !== 'set') throw new Error('They are allowed');
    const on = async () => {
      const listed = await speaker().list();
      return listed.kind === 'listed' ? Object.fromEntries(listed.alerts.map(({ token, isOn }) => [token, isOn])) : listed.kind;
    };
    expect(await on()).toEqual({ [first.token]: true, [second.token]: true });
    now = at('08:16');
    expect(await on()).toEqual({ [first.token]: true, [second.token]: false });
    expect(await speaker().stop(first.token)).toBe('stopped');
    expect(await speaker().stop(first.token)).toBe('stopped');
    expect(await on()).toEqual({ [second.token]: false });
  });

  test('answer in the shapes that Amazon documents', async () => {
    await approveReminders(table, 'margaret');
    const call = (method: string, url: string, body?: string) => api.invoke({ method: method, url, headers: [{ key: 'Authorization', value: 'Bearer margaret' }], ...(body !== undefined && { body }) });
    const base = `${deskEndpoint}/v1/alerts/reminders`;
    const trigger = { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-12-01T08:15:00.000', timeZoneId: 'Europe/London' };
    const made = await call('POST', base, JSON.stringify({ requestTime: '2026-12-01T08:00:00.000', trigger }));
    const body = JSON.parse(made.body ?? '') as { alertToken: string };
    expect([made.statusCode, body]).toEqual([200, { alertToken: expect.any(String), createdTime: '2026-12-01T08:00:00.000Z', updatedTime: '2026-12-01T08:00:00.000Z', status: 'ON', version: '1', href: `/v1/alerts/reminders/${body.alertToken}` }]);
    expect(JSON.parse((await call('GET', base)).body ?? '')).toMatchObject({ totalCount: '1', links: null, alerts: [{ alertToken: body.alertToken, trigger }] });
    for (const scheduledTime of ['2026-12-01T08:15:00.000Z', '2026-12-01T08:15:00+00:00', '2026-13-01T08:15:00.000', 'tomorrow']) {
      const refused = await call('POST', base, JSON.stringify({ requestTime: '2026-12-01T08:00:00.000', trigger: { ...trigger, scheduledTime } }));
      expect([refused.statusCode, JSON.parse(refused.body ?? '')]).toEqual([400, { code: 'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT', message: 'trigger.scheduledTime' }]);
    }
    expect((await call('DELETE', `${base}/nobody`)).statusCode).toBe(404);
  });

  test('do not claim to ring', () => {
    expect(speaker().rings).toBe(false);
    expect(speakerReminders({ amazon: api, own: { endpoint: deskEndpoint, api }, log })({ context: { System: { apiEndpoint: 'https://api.eu.amazonalexa.com' } } } as unknown as RequestEnvelope).rings).toBe(true);
  });
});
