// Promise: on a speaker that a council manages, reminders are set, moved and stopped as Amazon's Smart Properties document it, in a conversation and out of it; an answer that cannot be read is never taken for a yes.
import { afterEach, describe, expect, test } from '@jest/globals';
import { reportOnVisit, visitsOn } from '../../models/care-visit/index.ts';
import { councilId, personId, type LocalDate } from '../../models/shared/index.ts';
import { createApiClient } from '../../lambda/alexa/api-client.ts';
import { managedEndpointIn, managedReminders } from '../../lambda/alexa/managed-reminders.ts';
import { remindersInStep } from '../../lambda/alerts/reminders-in-step.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import type { ReminderToSet } from '../../skill/reminder/speaker-reminders.ts';
import { at } from '../care-visit/margarets-visits.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { conversation } from '../support/conversation.ts';
import { nock } from '../support/pretend-network.ts';

const europe = 'https://api.eu.amazonalexa.com';
const path = '/v2/alerts/reminders';
const endpoint = 'amzn1.alexa.endpoint.did.ROOM4';
const faults: string[] = [];
const speaker = () => managedReminders({ api: createApiClient(), token: () => Promise.resolve('Atza|1'), log: { fault: (code) => { faults.push(code); } } })(endpoint);
const toSet: ReminderToSet = { time: { kind: 'weekly', days: [2], at: '08:15' as never, visitFrom: '08:30' as never }, firstOn: '2026-12-08' as never, zone: 'Europe/London', words: 'You have a visit soon.', askedAt: at('08:00') };
const reminder = {
  trigger: { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-12-08T08:15:00.000', timeZoneId: 'Europe/London', recurrence: { startDateTime: '2026-12-08T00:00:00.000', recurrenceRules: ['FREQ=WEEKLY;BYDAY=TU;BYHOUR=8;BYMINUTE=15;BYSECOND=0;INTERVAL=1;'] } },
  alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: 'You have a visit soon.', ssml: '<speak>You have a visit soon.</speak>' }] } },
};
afterEach(() => { faults.length = 0; });

describe('one reminder', () => {
  test.each([
    ['named at the top', { alertToken: 'r-1', version: '3' }], ['in a list of results', { results: [{ recipient: { type: 'Endpoint', id: endpoint }, reminder: { alertToken: 'r-1', version: '3', status: 'ON' } }] }], ['by another name', { reminders: [{ reminderId: 'r-1', version: '3' }] }],
  ])('is set with the organisation’s token, and its name is found %s', async (_where, answer) => {
    nock(europe, { reqheaders: { authorization: 'Bearer Atza|1' } }).post(path, { recipients: [{ type: 'Endpoint', id: endpoint }], requestTime: '2026-12-01T08:00:00.000', reminder }).reply(200, answer);
    expect(await speaker().set(toSet)).toEqual({ kind: 'set', token: 'r-1', version: '3', endpointId: endpoint });
  });

  test.each([[200, {}, 'unknown'], [200, 'not json', 'unknown'], [500, {}, 'unknown'], [429, {}, 'busy'], [400, { code: 'BAD' }, 'refused'], [403, {}, 'refused']])('an answer of %i with %j is %s', async (status, body, kind) => {
    nock(europe).post(path).reply(status, body);
    expect((await speaker().set(toSet)).kind).toBe(kind);
  });

  test('without a token nothing is sent', async () => {
    const none = managedReminders({ api: createApiClient(), token: () => Promise.resolve(undefined), log: { fault: () => undefined } })(endpoint);
    expect([await none.set(toSet), await none.list(), await none.stop('r-1'), await none.change('r-1', toSet)]).toEqual([{ kind: 'refused' }, { kind: 'no-answer' }, 'not-stopped', { kind: 'not-changed' }]);
  });

  test('is changed, stopped and listed by its name', async () => {
    nock(europe).put(`${path}/r-1`, { recipient: { type: 'Endpoint', id: endpoint }, requestTime: '2026-12-01T08:00:00.000', reminder }).reply(200, { alertToken: 'r-1', version: '4' });
    nock(europe).delete(`${path}/r-1`).reply(204);
    nock(europe).delete(`${path}/gone`).reply(404);
    nock(europe).get(path).query({ 'recipient.id': endpoint, 'recipient.type': 'Endpoint', owner: '~caller' }).reply(200, { results: [{ alertToken: 'r-1', status: 'ON' }, { alertToken: 'r-2', status: 'COMPLETED' }] });
    expect(await speaker().change('r-1', toSet)).toEqual({ kind: 'changed', version: '4' });
    expect([await speaker().stop('r-1'), await speaker().stop('gone')]).toEqual(['stopped', 'stopped']);
    expect(await speaker().list()).toEqual({ kind: 'listed', alerts: [{ token: 'r-1', version: '1', isOn: true }, { token: 'r-2', version: '1', isOn: false }], isWhole: false });
  });
});

test('only a request of a managed speaker names one', () => {
  const plain = intentRequest('MessagesIntent');
  const managed = structuredClone(intentRequest('MessagesIntent', {}, { unitId: 'amzn1.alexa.unit.did.ROOM4' })) as unknown as { context: { System: { device: Record<string, unknown> } } };
  managed.context.System.device['persistentEndpointId'] = endpoint;
  expect([managedEndpointIn(plain), managedEndpointIn(managed as never)]).toEqual([undefined, endpoint]);
});

test('when a visit moves, its reminder on a managed speaker is moved at once, with nobody talking and no message sent', async () => {
  const talk = await conversation('margaret', { at: '2026-12-01T20:00' });
  const { services } = talk;
  const record = await talk.record();
  const [council, person] = [councilId('harrow'), personId('margaret')];
  const kept = await services.reminderBooks.read(council, person);
  const thursday = '2026-12-03' as LocalDate;
  await services.reminderBooks.save(kept, { idempotencyKey: 'set', at: services.clock(), action: 'reminder-set', book: { reminders: [{ id: 'one', speaker: record.link?.speaker ?? speakerKeyOf('x'), wish: { on: thursday, leadMinutes: 15 }, time: { kind: 'once', on: thursday, at: '11:45' as never, visitFrom: '12:00' as never }, alert: { token: 'r-1', version: '1', endpointId: endpoint }, agreedAt: services.clock() }] } });
  const [visit] = visitsOn(record.visitBook, thursday, 'Europe/London');
  const noted = reportOnVisit(record.visitBook, { visitId: visit!.id, at: services.clock(), said: 'moved', on: thursday, from: '14:00' as never }, services.clock(), 'Europe/London');
  if (noted.kind !== 'noted') throw new Error(noted.reason);
  await talk.change(() => ({ visitBook: noted.book }));
  const changed = nock(europe).put(`${path}/r-1`, (body) => body.reminder.trigger.scheduledTime === '2026-12-03T13:45:00.000').reply(200, { alertToken: 'r-1', version: '2' });
  const messages: string[] = [];
  await remindersInStep({
    books: services.reminderBooks, clock: services.clock, log: { event: () => undefined, fault: (code) => { faults.push(code); } }, message: (id) => { messages.push(id); return Promise.resolve('accepted'); },
    managed: managedReminders({ api: createApiClient(), token: () => Promise.resolve('Atza|1'), log: { fault: () => undefined } }),
  })(await talk.record());
  expect([changed.isDone(), messages, faults]).toEqual([true, [], []]);
  expect((await services.reminderBooks.read(council, person)).book.reminders[0]).toMatchObject({ time: { at: '13:45' }, alert: { token: 'r-1', version: '2', endpointId: endpoint } });
});
