// Promise: fetching a certificate ends soon, stays small and goes nowhere it was not sent.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { RequestListener } from 'node:http';
import { fetchCertificate } from '../../lambda/alexa/fetch-certificate.ts';
import { listenLocally, type LocalServer } from '../support/local-server.ts';

let server: LocalServer | undefined;
afterEach(async () => {
  await server?.close();
});
async function fetchedFrom(listener: RequestListener, timeoutMs?: number): Promise<string | undefined> {
  server = await listenLocally(listener);
  return fetchCertificate(`${server.address}/echo.api/a.pem`, timeoutMs);
}

describe('fetching a certificate', () => {
  test('gives the text as it is', async () => {
    expect(await fetchedFrom((_request, response) => response.end('-----BEGIN CERTIFICATE-----'))).toBe('-----BEGIN CERTIFICATE-----');
  });
  test.each([404, 403, 500, 204])('takes nothing from an answer of %i', async (status) => {
    expect(await fetchedFrom((_request, response) => response.writeHead(status).end())).toBeUndefined();
  });
  test('never follows a redirect to somewhere else', async () => {
    const asked: string[] = [];
    const listener: RequestListener = (request, response) => { asked.push(request.url ?? ''); response.writeHead(302, { location: '/attacker.pem' }).end(); };
    expect(await fetchedFrom(listener)).toBeUndefined();
    expect(asked).toEqual(['/echo.api/a.pem']);
  });
  test('gives up on a server that never answers', async () => {
    expect(await fetchedFrom(() => undefined, 100)).toBeUndefined();
  });
  test('gives up on a server that drips for ever', async () => {
    const timers: NodeJS.Timeout[] = [];
    const drip: RequestListener = (_request, response) => { timers.push(setInterval(() => response.write('a'), 20)); };
    expect(await fetchedFrom(drip, 150)).toBeUndefined();
    timers.forEach(clearInterval);
  });
  test('stops reading what is too large', async () => {
    expect(await fetchedFrom((_request, response) => response.end('a'.repeat(65 * 1024)))).toBeUndefined();
  });
  test('finds nothing where nobody listens', async () => {
    server = await listenLocally(() => undefined);
    const { address } = server;
    await server.close();
    expect(await fetchCertificate(`${address}/echo.api/a.pem`)).toBeUndefined();
  });
});
