// Promise: an Express application behind an HTTP API hears what it would hear by itself, and believes nobody's word about where they are.
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import { answerHttpEvents, type HttpEvent } from '../../lambda/http-event.ts';

const app = express();
app.set('trust proxy', 'loopback');
app.use(express.raw({ type: () => true }));
app.all('/echo', ({ ip, hostname, protocol, method, query, headers: { cookie }, body }, response) => {
  response.cookie('one', '1').cookie('two', '2').json({ ip, hostname, protocol, method, query, cookie, body: Buffer.isBuffer(body) ? body.toString('hex') : '' });
});
app.get('/picture', (_request, response) => { response.type('png').send(Buffer.from([0x89, 0x50, 0xff, 0x00])); });
const answer = answerHttpEvents(app);
const front = { originWord: 'the word', publicHost: 'my-care.harrow.example' };
const event = (more: Partial<HttpEvent> = {}): HttpEvent => ({ rawPath: '/echo', rawQueryString: '', headers: { 'x-my-care-origin': 'the word', 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.2.3.4, 203.0.113.7, 130.176.1.1' }, isBase64Encoded: false, requestContext: { http: { method: 'GET', sourceIp: '130.176.1.1' } }, ...more });
const heard = async (more: Partial<HttpEvent> = {}, as: Parameters<typeof answer>[1] = front) => JSON.parse((await answer(event(more), as)).body) as Record<string, unknown>;

describe('what the application hears', () => {
  test('the caller is whom our own front saw, whatever the caller says', async () => {
    expect(await heard()).toMatchObject({ ip: '203.0.113.7', hostname: 'my-care.harrow.example', protocol: 'https', method: 'GET' });
    expect(await heard({}, {})).toMatchObject({ ip: '130.176.1.1' });
    expect(await heard({ headers: { 'x-my-care-origin': 'the word' } })).toMatchObject({ ip: '130.176.1.1' });
  });

  test('query, cookies and a body of any bytes come as they were sent', async () => {
    const sent = { rawQueryString: 'a=1&b=%C2%A3', cookies: ['x=1', 'y=2'], body: Buffer.from([0, 255, 10]).toString('base64'), isBase64Encoded: true, requestContext: { http: { method: 'POST', sourceIp: '130.176.1.1' } } };
    expect(await heard(sent)).toMatchObject({ method: 'POST', query: { a: '1', b: '£' }, cookie: 'x=1; y=2', body: '00ff0a' });
  });

  test('hostile header lines are answered, not passed on', async () => {
    expect(await heard({ headers: { ...event().headers, 'transfer-encoding': 'chunked', 'content-length': '999', connection: 'x-my-care-origin', host: 'evil.example' } })).toMatchObject({ hostname: 'my-care.harrow.example' });
  });
});

describe('what goes back', () => {
  test('each cookie by itself, text as text, bytes as base64', async () => {
    const echo = await answer(event(), front);
    expect(echo).toMatchObject({ statusCode: 200, isBase64Encoded: false, cookies: ['one=1; Path=/', 'two=2; Path=/'] });
    expect(Object.keys(echo.headers)).not.toEqual(expect.arrayContaining(['set-cookie']));
    const picture = await answer(event({ rawPath: '/picture' }), front);
    expect([picture.isBase64Encoded, Buffer.from(picture.body, 'base64').toString('hex')]).toEqual([true, '8950ff00']);
  });

  test('whoever comes in beside our front gets nowhere, and nobody waits on a line without end', async () => {
    expect(await answer(event({ headers: {} }), front)).toMatchObject({ statusCode: 403 });
    expect(await answer(event({ headers: { ...event().headers, accept: 'text/event-stream' } }), front)).toMatchObject({ statusCode: 204, body: '' });
  });
});
