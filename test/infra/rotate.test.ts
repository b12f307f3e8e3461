// Promise: a secret can be changed with nobody shut out: the new and the one before are both taken until the overlap is ended; what others give us is tried before it is written down; and no value is ever told.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import webPush from 'web-push';
import { readStage, type Stage } from '../../infra/stage.ts';
import { pushChannel } from '../../lambda/channels/web-push.ts';
import { webhookChannel } from '../../lambda/channels/webhook.ts';
import { readConfig } from '../../lambda/config.ts';
import { answerHttpEvents, type HttpEvent } from '../../lambda/http-event.ts';
import type { AskAws } from '../../scripts/deploy/preflight.ts';
import { originVersion } from '../../scripts/deploy/origin-version.ts';
import { rotateSecret, type Rotation } from '../../scripts/deploy/rotate-secret.ts';
import { instant } from '../../models/shared/index.ts';
import type { Delivery } from '../../models/alert/index.ts';
import { nock } from '../support/pretend-network.ts';

const found = readStage('example');
const stage: Stage = 'stage' in found ? found.stage : ({} as never);
const [oldSecret, oldWord] = ['a-secret-that-both-sides-know-of-0123456789', 'a-word-that-only-cloudfront-knows'];
const oldKeys = webPush.generateVAPIDKeys();
const notify = { NOTIFY_API_KEY: 'harrow-11111111-2222-3333-4444-555555555555-66666666-7777-8888-9999-000000000000', NOTIFY_TEXT_TEMPLATE: 't', NOTIFY_EMAIL_TEMPLATE: 'e' };
type Held = Readonly<Record<string, string>>;

/** Secrets Manager with what it holds. */
function vault(held: Readonly<Record<string, Held>>, { isShut = false, tryOut = () => Promise.resolve<string | undefined>(undefined) } = {}) {
  const kept: Record<string, Held> = { ...held };
  const ask: AskAws = (words) => Promise.resolve(words[1] === 'get-secret-value' && kept[words[3] ?? ''] !== undefined ? { text: JSON.stringify({ SecretString: JSON.stringify(kept[words[3] ?? '']) }) } : { failed: 'refused' });
  const put = (name: string, value: string) => {
    if (!isShut) kept[name] = JSON.parse(value) as Held;
    return Promise.resolve(!isShut);
  };
  return { kept, rotate: (rotation: Rotation) => rotateSecret(stage, rotation, { ask, put, tryOut }) };
}
const of = (kind: string) => `my-care/example/${kind}`;

describe('one of our own', () => {
  test.each([
    ['webhook', { WEBHOOK_URL: 'https://desk.harrow.example/hook', WEBHOOK_SECRET: oldSecret }, ['WEBHOOK_SECRET']], ['origin', { ORIGIN_WORD: oldWord }, ['ORIGIN_WORD']],
    ['push', { VAPID_PUBLIC_KEY: oldKeys.publicKey, VAPID_PRIVATE_KEY: oldKeys.privateKey, VAPID_SUBJECT: 'mailto:on-call@harrow.example' }, ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY']],
  ] as const)('%s is new, the one before is kept beside it, and goes at the end; the other settings stay', async (kind, held: Held, names) => {
    const { kept, rotate } = vault({ [of(kind)]: held });
    const begun = await rotate({ kind });
    const during = kept[of(kind)]!;
    expect(begun).toEqual({ done: expect.any(String) });
    for (const name of names) {
      expect(during[`${name}_BEFORE`]).toBe(held[name]);
      expect(during[name]).not.toBe(held[name]);
    }
    expect(await rotate({ kind })).toEqual({ fault: expect.stringContaining('still under way') });
    const ended = await rotate({ kind, isEnd: true });
    const { ...after } = kept[of(kind)];
    expect(after).toEqual({ ...held, ...Object.fromEntries(names.map((name) => [name, during[name]])) });
    expect(await rotate({ kind, isEnd: true })).toEqual({ fault: expect.stringContaining('no overlap') });
    for (const value of [...Object.values(held), ...Object.values(during)]) expect(JSON.stringify([begun, ended])).not.toContain(value);
  });

  test('that cannot be read, or is not taken, stays as it was', async () => {
    expect(await vault({}).rotate({ kind: 'origin' })).toEqual({ fault: expect.stringContaining('cannot be read') });
    const shut = vault({ [of('origin')]: { ORIGIN_WORD: oldWord } }, { isShut: true });
    expect(await shut.rotate({ kind: 'origin' })).toEqual({ fault: expect.stringContaining('nothing was changed') });
    expect(shut.kept[of('origin')]).toEqual({ ORIGIN_WORD: oldWord });
  });
});

describe('one of somebody else’s', () => {
  test('is written down when it works, and the rest of the secret stays', async () => {
    const tried: Held[] = [];
    const { kept, rotate } = vault({ [of('notify')]: notify }, { tryOut: (...[, settings]: readonly unknown[]) => { tried.push(settings as Held); return Promise.resolve(undefined); } });
    const key = notify.NOTIFY_API_KEY.replace('1111', '2222');
    expect(await rotate({ kind: 'notify', given: { NOTIFY_API_KEY: key } })).toEqual({ done: expect.stringContaining('It works') });
    expect(kept[of('notify')]).toEqual({ ...notify, NOTIFY_API_KEY: key });
    expect(tried).toEqual([{ ...notify, NOTIFY_API_KEY: key }]);
  });

  test.each<[string, Held | undefined, RegExp]>([['nothing was given', undefined, /--from FILE/], ['it cannot be a key', { NOTIFY_API_KEY: 'short' }, /The new notify will not do/], ['it is not taken there', { NOTIFY_API_KEY: notify.NOTIFY_API_KEY }, /does not take the key/]])('stays as it was when %s', async (_what, given, says) => {
    const { kept, rotate } = vault({ [of('notify')]: notify }, { tryOut: () => Promise.resolve('GOV.UK Notify does not take the key.') });
    expect(await rotate({ kind: 'notify', ...(given && { given }) })).toEqual({ fault: expect.stringMatching(says) });
    expect(kept[of('notify')]).toEqual(notify);
  });
});

describe('during the overlap both are taken', () => {
  const delivery = (channel: 'webhook' | 'push', value: string): Delivery => ({
    attemptId: 'harrow/p41/a.1', alertId: 'a', councilId: 'harrow' as never, personId: 'p41' as never, to: { kind: 'desk' }, kind: 'help-wanted', urgency: 'urgent', address: { id: 'x', channel, value, isVerified: true }, isAgain: false, sentAt: instant(Date.UTC(2026, 11, 1, 9)),
    wording: { title: 'x', spoken: 'x', discreet: 'My Care, urgent: somebody asking for help.', answers: [] },
  });

  test('a receiver that knows either secret finds its signature on a call', async () => {
    const got: { signatures: readonly string[]; signed: string }[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        got.push({ signatures: String(request.headers['my-care-signature']).split(', '), signed: `${String(request.headers['my-care-timestamp'])}.${body}` });
        response.end();
      });
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const secret = 'the-next-secret-that-both-sides-will-know';
    await webhookChannel({ secret, secretBefore: oldSecret, mayBePrivate: true }).send(delivery('webhook', `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`));
    server.close();
    const [{ signatures, signed } = { signatures: [], signed: '' }] = got;
    expect(signatures).toEqual([secret, oldSecret].map((each) => `v1=${createHmac('sha256', each).update(signed).digest('hex')}`));
  });

  test('a phone that was set up under the keys before is reached with those', async () => {
    const phone = { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', keys: { p256dh: webPush.generateVAPIDKeys().publicKey, auth: Buffer.alloc(16, 7).toString('base64url') } };
    const answers = (status: number, { publicKey }: { readonly publicKey: string }) => nock('https://fcm.googleapis.com', { reqheaders: { authorization: (value) => String(value).endsWith(`k=${publicKey}`) } }).post('/fcm/send/abc').reply(status);
    const now = webPush.generateVAPIDKeys();
    const all = [answers(403, now), answers(201, oldKeys)];
    expect(await pushChannel({ ...now, subject: 'mailto:alerts@example.org', before: oldKeys }).send(delivery('push', JSON.stringify(phone)))).toEqual({ kind: 'accepted' });
    expect(all.every((each) => each.isDone())).toBe(true);
    answers(410, now);
    expect(await pushChannel({ ...now, subject: 'mailto:alerts@example.org', before: oldKeys }).send(delivery('push', JSON.stringify(phone)))).toEqual({ kind: 'failed', why: 'not-subscribed' });
  });

  test('our own front comes in with either word, and nobody with another', async () => {
    const { front } = readConfig({ ORIGIN_WORD: 'the-next-word-of-cloudfront', ORIGIN_WORD_BEFORE: oldWord });
    const app = express().get('/', (_request, response) => { response.send('in'); });
    const answer = answerHttpEvents(app);
    const event = (said: string): HttpEvent => ({ rawPath: '/', rawQueryString: '', headers: { 'x-my-care-origin': said }, isBase64Encoded: false, requestContext: { http: { method: 'GET', sourceIp: '130.176.1.1' } } });
    expect(await Promise.all([oldWord, 'the-next-word-of-cloudfront', 'another', ''].map(async (said) => (await answer(event(said), front)).statusCode))).toEqual([200, 200, 403, 403]);
    expect((await answer(event(oldWord), { originWord: 'the-next-word-of-cloudfront' })).statusCode).toBe(403);
  });
});

test('a deployment gives CloudFront the word as it is now', async () => {
  const ask = (answer: Awaited<ReturnType<AskAws>>): AskAws => () => Promise.resolve(answer);
  expect(await originVersion(stage, ask({ text: JSON.stringify({ VersionIdsToStages: { 'v-1': ['AWSPREVIOUS'], 'v-2': ['AWSCURRENT'] } }) }))).toBe('v-2');
  expect(await originVersion(stage, ask({ failed: 'refused' }))).toBeUndefined();
});
