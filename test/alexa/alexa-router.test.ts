// Promise: over real HTTP the address for Alexa answers good requests and gives every other one the same bare 400.
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import express from 'express';
import { alexaRouter, type AlexaRouterNeeds } from '../../lambda/alexa/alexa-router.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { listenLocally, type LocalServer } from '../support/local-server.ts';
import { at, bodyOf, doorWith, signed } from '../support/signed-request.ts';

const answer: ResponseEnvelope = { version: '1.0', response: { outputSpeech: { type: 'SSML', ssml: '<speak>Priya’s on her way.</speak>' }, shouldEndSession: true } };
let server: LocalServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Heard { readonly invoked: RequestEnvelope[]; readonly refused: string[]; readonly faults: string[] }

/** A real server with the Alexa address on it, and everything that reached its ends. */
async function listening(needs: Partial<AlexaRouterNeeds> = {}, before?: express.RequestHandler): Promise<{ url: string; heard: Heard }> {
  const heard: Heard = { invoked: [], refused: [], faults: [] };
  const app = express();
  if (before !== undefined) app.use(before);
  app.use(alexaRouter({
    verify: doorWith(),
    invoke: (envelope) => { heard.invoked.push(envelope); return Promise.resolve(answer); },
    log: { refused: (why) => heard.refused.push(why), fault: (code) => heard.faults.push(code) },
    ...needs,
  }));
  server = await listenLocally(app);
  return { url: `${server.address}/alexa`, heard };
}

const post = (url: string, { headers, body }: ReturnType<typeof signed>): Promise<Response> =>
  fetch(url, { method: 'POST', headers: headers as Record<string, string>, body: new Uint8Array(body) });

describe('with the signature checked', () => {
  test('a true request is answered with JSON', async () => {
    const { url, heard } = await listening();
    const response = await post(url, signed());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual(answer);
    expect(heard.invoked).toHaveLength(1);
  });
  test('the bytes are checked as they came, accents and all', async () => {
    const { url } = await listening();
    expect((await post(url, signed(bodyOf({ attributes: { note: 'Zoë 😀' } })))).status).toBe(200);
  });
  test.each([
    ['a forgery', () => signed(bodyOf(), { signedText: 'other' }), 'wrong-signature'],
    ['an old request', () => signed(bodyOf({ at: at(-151) })), 'not-fresh'],
    ['an unsigned request', () => ({ headers: { 'content-type': 'application/json' }, body: Buffer.from(bodyOf()) }), 'no-certificate-address'],
    ['an empty body', () => signed(''), 'not-a-request'],
    ['gzip', () => signed(gzipSync(bodyOf()), { extra: { 'content-encoding': 'gzip' } }), 'unreadable'],
    ['a body over the limit', () => signed('a'.repeat(200_000)), 'unreadable'],
  ])('%s gets a bare 400 and the log the reason', async (_name, request, why) => {
    const { url, heard } = await listening();
    const response = await post(url, request());
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
    expect(heard).toEqual({ invoked: [], refused: [why], faults: [] });
  });
  test('a failed answer is a bare 500 and may be sent again', async () => {
    let tries = 0;
    const invoke = (): Promise<ResponseEnvelope> => { tries += 1; return tries === 1 ? Promise.reject(new Error('secret of the store')) : Promise.resolve(answer); };
    const { url, heard } = await listening({ invoke });
    const request = signed();
    const failed = await post(url, request);
    expect([failed.status, await failed.text()]).toEqual([500, '']);
    expect(heard.faults).toEqual(['alexa-request-failed']);
    expect((await post(url, request)).status).toBe(200);
    expect((await post(url, request)).status).toBe(400);
  });
  test('a parser before ours is a fault that we hear about', async () => {
    const { url, heard } = await listening({}, express.json());
    expect((await post(url, signed())).status).toBe(500);
    expect(heard.faults).toEqual(['alexa-request-failed']);
  });
  test('a caller who hangs up half way harms nobody', async () => {
    const { url, heard } = await listening();
    const stream = new ReadableStream({ start: (controller) => { controller.enqueue(Buffer.from('{"half')); controller.error(new Error('gone')); } });
    await expect(fetch(url, { method: 'POST', body: stream, duplex: 'half' })).rejects.toThrow();
    expect((await post(url, signed())).status).toBe(200);
    expect(heard.invoked).toHaveLength(1);
  });
});

describe('other ways in', () => {
  test.each(['GET', 'PUT', 'DELETE'])('%s is told kindly that this is for Alexa', async (method) => {
    const { url } = await listening();
    const response = await fetch(url, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).toContain('This address is for Alexa');
  });
  test.each(['/ALEXA', '/alexa/extra', '/alexas'])('%s is not the address', async (path) => {
    const { url, heard } = await listening();
    expect((await post(url.replace('/alexa', path), signed())).status).toBe(404);
    expect(heard.invoked).toEqual([]);
  });
});

describe('on one machine, with the signature skipped', () => {
  test('an unsigned request of any age is answered', async () => {
    const { url, heard } = await listening({ verify: 'skip' });
    const body = Buffer.from(JSON.stringify(intentRequest('NextCareVisitIntent', {}, { at: '2020-01-01T00:00:00Z' })));
    expect((await post(url, { headers: { 'content-type': 'application/json' }, body })).status).toBe(200);
    expect(heard.invoked[0]?.request).toMatchObject({ intent: { name: 'NextCareVisitIntent' } });
  });
  test.each([['words', 'hello'], ['an object of another kind', '{"a":1}'], ['a poisoned name', bodyOf().replace(/^\{/, '{"__proto__":{},')]])('%s get a bare 400', async (_name, text) => {
    const { url, heard } = await listening({ verify: 'skip' });
    expect((await post(url, { headers: {}, body: Buffer.from(text) })).status).toBe(400);
    expect(heard.refused).toEqual(['not-a-request']);
  });
  test('a request for another skill gets a bare 400 too', async () => {
    const invoke = () => Promise.reject(new Error('CustomSkill ID verification failed!'));
    const { url, heard } = await listening({ verify: 'skip', invoke });
    expect((await post(url, signed())).status).toBe(400);
    expect(heard.refused).toEqual(['unreadable']);
  });
});
