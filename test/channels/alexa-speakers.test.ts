// Promise: speakers are told outside a conversation only as Amazon documents it, and whatever Amazon answers is taken for what it means.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../models/alert/index.ts';
import { instant } from '../../models/shared/index.ts';
import { createApiClient } from '../../lambda/alexa/api-client.ts';
import { announcementChannel, chimeChannel } from '../../lambda/channels/alexa-speakers.ts';
import { nock } from '../support/pretend-network.ts';

const amazon = 'https://api.amazon.com';
const europe = 'https://api.eu.amazonalexa.com';
const client = { clientId: 'amzn1.application-oa2-client.x', clientSecret: 'shh' };
let now = instant(Date.UTC(2026, 11, 1, 9));
beforeEach(() => { now = instant(Date.UTC(2026, 11, 1, 9)); });
const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  attemptId: 'harrow/margaret/20261201T0900.visit-late.v17.1', alertId: 'a', councilId: 'harrow' as never, personId: 'margaret' as never, to: { kind: 'person' }, kind: 'visit-late', urgency: 'ordinary',
  address: { id: 'speaker', channel: 'chime', value: 'amzn1.ask.account.A', isVerified: true }, isAgain: false, sentAt: now,
  wording: { title: 'Priya is running late', spoken: 'Priya is running late, the agency says.', discreet: 'My Care: you have news about a visit.', answers: [] }, ...change,
});
const grants = (times = 1, scope = 'alexa::proactive_events') => nock(amazon).post('/auth/o2/token', { grant_type: 'client_credentials', scope, client_id: client.clientId, client_secret: client.clientSecret }).times(times).reply(200, { access_token: 'Atc|1', expires_in: 3600, token_type: 'bearer' });

test('a chime is the message alert that Amazon documents, with nothing personal and nobody’s name', async () => {
  grants();
  let sent: unknown;
  nock(europe, { reqheaders: { authorization: 'Bearer Atc|1' } }).post('/v1/proactiveEvents/stages/development', (body) => { sent = body; return true; }).reply(202);
  expect(await chimeChannel(client, 'development', createApiClient(), () => now).send(delivery())).toEqual({ kind: 'accepted' });
  expect(sent).toEqual({
    timestamp: '2026-12-01T09:00:00.000Z', referenceId: 'harrow~margaret~20261201T0900~visit~late~v17~1', expiryTime: '2026-12-02T08:00:00.000Z',
    event: { name: 'AMAZON.MessageAlert.Activated', payload: { state: { status: 'UNREAD', freshness: 'NEW' }, messageGroup: { creator: { name: 'Your care team' }, count: 1 } } },
    localizedAttributes: [{ locale: 'en-GB' }], relevantAudience: { type: 'Unicast', payload: { user: 'amzn1.ask.account.A' } },
  });
});

test.each([
  [202, { kind: 'accepted' }], [409, { kind: 'accepted' }], [400, { kind: 'failed', why: 'bad-address' }], [403, { kind: 'failed', why: 'not-subscribed' }], [500, { kind: 'failed', why: 'fault' }],
])('an answer of %i is %o', async (status, outcome) => {
  grants();
  nock(europe).post('/v1/proactiveEvents/').reply(status, {});
  expect(await chimeChannel(client, 'live', createApiClient(), () => now).send(delivery())).toEqual(outcome);
});

test('too many is waited for as long as Amazon says, silence is unknown, and no token is a thing to set up', async () => {
  grants();
  nock(europe).post('/v1/proactiveEvents/').reply(429, {}, { 'retry-after': '30' });
  expect(await chimeChannel(client, 'live', createApiClient(), () => now).send(delivery())).toEqual({ kind: 'failed', why: 'rate-limited', retryAfterSeconds: 30 });
  nock(amazon).post('/auth/o2/token').reply(401, { error: 'invalid_client' });
  expect(await chimeChannel(client, 'live', createApiClient(), () => now).send(delivery())).toEqual({ kind: 'failed', why: 'not-set-up' });
});

test('a token is asked for once an hour', async () => {
  const granted = grants(2);
  nock(europe).post('/v1/proactiveEvents/').times(3).reply(202);
  const chime = chimeChannel(client, 'live', createApiClient(), () => now);
  await chime.send(delivery());
  await chime.send(delivery());
  expect(granted.isDone()).toBe(false);
  now = instant(now + 3_600_000);
  await chime.send(delivery());
  expect(granted.isDone()).toBe(true);
});

test('a managed speaker says the discreet words, and how to hear the rest', async () => {
  nock(amazon).post('/auth/o2/token', { grant_type: 'refresh_token', refresh_token: 'Atzr|1', client_id: client.clientId, client_secret: client.clientSecret }).reply(200, { access_token: 'Atza|1', expires_in: 3600 });
  let sent: unknown;
  nock(europe, { reqheaders: { authorization: 'Bearer Atza|1' } }).post('/v3/notifications', (body) => { sent = body; return true; }).reply(202);
  const announcement = announcementChannel({ ...client, refreshToken: 'Atzr|1' }, createApiClient(), () => now);
  expect(await announcement.send(delivery({ address: { id: 'speaker', channel: 'announcement', value: 'amzn1.alexa.unit.did.X', isVerified: true } }))).toEqual({ kind: 'accepted' });
  expect(sent).toEqual({
    recipients: [{ type: 'Unit', id: 'amzn1.alexa.unit.did.X' }],
    notification: { variants: [{ type: 'Announcement', content: { variants: [{ type: 'SpokenText', values: [{ locale: 'en-GB', text: 'You have news about a visit. Say: Alexa, open my care.' }] }] } }] },
  });
});

describe('on managed speakers with screens', () => {
  const unit = { id: 'speaker', channel: 'announcement', value: 'amzn1.alexa.unit.did.X', isVerified: true } as const;
  const recipients = [{ type: 'Unit', id: unit.value }];
  const withScreens = () => {
    nock(amazon).post('/auth/o2/token').reply(200, { access_token: 'Atza|1', expires_in: 3600 });
    return announcementChannel({ ...client, refreshToken: 'Atzr|1' }, createApiClient(), () => now, true);
  };
  const takenDown = () => nock(europe).post('/v3/notifications/delete', { notificationTypes: ['PersistentVisualAlert'], recipients }).reply(200, {});

  test('the discreet words stay on the screen after the older ones made way, at most half a day', async () => {
    const channel = withScreens();
    const shown = {
      type: 'PersistentVisualAlert', dismissalTime: '2026-12-01T21:00:00.000Z',
      content: { variants: [{ type: 'V0Template', values: [{
        locale: 'en-GB', document: { type: 'Link', src: 'doc://alexa/apl/documents/enterprise/notifications/persistentvisualalert/textWrappingTemplate' },
        datasources: { displayText: { primaryText: 'You have news about a visit.', secondaryText: 'Say: Alexa, open my care.' }, background: { colorOverlay: true } },
      }] }] },
    };
    const order: string[] = [];
    nock(europe).post('/v3/notifications', (body) => body.notification?.variants[0].type === 'Announcement').reply(202, () => { order.push('said'); return {}; });
    nock(europe).post('/v3/notifications/delete', { notificationTypes: ['PersistentVisualAlert'], recipients }).reply(200, () => { order.push('older down'); return {}; });
    nock(europe).post('/v3/notifications', { recipients, notification: { variants: [shown] } }).reply(202, () => { order.push('shown'); return {}; });
    expect(await channel.send(delivery({ address: unit }))).toEqual({ kind: 'accepted' });
    expect(order).toEqual(['said', 'older down', 'shown']);
  });

  test('an answer takes it down; what passes by itself is not shown', async () => {
    const channel = withScreens();
    nock(europe).post('/v3/notifications').reply(202);
    await channel.send(delivery({ address: unit, urgency: 'passing', kind: 'on-the-way' }));
    const down = takenDown();
    await channel.silence?.({ alertId: 'a', councilId: 'harrow' as never, addresses: [unit], by: 'answered', at: now });
    expect(down.isDone()).toBe(true);
  });

  test('a screen that refuses changes nothing of what was said', async () => {
    const channel = withScreens();
    nock(europe).post('/v3/notifications', (body) => body.notification?.variants[0].type === 'Announcement').reply(202);
    takenDown();
    nock(europe).post('/v3/notifications', (body) => body.notification.variants[0].type === 'PersistentVisualAlert').reply(400, {});
    expect(await channel.send(delivery({ address: unit }))).toEqual({ kind: 'accepted' });
  });
});
