// Promise: when a visit moves, the reminder on the speaker goes with it or keeps quiet, with nobody having to ask; no reminder is added, and none is heard for a visit that is elsewhere.
import { describe, expect, test } from '@jest/globals';
import { reportOnVisit, visitsOn } from '../../models/care-visit/index.ts';
import { remindersOutOfStep, type ReminderTime, type VisitReminder } from '../../models/routine/index.ts';
import { addDays, councilId, personId, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { createApiClient } from '../../lambda/alexa/api-client.ts';
import { remindersInStep } from '../../lambda/alerts/reminders-in-step.ts';
import { skillMessages } from '../../lambda/channels/skill-messages.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { messageDesk } from '../../lambda/desk-speaker/message-desk.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { at, bookOf, breakfast, lunch, tea, london } from '../care-visit/margarets-visits.ts';
import { messageReceived } from '../support/alexa-request.ts';
import { conversation, type Talk } from '../support/conversation.ts';
import { pretendAmazon } from '../support/pretend-amazon.ts';
import { nock } from '../support/pretend-network.ts';

const day = (text: string) => text as LocalDate;
const clock = (text: string) => text as LocalTime;
const kitchen = speakerKeyOf('kitchen');
const priya: ReminderTime = { kind: 'weekly', days: [1, 2, 3, 5, 6, 7], at: clock('08:15'), visitFrom: clock('08:30') };
const reminder = (time: ReminderTime, of: Partial<VisitReminder> = {}): VisitReminder => ({ id: 'one', speaker: kitchen, wish: { workerId: 'priya', leadMinutes: 15 }, time, alert: { token: 'token', version: '1' }, agreedAt: at('08:00'), ...of });
const thursday: ReminderTime = { kind: 'once', on: day('2026-12-03'), at: clock('11:45'), visitFrom: clock('12:00') };
const thursdays = { wish: { on: day('2026-12-03'), leadMinutes: 15 } } as const;
const now = at('20:00');
const step = (visits: ReturnType<typeof bookOf>, one: VisitReminder) => remindersOutOfStep({ reminders: [one] }, visits, now, london).map((follow) => ({ ...follow, reminder: follow.reminder.id }));

function reported(on: string, from: string, said: { said: 'moved'; on: LocalDate; from: LocalTime } | { said: 'cancelled'; by: 'agency'; reason: string }, visits = bookOf()) {
  const visit = visitsOn(visits, day(on), london).find((each) => each.from === from);
  const noted = reportOnVisit(visits, { visitId: visit!.id, at: now, ...said }, now, london);
  if (noted.kind !== 'noted') throw new Error(noted.reason);
  return noted.book;
}
const moved = (on: string, from: string, toDay: string, to: string) => reported(on, from, { said: 'moved', on: day(toDay), from: clock(to) });

describe('what is out of step', () => {
  test('nothing is while the visits stand', () => {
    expect(step(bookOf(), reminder(priya))).toEqual([]);
    expect(step(bookOf(), reminder(thursday, thursdays))).toEqual([]);
  });
  test('a single one goes with its visit', () => {
    expect(step(moved('2026-12-03', '12:00', '2026-12-03', '14:00'), reminder(thursday, thursdays))).toEqual([{ do: 'move', reminder: 'one', time: { ...thursday, at: '13:45', visitFrom: '14:00' } }]);
  });
  test('a single one stops when its visit is cancelled, or goes to another day than was asked for', () => {
    expect(step(reported('2026-12-03', '12:00', { said: 'cancelled', by: 'agency', reason: 'snow' }), reminder(thursday, thursdays))).toEqual([{ do: 'stop', reminder: 'one' }]);
    expect(step(moved('2026-12-03', '12:00', '2026-12-04', '12:00'), reminder(thursday, thursdays))).toEqual([{ do: 'stop', reminder: 'one' }]);
  });
  test('one that was heard already is left alone', () => {
    expect(remindersOutOfStep({ reminders: [reminder(thursday, thursdays)] }, moved('2026-12-03', '12:00', '2026-12-03', '14:00'), at('11:46', '2026-12-03'), london)).toEqual([]);
  });
  test('a weekly one passes that one day over', () => {
    expect(step(moved('2026-12-02', '08:30', '2026-12-02', '10:00'), reminder(priya))).toEqual([{ do: 'skip', reminder: 'one', from: '2026-12-03' }]);
  });
  test('what it passes over it does not pass over twice, and a later day waits until it is next', () => {
    expect(step(moved('2026-12-02', '08:30', '2026-12-02', '10:00'), reminder(priya, { from: day('2026-12-03') }))).toEqual([]);
    expect(step(moved('2026-12-04', '08:30', '2026-12-04', '10:00'), reminder(priya))).toEqual([]);
  });
  test('a round with a new time takes its reminder along', () => {
    const later = bookOf([{ ...breakfast, from: clock('09:00') }, tea, lunch]);
    expect(step(later, reminder(priya))).toEqual([{ do: 'move', reminder: 'one', time: { ...priya, at: '08:45', visitFrom: '09:00' } }]);
  });
  test('a round that is over stops it', () => {
    expect(step(bookOf([tea, lunch]), reminder(priya))).toEqual([{ do: 'stop', reminder: 'one' }]);
  });
});

const harrow = councilId('harrow');
const margaret = personId('margaret');

async function withReminder() {
  const amazon = pretendAmazon();
  const faults: string[] = [];
  const talk = await conversation('margaret', { at: '2026-12-01T20:00', onAlexa: true, instead: { amazon: amazon.api, log: { fault: (code) => { faults.push(code); } } } });
  await talk.user('remind me before my visit on thursday');
  (await talk.user('yes')).alexa(/^It's set\./);
  const book = async () => (await talk.services.reminderBooks.read(harrow, margaret)).book.reminders;
  const hears = async () => { await talk.services.ask(messageReceived({ kind: 'visits-changed' }, { userId: deskAlexaId('margaret') })); };
  return { amazon, faults, talk, book, hears };
}

async function moveThursday(talk: Talk, to: string): Promise<void> {
  const { visitBook } = await talk.record();
  const [visit] = visitsOn(visitBook, day('2026-12-03'), london);
  const noted = reportOnVisit(visitBook, { visitId: visit!.id, at: talk.services.clock(), said: 'moved', on: day('2026-12-03'), from: clock(to) }, talk.services.clock(), london);
  if (noted.kind !== 'noted') throw new Error(noted.reason);
  await talk.change(() => ({ visitBook: noted.book }));
}

describe('on the speaker, when the message comes back through Amazon', () => {
  test('it is changed, once, and we have it noted', async () => {
    const { amazon, talk, book, hears } = await withReminder();
    await moveThursday(talk, '14:00');
    await hears();
    await hears();
    expect(amazon.calls.filter((call) => call.startsWith('PUT'))).toHaveLength(1);
    expect([...amazon.alerts.values()].map(({ body }) => [body.trigger?.scheduledTime, body.alertInfo?.spokenInfo?.content[0]?.text])).toEqual([['2026-12-03T13:45:00.000', 'A visit is planned at two in the afternoon.']]);
    expect((await book()).map(({ time, alert }) => [time.at, alert.version])).toEqual([['13:45', '2']]);
  });

  test('nothing is spoken, and a speaker nobody has linked changes nothing', async () => {
    const { amazon, talk } = await withReminder();
    const before = amazon.calls.length;
    const answer = await talk.services.ask(messageReceived({ kind: 'visits-changed' }, { userId: 'amzn1.ask.account.STRANGER' }));
    expect(answer.response).toEqual({});
    expect(amazon.calls.length).toBe(before);
  });

  test.each([[401], [404], [409], [500]])('when Amazon answers %i it is in the log, stays noted as it was, and is tried again next time', async (status) => {
    const { amazon, faults, talk, book, hears } = await withReminder();
    await moveThursday(talk, '14:00');
    amazon.answer('PUT', { status });
    await hears();
    expect(faults).toEqual(['reminder-not-followed']);
    expect((await book()).map(({ time }) => time.at)).toEqual(['11:45']);
    amazon.answer('PUT', undefined);
    await hears();
    expect((await book()).map(({ time }) => time.at)).toEqual(['13:45']);
  });

  test('a weekly one begins anew after the day it passes over', async () => {
    const amazon = pretendAmazon();
    const talk = await conversation('margaret', { at: '2026-12-01T20:00', onAlexa: true, instead: { amazon: amazon.api } });
    await talk.user('remind me before Priya comes');
    await talk.user('yes');
    const { visitBook } = await talk.record();
    const [visit] = visitsOn(visitBook, day('2026-12-02'), london);
    const noted = reportOnVisit(visitBook, { visitId: visit!.id, at: talk.services.clock(), said: 'moved', on: day('2026-12-02'), from: clock('10:00') }, talk.services.clock(), london);
    if (noted.kind !== 'noted') throw new Error(noted.reason);
    await talk.change(() => ({ visitBook: noted.book }));
    await talk.services.ask(messageReceived({ kind: 'visits-changed' }, { userId: deskAlexaId('margaret') }));
    const [{ body } = { body: undefined }] = [...amazon.alerts.values()];
    expect(body?.trigger?.scheduledTime).toBe('2026-12-04T08:15:00.000');
    expect(body?.trigger?.recurrence?.startDateTime).toBe(`${addDays(day('2026-12-03'), 1)}T00:00:00.000`);
  });
});

describe('the message itself', () => {
  const client = { clientId: 'amzn1.application-oa2-client.x', clientSecret: 'shh' };
  const grants = () => nock('https://api.amazon.com').post('/auth/o2/token', { grant_type: 'client_credentials', scope: 'alexa:skill_messaging', client_id: client.clientId, client_secret: client.clientSecret }).reply(200, { access_token: 'Atc|2', expires_in: 3600, token_type: 'bearer' });
  const send = async () => skillMessages(client, createApiClient(), () => at('09:00'))('amzn1.ask.account.A', 'visits-changed');

  test('is as Amazon documents it, and says nothing of anybody', async () => {
    grants();
    nock('https://api.eu.amazonalexa.com', { reqheaders: { authorization: 'Bearer Atc|2' } }).post('/v1/skillmessages/users/amzn1.ask.account.A', { data: { kind: 'visits-changed' }, expiresAfterSeconds: 3600 }).reply(202);
    expect(await send()).toBe('accepted');
  });
  test.each([[404, 'no-such-account'], [400, 'failed'], [403, 'failed'], [429, 'failed'], [500, 'failed']])('an answer of %i is %s', async (status, outcome) => {
    grants();
    nock('https://api.eu.amazonalexa.com').post('/v1/skillmessages/users/amzn1.ask.account.A').reply(status);
    expect(await send()).toBe(outcome);
  });
  test('no token is a failure, not a fault', async () => {
    nock('https://api.amazon.com').post('/auth/o2/token').reply(401, {});
    expect(await send()).toBe('failed');
  });
});

describe('after somebody’s plan was made anew', () => {
  test('a message is sent only when a reminder is out of step, and a failure is in the log', async () => {
    const { talk } = await withReminder();
    const sent: string[] = [];
    const faults: string[] = [];
    const log = { event: () => undefined, fault: (code: string) => { faults.push(code); } };
    const { services } = talk;
    const record = await talk.record();
    const linked = { councilId: record.councilId, personId: record.personId, visitBook: record.visitBook, household: record.household, link: { speaker: record.link!.speaker, details: { ...record.link!.details, alexaId: 'amzn1.ask.account.REAL' } } } as unknown as typeof record;
    const check = remindersInStep({ books: services.reminderBooks, clock: services.clock, log, message: (id, kind) => { sent.push(`${id} ${kind}`); return Promise.resolve('no-such-account'); } });
    await check(linked);
    expect(sent).toEqual([]);
    await moveThursday(talk, '14:00');
    await check({ ...linked, visitBook: (await talk.record()).visitBook });
    expect([sent, faults]).toEqual([['amzn1.ask.account.REAL visits-changed'], ['reminders-not-in-step']]);
  });

  test('on a speaker of our own the same happens without Amazon', async () => {
    const talk = await conversation('margaret', { at: '2026-12-01T20:00' });
    await talk.user('remind me before my visit on thursday');
    await talk.user('yes');
    await talk.user('I approve');
    await moveThursday(talk, '14:00');
    const { services } = talk;
    let made = 0;
    const desk = messageDesk({ ask: services.ask, clock: services.clock, skillId: services.config.skillId, newId: () => `id-${(made += 1)}` });
    await remindersInStep({ books: services.reminderBooks, clock: services.clock, log: { event: () => undefined, fault: () => undefined }, messageDesk: desk })(await talk.record());
    expect((await services.reminderBooks.read(harrow, margaret)).book.reminders.map(({ time }) => time.at)).toEqual(['13:45']);
  });
});
