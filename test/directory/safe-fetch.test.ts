// Promise: what somebody types as an address is fetched from outside alone, however it is written or turned round, and never without end.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { safeFetch } from '../../lambda/outside/safe-fetch.ts';

const servers: Server[] = [];
afterEach(() => { for (const server of servers.splice(0)) { server.closeAllConnections(); server.close(); } });
/** A server at an address of this machine; `127.0.0.2` stands for one outside that may be called. */
async function listen(listener: RequestListener, host = '127.0.0.2', port = 0): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(port, host, resolve); });
  return (server.address() as AddressInfo).port;
}
const outside = { also: ['127.0.0.2'] };
/** A name that points to these addresses, one after another. */
function names(...addresses: readonly (string | readonly string[])[]): { readonly lookup: LookupFunction; readonly asked: () => number } {
  let asked = 0;
  const lookup = ((_name: string, options: { readonly all?: boolean }, done: (error: null, address: unknown, family?: number) => void) => {
    const now = [addresses[Math.min(asked, addresses.length - 1)] ?? []].flat();
    asked += 1;
    if (options.all === true) done(null, now.map((address) => ({ address, family: 4 })));
    else done(null, now[0], 4);
  }) as LookupFunction;
  return { lookup, asked: () => asked };
}

test('what is outside is fetched, unpacked, and told where from', async () => {
  const port = await listen((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/there' }).end();
    else if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":"é"}'));
    else response.end(`{"path":"${request.url}"}`);
  });
  expect(await safeFetch(`http://127.0.0.2:${port}/moved`, { mayCall: outside })).toEqual({ kind: 'fetched', status: 200, text: '{"path":"/there"}', url: `http://127.0.0.2:${port}/there` });
  expect(await safeFetch(`http://127.0.0.2:${port}/packed`, { mayCall: outside })).toMatchObject({ kind: 'fetched', text: '{"a":"é"}' });
  expect(await safeFetch(`http://feed.test:${port}/x`, { mayCall: outside, lookup: names('127.0.0.2').lookup })).toMatchObject({ kind: 'fetched', text: '{"path":"/x"}' });
});

describe('nothing inside a network is called', () => {
  test.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://017700000001/', 'http://0x7f.1/', 'http://localhost/', 'http://0/', 'http://0.0.0.0/', 'http://[::1]/', 'http://[::]/',
    'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[64:ff9b::7f00:1]/', 'http://[fe80::1]/', 'http://[fc00::1]/', 'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'https://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://①②⑦.⓪.⓪.①/',
  ])('%s', async (address) => { expect(await safeFetch(address)).toEqual({ kind: 'refused', why: 'not-outside' }); });

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:text/plain,x', 'http://user:word@example.org/', 'http://example.org:22/', 'https://example.org:6379/', 'not an address', '', `https://example.org/${'x'.repeat(2_000)}`])('%j is no address for it', async (address) => {
    expect(await safeFetch(address)).toEqual({ kind: 'refused', why: 'bad-address' });
  });

  test('through a redirect, not even one that only turns the name round', async () => {
    let hits = 0;
    const port = await listen((request, response) => { response.writeHead(307, { location: request.url === '/name' ? `http://inside.test:${port}/` : `http://127.0.0.1:${port}/` }).end(); });
    await listen((_request, response) => { hits += 1; response.end('secret'); }, '127.0.0.1', port);
    expect(await safeFetch(`http://127.0.0.2:${port}/`, { mayCall: outside })).toEqual({ kind: 'refused', why: 'not-outside' });
    expect(await safeFetch(`http://127.0.0.2:${port}/name`, { mayCall: outside, lookup: names('127.0.0.1').lookup })).toEqual({ kind: 'refused', why: 'not-outside' });
    expect(hits).toBe(0);
  });

  test('by a name that points outside when it is looked up and inside a moment later (DNS rebinding)', async () => {
    let hits = 0;
    const port = await listen((_request, response) => { response.end('outside'); });
    await listen((_request, response) => { hits += 1; response.end('secret'); }, '127.0.0.1', port);
    const turning = names('127.0.0.2', '127.0.0.1');
    expect(await safeFetch(`http://turning.test:${port}/`, { mayCall: outside, lookup: turning.lookup })).toMatchObject({ kind: 'fetched', text: 'outside' });
    // One lookup for one call: what was checked is what was called.
    expect(turning.asked()).toBe(1);
    expect(await safeFetch(`http://turning.test:${port}/`, { mayCall: outside, lookup: turning.lookup })).toEqual({ kind: 'refused', why: 'not-outside' });
    expect(await safeFetch(`http://both.test:${port}/`, { mayCall: outside, lookup: names(['127.0.0.2', '127.0.0.1']).lookup })).toEqual({ kind: 'refused', why: 'not-outside' });
    expect(hits).toBe(0);
  });
});

describe('nothing is waited for or read without end', () => {
  test('silence, a trickle, and a body without end', async () => {
    const port = await listen((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(200);
      if (request.url === '/endless') {
        const more = () => { response.write('x'.repeat(20_000), (error) => { if (error == null) setImmediate(more); }); };
        more();
        return;
      }
      const drip = setInterval(() => { response.write('x'); }, 20);
      response.once('close', () => { clearInterval(drip); });
    });
    const at = (path: string, more = {}) => safeFetch(`http://127.0.0.2:${port}${path}`, { mayCall: outside, withinMs: 300, ...more });
    expect(await at('/silent')).toEqual({ kind: 'failed', why: 'too-slow' });
    expect(await at('/drip')).toEqual({ kind: 'failed', why: 'too-slow' });
    expect(await at('/endless', { withinMs: 20_000, mostBytes: 100_000 })).toEqual({ kind: 'refused', why: 'too-large' });
  });

  test('what is small and unpacks without end, what cannot be unpacked, and redirects in a ring', async () => {
    const port = await listen((request, response) => {
      if (request.url === '/bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)));
      else if (request.url === '/broken') response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
      else if (request.url === '/short') response.writeHead(200, { 'content-length': '100' }).write('half', () => { response.destroy(); });
      else response.writeHead(302, { location: request.url ?? '/' }).end();
    });
    const at = (path: string) => safeFetch(`http://127.0.0.2:${port}${path}`, { mayCall: outside, withinMs: 20_000 });
    expect(await at('/bomb')).toEqual({ kind: 'refused', why: 'too-large' });
    expect(await at('/broken')).toEqual({ kind: 'failed', why: 'cannot-be-unpacked' });
    expect(await at('/short')).toEqual({ kind: 'failed', why: 'line-broke' });
    expect(await at('/ring')).toEqual({ kind: 'refused', why: 'too-many-redirects' });
  });

  test('nobody there is unreachable', async () => {
    expect(await safeFetch('http://127.0.0.2:9/', { mayCall: outside })).toEqual({ kind: 'failed', why: 'unreachable' });
  });
});
