// Promise: calls to Amazon's services end in time, keep every letter whole and send tokens nowhere else.
import { afterEach, describe, expect, test } from '@jest/globals';
import { services } from 'ask-sdk-model';
import type { RequestListener } from 'node:http';
import { createApiClient } from '../../lambda/alexa/api-client.ts';
import { listenLocally, type LocalServer } from '../support/local-server.ts';
import { nock } from '../support/pretend-network.ts';

const europe = 'https://api.eu.amazonalexa.com';
const get = (url: string) => ({ url, method: 'GET', headers: [{ key: 'Authorization', value: 'Bearer token' }] }) as services.ApiClientRequest;
let server: LocalServer | undefined;
afterEach(async () => {
  nock.cleanAll();
  await server?.close();
  server = undefined;
});
async function callTo(listener: RequestListener, timeoutMs?: number): Promise<services.ApiClientResponse> {
  server = await listenLocally(listener);
  return createApiClient({ mayCall: () => true, ...(timeoutMs !== undefined && { timeoutMs }) }).invoke(get(`${server.address}/v1/alerts/reminders`));
}

describe('an ordinary call', () => {
  test('sends what it is given and brings back the whole answer', async () => {
    nock(europe, { reqheaders: { authorization: 'Bearer token', 'content-type': 'application/json' } })
      .post('/v1/alerts/reminders', { requestTime: 'now' }).reply(200, { alertToken: 'a' }, { 'x-amzn-requestid': 'r1' });
    const response = await createApiClient().invoke({
      url: `${europe}/v1/alerts/reminders`, method: 'POST', body: '{"requestTime":"now"}',
      headers: [{ key: 'Authorization', value: 'Bearer token' }, { key: 'Content-Type', value: 'application/json' }],
    });
    expect(response).toMatchObject({ statusCode: 200, body: '{"alertToken":"a"}' });
    expect(response.headers).toContainEqual({ key: 'x-amzn-requestid', value: 'r1' });
  });
  test.each([401, 403, 404, 429, 500, 503])('an answer of %i is an answer, not a fault', async (status) => {
    nock(europe).get('/v1/alerts/reminders').reply(status, { code: 'X' });
    expect((await createApiClient().invoke(get(`${europe}/v1/alerts/reminders`))).statusCode).toBe(status);
  });
  test('the SDK’s own reminder client works on it', async () => {
    nock(europe).get('/v1/alerts/reminders').reply(200, { totalCount: '1', alerts: [{ alertToken: 'a' }], links: null });
    const client = new services.reminderManagement.ReminderManagementServiceClient({ apiClient: createApiClient(), authorizationValue: 'token', apiEndpoint: europe });
    expect(await client.getReminders()).toMatchObject({ totalCount: '1', alerts: [{ alertToken: 'a' }] });
  });
  test('a deletion without a body is sent and answered', async () => {
    nock(europe).delete('/v1/alerts/reminders/a').reply(204);
    expect(await createApiClient().invoke({ ...get(`${europe}/v1/alerts/reminders/a`), method: 'DELETE' })).toMatchObject({ statusCode: 204, body: '' });
  });
});

describe('a call to a bad line', () => {
  test('letters cut in two on the way arrive whole', async () => {
    const text = Buffer.from('{"text":"Zoë’s visit 😀"}');
    const cutUp: RequestListener = (_request, response) => {
      response.flushHeaders();
      const write = (position: number): void => { if (position === text.length) response.end(); else { response.write(text.subarray(position, position + 1)); setImmediate(write, position + 1); } };
      write(0);
    };
    expect((await callTo(cutUp)).body).toBe(text.toString());
  });
  test('a server that never answers is given up in time', async () => {
    const started = performance.now();
    await expect(callTo(() => undefined, 100)).rejects.toMatchObject({ name: 'CareError', code: 'amazon-api-slow' });
    expect(performance.now() - started).toBeLessThan(2_500);
  });
  test('an answer that stops half way is given up in time', async () => {
    await expect(callTo((_request, response) => { response.write('{"half'); }, 100)).rejects.toMatchObject({ code: 'amazon-api-slow' });
  });
  test('a line that is cut is a fault with a code', async () => {
    await expect(callTo((request) => request.socket.destroy())).rejects.toMatchObject({ code: 'amazon-api-unreachable' });
  });
  test('an answer without end is refused', async () => {
    await expect(callTo((_request, response) => response.end('a'.repeat(1024 * 1024 + 1)))).rejects.toMatchObject({ code: 'amazon-api-too-much' });
  });
  test('a redirect does not take our token elsewhere', async () => {
    const asked: string[] = [];
    const redirect: RequestListener = (request, response) => { asked.push(request.url ?? ''); response.writeHead(307, { location: '/elsewhere' }).end(); };
    await expect(callTo(redirect)).rejects.toMatchObject({ code: 'amazon-api-unreachable' });
    expect(asked).toHaveLength(1);
  });
});

describe('a token goes to Amazon alone', () => {
  test.each([
    'http://api.eu.amazonalexa.com/v1', 'https://evil.example/v1', 'https://api.eu.amazonalexa.com.evil.example/v1', 'https://api.eu.amazonalexa.com@evil.example/v1',
    'https://user:word@api.eu.amazonalexa.com/v1', 'https://api.eu.amazonalexa.com:8443/v1', 'https://169.254.169.254/latest/meta-data', 'file:///etc/passwd', 'not an address', '',
  ])('%s is refused before anything is sent', async (url) => {
    await expect(createApiClient().invoke(get(url))).rejects.toMatchObject({ name: 'CareError', code: 'amazon-api-elsewhere' });
  });
  test.each(['api.eu.amazonalexa.com', 'api.amazonalexa.com', 'api.fe.amazonalexa.com', 'api.amazon.com', 'api.amazon.co.uk'])('%s may be called', async (host) => {
    nock(`https://${host}`).get('/v1').reply(200, 'ok');
    expect(await createApiClient().invoke(get(`https://${host}/v1`))).toMatchObject({ statusCode: 200, body: 'ok' });
  });
});
