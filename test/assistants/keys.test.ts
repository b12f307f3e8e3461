// Promise: an assistant is let in by a key that somebody made for it in the console and may end; at our own address, not too often, and only as far as whoever made it may at that moment.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { assistantHouse, assistant, keyFor } from './assistant-world.ts';
import { consoleBrowser } from '../console/console-world.ts';
import { harrow, margaret, type RunningHouse } from '../support/running-house.ts';

let house: RunningHouse;
beforeAll(async () => { house = await assistantHouse(40); }, 60_000);
afterAll(async () => { await house.close(); });

const listTools = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
/** A request with whatever headers, which fetch would not send. */
async function send(headers: Readonly<Record<string, string>>, { method = 'POST', body = listTools } = {}): Promise<{ readonly status: number; readonly text: string; readonly headers: Readonly<Record<string, unknown>> }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${house.origin}/mcp`, { method, headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers } }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => { text += part.toString(); }).on('end', () => { resolve({ status: response.statusCode!, text, headers: response.headers }); });
    });
    sent.on('error', reject).end(method === 'POST' ? body : undefined);
  });
}
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

describe('a key', () => {
  test('is made in the console, shown once, kept by its hash alone, lets in, and ends', async () => {
    const one = await consoleBrowser(house.origin, 'susan');
    expect((await one.get('/people/margaret/assistants')).text).toContain('No assistant is let in yet.');
    expect((await one.post('/people/margaret/assistants', { name: '' })).text).toMatch(/Enter what to call it.*Select what it may do/);
    const made = await one.post('/people/margaret/assistants', { name: 'My <b>tablet</b>', may: 'visits' });
    const key = /mycare-assistant_[0-9a-f]{12}_[A-Za-z0-9_-]{32}/.exec(made.text)![0];
    expect(made.text).toContain('/mcp');
    const listed = await one.get('/people/margaret/assistants');
    expect([listed.text.includes(key), listed.text.includes('Say who comes and when'), listed.html.includes('<b>tablet')]).toEqual([false, true, false]);
    const { rows } = await house.table.query({ by: 'pk', pk: `assistant#${key.split('_')[1]}` });
    expect(rows.map(({ doc }) => doc).join('')).not.toContain(key.slice(-32));
    const client = await assistant(house, key);
    expect((await client.client.listTools()).tools.map(({ name }) => name)).toEqual(['next_visit', 'visits_on_day']);
    await client.close();
    expect((await one.get('/people/margaret/assistants')).text).not.toContain('Not yet');
    const ended = await one.post('/people/margaret/assistants', { end: key.split('_')[1]! });
    expect(ended.location).toContain('said=assistant-ended');
    expect((await send(bearer(key))).status).toBe(401);
  });

  test('cannot be given more than whoever makes it may do, and nobody ends another’s', async () => {
    const ann = await consoleBrowser(house.origin, 'ann');
    expect((await ann.post('/people/margaret/assistants', { name: 'Mine', may: 'money' })).text).toContain('Select what it may do');
    const key = await keyFor(house, 'susan', ['visits']);
    await ann.post('/people/margaret/assistants', { end: key.split('_')[1]! });
    expect((await send(bearer(key))).status).toBe(200);
    // Only the person is spoken with as themselves.
    expect((await ann.get('/people/margaret/assistants')).text).not.toContain('Talk as My Care does');
    expect((await (await consoleBrowser(house.origin, 'margaret')).get('/people/margaret/assistants')).text).toContain('Talk as My Care does');
  });

  test('of staff ends by itself, and says so', async () => {
    const made = await (await consoleBrowser(house.origin, 'adviser')).post('/people/margaret/assistants', { name: 'Desk', may: 'visits' });
    expect(made.status).toBe(200);
    expect((await (await consoleBrowser(house.origin, 'adviser')).get('/people/margaret/assistants')).text).toContain('Ends by itself');
  });

  test('lets nobody in whom the person has stopped since', async () => {
    const key = await keyFor(house, 'susan', ['visits']);
    const record = (await house.services.records.byPerson(harrow, margaret))!;
    expect((await send(bearer(key))).status).toBe(200);
    const { household } = record;
    const stopped = { ...household, circle: household.circle.map((member) => (member.id === 'susan' ? { ...member, stoppedAt: house.clock() } : member)) };
    await house.services.records.save(record, { household: stopped, idempotencyKey: 'stop-susan', at: house.clock(), audit: [] });
    expect((await send(bearer(key))).status).toBe(401);
    await house.services.records.save((await house.services.records.byPerson(harrow, margaret))!, { household, idempotencyKey: 'back-susan', at: house.clock(), audit: [] });
  });
});

describe('the door', () => {
  test.each(['', 'x', 'mycare-assistant_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'mycare_000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '__proto__'])('lets nobody in with %j', async (key) => {
    const answer = await send(key === '' ? {} : bearer(key));
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="my-care"']);
    expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', error: { code: -32_000 } });
  });

  test('is at our own address: another name (DNS rebinding) or another site’s page is sent away before the key is looked at', async () => {
    const key = await keyFor(house, 'margaret', ['visits']);
    const local = new URL(house.origin).host;
    for (const headers of [{ Host: 'evil.example' }, { Host: `evil.example:${house.port}` }, { Host: 'a@127.0.0.1' }, { Host: 'localhost.evil.example' }, { Origin: 'https://evil.example' }, { Origin: 'null' }, { Host: local, Origin: 'http://127.0.0.1:1' }]) {
      expect([headers, (await send({ ...bearer(key), ...headers })).status]).toEqual([headers, 403]);
    }
    for (const headers of [{ Host: local }, { Host: `localhost:${house.port}` }, { Host: local, Origin: house.origin }, { Host: '192.168.1.20' }, { Host: `[::1]:${house.port}` }]) expect([headers, (await send({ ...bearer(key), ...headers })).status]).toEqual([headers, 200]);
  });

  test('takes one message at a time, and nothing but POST; broken and huge bodies are refused kindly', async () => {
    const key = bearer(await keyFor(house, 'margaret', ['visits']));
    expect((await send(key, { body: `[${listTools},${listTools}]` })).status).toBe(400);
    expect((await send(key, { body: '{"jsonrpc":' })).status).toBe(400);
    expect((await send(key, { body: JSON.stringify({ x: 'x'.repeat(70_000) }) })).status).toBe(413);
    expect((await send(key, { body: '{"jsonrpc":"2.0"}' })).status).toBe(400);
    for (const method of ['GET', 'DELETE', 'PUT']) expect((await send(key, { method })).status).toBe(405);
    expect((await send(key)).status).toBe(200);
  });

  test('opens so many times a minute for one key, and for another still', async () => {
    const [one, other] = [await keyFor(house, 'margaret', ['visits']), await keyFor(house, 'margaret', ['visits'])];
    const answers = await Promise.all(Array.from({ length: 45 }, () => send(bearer(one))));
    expect(answers.filter(({ status }) => status === 429).length).toBe(5);
    expect((await send(bearer(other))).status).toBe(200);
  });
});
