// Promise: a carer's phone is told through its browser's own push service, sealed for that browser, naming nobody; and no other address is ever called for it.
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import webPush from 'web-push';
import type { Delivery } from '../../models/alert/index.ts';
import { instant } from '../../models/shared/index.ts';
import { pushDesk } from '../../lambda/channels/push-desk.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { pushChannel } from '../../lambda/channels/web-push.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { nock } from '../support/pretend-network.ts';
import { harrow, margaret, runningHouse, until } from '../support/running-house.ts';

const vapid = { ...webPush.generateVAPIDKeys(), subject: 'mailto:alerts@example.org' };
const phone = createECDH('prime256v1');
phone.generateKeys();
const auth = randomBytes(16);
const subscription = (endpoint = 'https://fcm.googleapis.com/fcm/send/abc') => ({ endpoint, keys: { p256dh: phone.getPublicKey('base64url'), auth: auth.toString('base64url') } });
const sentAt = instant(Date.UTC(2026, 11, 1, 9));
const delivery = (value = JSON.stringify(subscription())): Delivery => ({
  attemptId: 'harrow/margaret/20261201T0900.help-wanted.x.1', alertId: '20261201T0900.help-wanted.x', councilId: harrow, personId: margaret, to: { kind: 'member', memberId: 'susan' }, kind: 'help-wanted', urgency: 'urgent',
  address: { id: 'push-1', channel: 'push', value, isVerified: true }, isAgain: false, sentAt,
  wording: { title: 'Margaret asked for help', spoken: 'Margaret asked for help by voice.', discreet: 'My Care, urgent: somebody asking for help.', answers: [] },
});

/** Opens a message as the browser does. Source: RFC 8188 and RFC 8291. */
function opened(body: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const server = body.subarray(21, 21 + (body[20] ?? 0));
  const sealed = body.subarray(21 + server.length);
  const shared = phone.computeSecret(server);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), phone.getPublicKey(), server]);
  const key = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const content = Buffer.from(hkdfSync('sha256', key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16));
  const nonce = Buffer.from(hkdfSync('sha256', key, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  const decipher = createDecipheriv('aes-128-gcm', content, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
}

test('a message is sealed for the phone, urgent, and names nobody', async () => {
  let body = '';
  nock('https://fcm.googleapis.com', { reqheaders: { urgency: 'high', 'content-encoding': 'aes128gcm', authorization: /^vapid t=ey/, ttl: '14400' } }).post('/fcm/send/abc', (hex: unknown) => { body = String(hex); return true; }).reply(201);
  expect(await pushChannel(vapid).send(delivery())).toEqual({ kind: 'accepted' });
  expect(opened(Buffer.from(body, 'hex'))).toEqual({ id: '20261201T0900.help-wanted.x', attemptId: 'harrow/margaret/20261201T0900.help-wanted.x.1', words: 'My Care, urgent: somebody asking for help.', isUrgent: true, isAgain: false });
});

test.each([[201, { kind: 'accepted' }], [404, { kind: 'failed', why: 'not-subscribed' }], [410, { kind: 'failed', why: 'not-subscribed' }], [403, { kind: 'failed', why: 'refused' }], [500, { kind: 'failed', why: 'fault' }]])('an answer of %i is %o', async (status, outcome) => {
  nock('https://fcm.googleapis.com').post('/fcm/send/abc').reply(status);
  expect(await pushChannel(vapid).send(delivery())).toEqual(outcome);
});

test('too many is waited for', async () => {
  nock('https://fcm.googleapis.com').post('/fcm/send/abc').reply(429, '', { 'retry-after': '20' });
  expect(await pushChannel(vapid).send(delivery())).toEqual({ kind: 'failed', why: 'rate-limited', retryAfterSeconds: 20 });
});

test.each(['https://evil.example/', 'http://fcm.googleapis.com/x', 'https://fcm.googleapis.com.evil.example/', 'https://169.254.169.254/', 'https://user@fcm.googleapis.com/', 'https://fcm.googleapis.com:8443/', 'nonsense'])('%s is no push service, and is never called', async (endpoint) => {
  expect(await pushChannel(vapid).send(delivery(JSON.stringify(subscription(endpoint))))).toEqual({ kind: 'failed', why: 'bad-address' });
});

describe('a phone', () => {
  test('is added for somebody of the circle, once, and its OK answers for them', async () => {
    const house = await runningHouse();
    const desk = pushDesk({ store: alertStore(house.table), records: house.services.records, alerts: house.services.alerts, clock: house.clock, council: harrow, publicKey: vapid.publicKey });
    const susan = { personId: 'margaret', memberId: 'susan' };
    const identity = madeUpIdentities.find(({ key }) => key === 'susan')!.identity;
    const before = await desk.subscribe({ identity, ...susan, subscription: subscription() }) as { word: string };
    const { word } = await desk.subscribe({ identity, ...susan, subscription: subscription() }) as { word: string };
    expect(await desk.subscribe({ identity, ...susan, memberId: 'ann', subscription: subscription() })).toEqual({ kind: 'not-in-circle' });
    expect(await desk.subscribe({ identity: { ...identity, kind: 'person', personId: margaret }, ...susan, subscription: subscription() })).toEqual({ kind: 'not-in-circle' });
    expect(await desk.subscribe({ identity, ...susan, subscription: subscription('https://evil.example/') })).toEqual({ kind: 'not-a-push-service' });
    expect((await alertStore(house.table).whomToTell(harrow, margaret))?.reach.members['susan']?.filter(({ channel }) => channel === 'push')).toHaveLength(1);
    const alert = await house.raise('help-wanted', { at: house.clock() });
    await until(() => house.find(alert.id), (found) => found?.firstToldAt !== undefined);
    for (const wrong of [before.word, '', 'guessed']) expect(await desk.answer({ ...susan, alertId: alert.id, word: wrong })).toBe(false);
    expect((await house.find(alert.id))?.state).not.toBe('closed');
    expect(await desk.answer({ ...susan, alertId: alert.id, word })).toBe(true);
    await house.close();
  });
});
