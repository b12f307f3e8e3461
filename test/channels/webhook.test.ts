// Promise: a council's own system is told by a signed call that names nobody, and the call can be turned to no place inside a network.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../models/alert/index.ts';
import { instant } from '../../models/shared/index.ts';
import { webhookChannel } from '../../lambda/channels/webhook.ts';

const secret = 'a-secret-that-both-sides-know-of-0123456789';
const sentAt = instant(Date.UTC(2026, 11, 1, 9));
const delivery = (value: string): Delivery => ({
  attemptId: 'harrow/p41/20261201T0900.help-wanted.x.1', alertId: '20261201T0900.help-wanted.x', councilId: 'harrow' as never, personId: 'p41' as never, to: { kind: 'desk' }, kind: 'help-wanted', urgency: 'urgent',
  address: { id: 'desk-webhook', channel: 'webhook', value, isVerified: true }, isAgain: false, sentAt,
  wording: { title: 'Margaret asked for help', spoken: 'Margaret asked for help by voice.', discreet: 'My Care, urgent: somebody asking for help.', answers: [] },
});
let server: Server | undefined;
afterEach(() => { server?.closeAllConnections(); server?.close(); server = undefined; });
async function listen(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => { made.listen(0, '127.0.0.1', resolve); });
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/hook`;
}
const here = webhookChannel({ secret, mayBePrivate: true });

test('the call is signed over its time and body, names the attempt, and names nobody', async () => {
  const got: { request: IncomingMessage; body: string }[] = [];
  const url = await listen((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); });
    request.on('end', () => { got.push({ request, body }); response.end('ok'); });
  });
  expect(await here.send(delivery(url))).toEqual({ kind: 'accepted' });
  const [{ request: { headers }, body }] = got as [typeof got[number]];
  const timestamp = headers['my-care-timestamp'] as string;
  expect(headers['my-care-signature']).toBe(`v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
  expect(headers['idempotency-key']).toBe('harrow/p41/20261201T0900.help-wanted.x.1');
  expect(JSON.parse(body)).toEqual({ event: 'told', alertId: '20261201T0900.help-wanted.x', attemptId: 'harrow/p41/20261201T0900.help-wanted.x.1', councilId: 'harrow', personId: 'p41', kind: 'help-wanted', urgency: 'urgent', isAgain: false, sentAt: '2026-12-01T09:00:00.000Z', words: 'My Care, urgent: somebody asking for help.' });
  expect(body).not.toContain('Margaret');
});

test.each([[204, { kind: 'accepted' }], [301, { kind: 'failed', why: 'refused' }], [400, { kind: 'failed', why: 'refused' }], [410, { kind: 'failed', why: 'not-subscribed' }], [503, { kind: 'failed', why: 'fault' }]])('an answer of %i is %o', async (status, outcome) => {
  const asked: string[] = [];
  const url = await listen((request, response) => { asked.push(request.url ?? ''); response.writeHead(status, { location: '/elsewhere' }).end(); });
  expect(await here.send(delivery(url))).toEqual(outcome);
  expect(asked).toEqual(['/hook']);
});

test('an answer to wait is waited for as long as it says', async () => {
  expect(await here.send(delivery(await listen((_request, response) => { response.writeHead(429, { 'retry-after': '60' }).end(); })))).toEqual({ kind: 'failed', why: 'rate-limited', retryAfterSeconds: 60 });
});

test('nobody there is unreachable; no answer, or a line that breaks after it was handed over, is unknown', async () => {
  expect(await here.send(delivery('http://127.0.0.1:9/hook'))).toEqual({ kind: 'failed', why: 'unreachable' });
  expect(await here.send(delivery(await listen((request) => { request.on('end', () => request.socket.destroy()).resume(); })))).toMatchObject({ kind: 'unknown' });
  server?.closeAllConnections();
  expect(await here.send(delivery(await listen(() => undefined)))).toEqual({ kind: 'unknown', why: 'no-answer-in-time' });
}, 20_000);

test('an answer without end is no reason to wait', async () => {
  const url = await listen((_request, response) => { const more = () => { response.write('x'.repeat(10_000), () => setImmediate(more)); }; more(); });
  expect(await here.send(delivery(url))).toEqual({ kind: 'accepted' });
});

describe('no place inside a network is called, however it is written', () => {
  const there = webhookChannel({ secret, mayBePrivate: false });
  test.each([
    'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/', 'https://017700000001/', 'https://0x7f.1/', 'https://localhost/', 'https://0/', 'https://0.0.0.0/',
    'https://[::1]/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[fe80::1]/', 'https://[fc00::1]/', 'https://10.0.0.1/', 'https://172.16.0.1/', 'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/', 'https://100.64.0.1/', 'https://①②⑦.⓪.⓪.①/',
  ])('%s', async (url) => { expect(await there.send(delivery(url))).toMatchObject({ kind: 'failed', why: expect.stringMatching(/bad-address|unreachable/) }); });
  test.each(['http://example.org/', 'file:///etc/passwd', 'https://user:word@example.org/', 'gopher://example.org/', 'not an address', ''])('%s is no address for it', async (url) => {
    expect(await there.send(delivery(url))).toEqual({ kind: 'failed', why: 'bad-address' });
  });
});

test('that an alert is over is said too, signed the same way, and once more where it was not taken', async () => {
  const got: { key: unknown; body: unknown }[] = [];
  const url = await listen((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); });
    request.on('end', () => {
      got.push({ key: request.headers['idempotency-key'], body: JSON.parse(body) });
      response.statusCode = got.length === 1 ? 503 : 200;
      response.end();
    });
  });
  await here.silence?.({ alertId: '20261201T0900.help-wanted.x', councilId: 'harrow' as never, personId: 'p41' as never, addresses: [{ id: 'desk-webhook', channel: 'webhook', value: url, isVerified: true }], by: 'closed', at: sentAt });
  const over = { key: '20261201T0900.help-wanted.x.over', body: { event: 'over', alertId: '20261201T0900.help-wanted.x', councilId: 'harrow', personId: 'p41', why: 'closed', at: '2026-12-01T09:00:00.000Z' } };
  expect(got).toEqual([over, over]);
});
