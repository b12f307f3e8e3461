// Promise: staff come in by their council's own sign-in (a real OpenID Connect provider here), with the roles it gives them and no others; whoever it gives none is nobody.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Provider from 'oidc-provider';
import { readConfig } from '../../lambda/config.ts';
import { consoleWorld } from './console-world.ts';

let provider: Server;
let issuer = '';
let world: Awaited<ReturnType<typeof consoleWorld>>;
const roles: Readonly<Record<string, readonly string[]>> = { okafor: ['adviser', 'something-of-theirs'], passer: [], price: ['auditor'] };

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => { provider.listen(0, '127.0.0.1', resolve); });
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const port = await freePort();
  const returnTo = `http://127.0.0.1:${port}/sign-in/return`;
  const op = new Provider(issuer, {
    clients: [{ client_id: 'my-care', client_secret: 'known-to-both', redirect_uris: [returnTo], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], profile: ['name', 'roles'] }, conformIdTokenClaims: false, pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: id === 'okafor' ? 'Mr Okafor' : id, roles: roles[id] ?? [] }) }),
    features: { devInteractions: { enabled: true } }, cookies: { keys: ['a-key-for-the-test'] },
  });
  const answer = op.callback();
  provider.on('request', (request, response) => { void answer(request, response); });
  world = await consoleWorld({ STAFF_ISSUER: issuer, STAFF_CLIENT_ID: 'my-care', STAFF_CLIENT_SECRET: 'known-to-both', STAFF_RETURN_TO: returnTo, PORT: String(port) });
}, 60_000);
afterAll(async () => {
  await world.house.close();
  provider.closeAllConnections();
  provider.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  return port;
}

/** A browser that keeps each site's cookies and follows it wherever it is sent, filling in the provider's forms. */
async function signInAs(login: string, spoil: (url: URL) => URL = (url) => url) {
  const jars = new Map<string, Map<string, string>>();
  let url = new URL('/sign-in/staff', world.house.origin);
  let body: string | undefined;
  for (let steps = 0; steps < 30; steps += 1) {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    const response = await fetch(url, { redirect: 'manual', method: body === undefined ? 'GET' : 'POST', headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), Accept: 'text/html', ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }) }, ...(body !== undefined && { body }) });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    body = undefined;
    const to = response.headers.get('location');
    const html = await response.text();
    if (to !== null) {
      url = new URL(to, url);
      if (url.pathname === '/sign-in/return') url = spoil(url);
      if (url.pathname === '/home') return { status: 200, jar: jars.get(url.host)!, text: 'home' };
    } else if (html.includes('name="prompt"')) {
      const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
      url = new URL(action, url);
      body = html.includes('value="login"') ? `prompt=login&login=${login}&password=x` : 'prompt=consent';
    } else {
      return { status: response.status, jar, text: html.replaceAll(/<[^>]+>/g, ' ') };
    }
  }
  throw new Error('It went round in circles');
}

test('a member of staff is let in with the roles their council gives, and no more', async () => {
  const { status, jar } = await signInAs('okafor');
  expect(status).toBe(200);
  const page = await fetch(`${world.house.origin}/account`, { headers: { Cookie: `my_care_session=${jar.get('my_care_session') ?? ''}`, Accept: 'text/html' } });
  expect(await page.text()).toContain('You are signed in as Mr Okafor, adviser.');
});

test('somebody without a role is nobody here, and is told whom to ask', async () => {
  const { status, text } = await signInAs('passer');
  expect([status, text.includes('Ask your administrator for a role')]).toEqual([403, true]);
});

test.each([
  ['another state', (url: URL) => { url.searchParams.set('state', 'not-ours'); return url; }], ['a code of their own', (url: URL) => { url.searchParams.set('code', 'made-up'); return url; }],
  ['no code', (url: URL) => { url.searchParams.delete('code'); return url; }], ['another issuer', (url: URL) => { url.searchParams.set('iss', 'https://evil.example'); return url; }],
])('a return with %s lets nobody in', async (_what, spoil) => {
  expect((await signInAs('price', spoil)).status).toBe(403);
});

test('a return that nobody began lets nobody in', async () => {
  const response = await fetch(`${world.house.origin}/sign-in/return?code=x&state=y`, { redirect: 'manual', headers: { Accept: 'text/html' } });
  expect(response.status).toBe(403);
});

test('production has no made-up people, and wants all of the council’s sign-in or none', () => {
  const production = { MY_CARE_ENV: 'production', SKILL_ID: 'amzn1.ask.skill.real', COUNCIL_ID: 'brent', COUNCIL_NAME: 'Brent Council', HELP_PHONE: '020 7946 0001' };
  expect(() => readConfig({ ...production, STAFF_ISSUER: issuer })).toThrow('STAFF_ISSUER, STAFF_CLIENT_ID, STAFF_CLIENT_SECRET and STAFF_RETURN_TO go together');
  expect(readConfig(production).isProduction).toBe(true);
});
