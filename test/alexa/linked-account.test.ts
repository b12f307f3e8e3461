// Promise: an account-linking token speaks for a person only when it is ours, whole, in date and meant for this.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, createRemoteJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createAccountReader } from '../../lambda/alexa/linked-account.ts';
import { instant } from '../../models/shared/index.ts';
import { listenLocally } from '../support/local-server.ts';

const issuer = 'https://sign-in.harrow.example';
const audience = 'my-care-skill';
const now = instant(Date.parse('2026-12-01T08:00:00Z'));
const seconds = Math.floor(now / 1000);
const good: JWTPayload = { iss: issuer, aud: audience, sub: 'margaret-1', council: 'harrow', scope: 'openid alexa', iat: seconds - 60, exp: seconds + 3600 };

interface Pair { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }
let ours: Pair;
let stranger: Pair;
let unusual: Pair;
let reader: ReturnType<typeof createAccountReader>;
beforeAll(async () => {
  ours = await generateKeyPair('ES256', { extractable: true });
  stranger = await generateKeyPair('ES256', { extractable: true });
  unusual = await generateKeyPair('ES512', { extractable: true });
  const jwks = createLocalJWKSet({ keys: [{ ...await exportJWK(ours.publicKey), kid: 'k1', alg: 'ES256', use: 'sig' }, { ...await exportJWK(unusual.publicKey), kid: 'k9', use: 'sig' }] });
  reader = createAccountReader({ issuer, audience, jwks, clock: () => now });
});

const token = (claims: JWTPayload, key: CryptoKey = ours.privateKey, head: Record<string, string> = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...head }).sign(key);
const margaret = { council: 'harrow', person: 'margaret-1' };

describe('a good token', () => {
  test('says whose account it is', async () => {
    expect(await reader(await token(good))).toEqual(margaret);
  });
  test.each<[string, JWTPayload]>([
    ['scopes in a list', { scope: ['alexa', 'openid'] }],
    ['several audiences, ours among them', { aud: ['other', audience] }],
    ['four seconds past its end, as clocks differ', { exp: seconds - 4 }],
    ['no more than the alexa scope', { scope: 'alexa' }],
  ])('is good with %s', async (_name, change) => {
    expect(await reader(await token({ ...good, ...change }))).toEqual(margaret);
  });
});

describe('any other token speaks for nobody', () => {
  test.each<[string, JWTPayload]>([
    ['another issuer', { iss: 'https://evil.example' }], ['an issuer with a slash more', { iss: `${issuer}/` }], ['another audience', { aud: 'another-skill' }],
    ['out of date', { exp: seconds - 6 }], ['not good yet', { nbf: seconds + 60 }], ['a date that is text', { exp: '2099' as unknown as number }],
    ['no scope of ours', { scope: 'openid profile' }], ['a scope that only begins like ours', { scope: 'alexander' }], ['an empty scope', { scope: '' }],
    ['a person that is not an id', { sub: 'margaret 1; drop' }], ['a person that is a path', { sub: '../stan' }], ['an empty person', { sub: '' }],
    ['a council that is not text', { council: { harrow: true } }], ['a person too long to be one', { sub: 'a'.repeat(81) }],
  ])('%s', async (_name, change) => {
    expect(await reader(await token({ ...good, ...change }))).toBeUndefined();
  });
  test.each(['iss', 'aud', 'exp', 'sub', 'scope', 'council'])('one without %s', async (name) => {
    const { [name]: _left, ...rest } = good;
    expect(await reader(await token(rest))).toBeUndefined();
  });
  test('one signed with another key under our key’s name', async () => {
    expect(await reader(await token(good, stranger.privateKey))).toBeUndefined();
  });
  test('one that names a key nobody has', async () => {
    expect(await reader(await token(good, stranger.privateKey, { kid: 'k2' }))).toBeUndefined();
  });
  test('one that brings its own key', async () => {
    const jwk = await exportJWK(stranger.publicKey);
    const own = await new SignJWT(good).setProtectedHeader({ alg: 'ES256', jwk }).sign(stranger.privateKey);
    expect(await reader(own)).toBeUndefined();
  });
  test('one signed in a way we did not agree on', async () => {
    expect(await reader(await new SignJWT(good).setProtectedHeader({ alg: 'ES512', kid: 'k9' }).sign(unusual.privateKey))).toBeUndefined();
  });
  test('one that is not signed at all', async () => {
    expect(await reader(new UnsecuredJWT(good).encode())).toBeUndefined();
  });
  test('one signed with our public key as a password', async () => {
    const password = new TextEncoder().encode(JSON.stringify(await exportJWK(ours.publicKey)));
    expect(await reader(await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(password))).toBeUndefined();
  });
  test('one with its words changed after signing', async () => {
    const [head, , signature] = (await token(good)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...good, sub: 'stan-1' })).toString('base64url');
    expect(await reader(`${head}.${changed}.${signature}`)).toBeUndefined();
  });
  test.each([['empty', ''], ['words', 'hello'], ['three dots', '...'], ['five parts', 'a.b.c.d.e'], ['too long', 'a'.repeat(8_001)]])('%s', async (_name, text) => {
    expect(await reader(text)).toBeUndefined();
  });
});

describe('keys that live elsewhere', () => {
  test('an issuer that cannot be reached is our fault, not the person’s', async () => {
    const server = await listenLocally((_request, response) => response.writeHead(503).end());
    const away = createAccountReader({ issuer, audience, clock: () => now, jwks: createRemoteJWKSet(new URL(`${server.address}/keys`), { timeoutDuration: 200 }) });
    await expect(away(await token(good))).rejects.toMatchObject({ name: 'CareError', code: 'account-keys-unreachable' });
    await server.close();
    await expect(away(await token(good))).rejects.toMatchObject({ code: 'account-keys-unreachable' });
  });
  test('an issuer that never answers is given up in time', async () => {
    const server = await listenLocally(() => undefined);
    const slow = createAccountReader({ issuer, audience, clock: () => now, jwks: createRemoteJWKSet(new URL(`${server.address}/keys`), { timeoutDuration: 100 }) });
    await expect(slow(await token(good))).rejects.toMatchObject({ code: 'account-keys-unreachable' });
    await server.close();
  });
  test('keys are fetched once for many tokens', async () => {
    const keys = { keys: [{ ...await exportJWK(ours.publicKey), kid: 'k1', alg: 'ES256', use: 'sig' }] };
    let asked = 0;
    const server = await listenLocally((_request, response) => { asked += 1; response.setHeader('content-type', 'application/json').end(JSON.stringify(keys)); });
    const remote = createAccountReader({ issuer, audience, clock: () => now, jwks: createRemoteJWKSet(new URL(`${server.address}/keys`)) });
    const read = await Promise.all(Array.from({ length: 10 }, async () => remote(await token(good))));
    await server.close();
    expect(read).toEqual(Array.from({ length: 10 }, () => margaret));
    expect(asked).toBe(1);
  });
});
