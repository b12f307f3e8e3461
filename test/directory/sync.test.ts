// Promise: a council's feed is read whole, of either shape, a few at a time; what could not be fetched deletes nothing; and of every record it is told whether it is used, with which doubts, or why not.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { demonstrationServicesPath, getJson, readDirectoryFiles, syncNightly, syncServices } from '../../lambda/directory/index.ts';
import { openReferralFeed } from '../../lambda/published-directory/feed-router.ts';
import { directoryReport, keepDirectoryReport } from '../../lambda/store/directory-report-rows.ts';
import { loadDirectory } from '../../lambda/store/directory-store.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Table } from '../../lambda/store/table.ts';
import { buildDirectory } from '../../models/service/index.ts';
import { councilId, instant, type LocalDate } from '../../models/shared/index.ts';
import express from 'express';

const harrow = councilId('harrow');
type Answer = (path: string, query: URLSearchParams) => unknown;
let answer: Answer;
let asked: string[];
let underWay = 0;
let mostUnderWay = 0;
let server: Server;
let base: string;
let table: Table;
const get = getJson({ mayCall: { also: ['127.0.0.1'] }, wait: () => Promise.resolve() });
beforeEach(async () => {
  [asked, underWay, mostUnderWay] = [[], 0, 0];
  table = openSqliteTable(':memory:');
  server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://x');
    asked.push(url.pathname);
    mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
    setImmediate(() => {
      underWay -= 1;
      const said = answer(url.pathname.replace(/^\/feed/, ''), url.searchParams);
      if (typeof said === 'number') response.writeHead(said).end();
      else response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await table.close();
});

async function sync(from = base, more: object = {}) {
  const lines: string[] = [];
  const result = await syncServices({ from, get, table, council: harrow, at: instant(Date.UTC(2026, 11, 1, 3)), say: (line) => lines.push(line), ...more });
  return { result, lines };
}
const kept = async () => (await loadDirectory(table, harrow))?.services ?? [];
const names = async () => (await kept()).map(({ name }) => name).sort();

const core = (id: number) => ({ id: `s-${id}`, name: `Service ${id}`, status: 'active' });
/** A feed of version 3 with so many services, shallow in its list and whole one by one. */
function versionThree(count: number): Answer {
  return (path, query) => {
    if (path === '/') return { version: 'HSDS-UK-3.0', profile: 'https://path/to/profile' };
    if (path === '/services') {
      const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
      const contents = Array.from({ length: count }, (_, place) => core(place + 1)).slice((page - 1) * size, page * size);
      return { total_items: count, total_pages: Math.ceil(count / size), page_number: page, size: contents.length, first_page: page === 1, last_page: page * size >= count, empty: contents.length === 0, contents };
    }
    const id = Number(/^\/services\/s-(\d+)$/.exec(path)?.[1]);
    return id >= 1 && id <= count ? { ...core(id), description: `All about ${id}` } : 404;
  };
}

describe('a feed of version 3', () => {
  test('is read page by page and each service in full, four at a time at the most, with where it came from', async () => {
    answer = versionThree(250);
    const { result, lines } = await sync(`${base}/services?per_page=10`);
    expect(result).toMatchObject({ kind: 'synced', services: 250 });
    expect(lines).toEqual(['250 records read: 250 used, 0 used with doubts, 0 refused.', '250 services from this source.']);
    expect(asked.filter((path) => path === '/feed/services')).toHaveLength(3);
    expect(mostUnderWay).toBeLessThanOrEqual(4);
    const service = (await kept()).find(({ id }) => id === 's-7');
    expect(service).toMatchObject({ description: 'All about 7', provenance: { source: base, sourceId: 's-7', declaredVersion: 'HSDS-UK-3.0', fetchedAt: '2026-12-01T03:00:00.000Z', rawHash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });

  test('tells of each record what was doubtful in it, or why it cannot be used, and loses no other', async () => {
    const odd = [{ ...core(1), minimum_age: -1 }, { id: 's-2', status: 'active' }, { ...core(3), status: 'gone fishing' }, 'nonsense', core(5)];
    answer = (path) => (path === '/' ? 404 : path === '/services' ? { total_items: 5, total_pages: 1, last_page: true, contents: odd } : odd.find((each) => typeof each === 'object' && path.endsWith(each.id)) ?? 404);
    const { result, lines } = await sync();
    expect(result).toMatchObject({ kind: 'synced', services: 2 });
    expect(lines).toEqual([
      expect.stringMatching(/^Used with doubts {2}Service 1 \(s-1\) from .*minimum_age/), expect.stringMatching(/^Refused {2}s-2 from .*: has no name$/), expect.stringMatching(/^Refused {2}Service 3 \(s-3\)/), expect.stringMatching(/^Refused {2}record 4 from .*: is not a record$/),
      '5 records read: 1 used, 1 used with doubts, 3 refused.', '2 services from this source.',
    ]);
    expect(await directoryReport(table, harrow)).toMatchObject({
      from: base, outcome: 'read-in', services: 2, gone: 0, counts: { used: 1, doubtful: 1, kept: 0, refused: 3 }, recordsInAll: 4, readInAt: Date.parse('2026-12-01T03:00:00Z'),
      records: [{ id: 's-2', outcome: 'refused', words: 'has no name' }, { id: 's-3', outcome: 'refused' }, { id: 'record 4', outcome: 'refused', words: 'is not a record' }, { id: 's-1', outcome: 'used-with-doubts', words: expect.stringContaining('minimum_age') }],
    });
  });
});

describe('a feed of version 1', () => {
  test('is read by its own names, with a byte-order mark, numbers for ids and words for sums', async () => {
    const one = (id: number) => ({ id, name: `Club ${id}`, status: 'active', cost_options: [{ id: 1, amount: '4.00', cost_type: '' }], contacts: [{ id: 2, name: null }], regular_schedules: [{ id: 3, weekday: 'Thursday', opens_at: '10:00' }], geometry: { type: 'Point', coordinates: [-0.8, 51.8] } });
    answer = (path, query) => {
      if (path === '/services') return `\uFEFF${JSON.stringify({ totalElements: 3, number: Number(query.get('page')), last: query.get('page') === '2', content: query.get('page') === '1' ? [one(1), one(2)] : [one(3)] })}`;
      return path === '/' ? 404 : one(Number(path.split('/').at(-1)));
    };
    const { result } = await sync();
    expect(result).toMatchObject({ kind: 'synced', services: 3 });
    expect((await kept())[0]).toMatchObject({ id: '1', cost_options: [{ amount: 4 }], schedules: [{ byday: 'TH', freq: 'WEEKLY' }], provenance: { declaredVersion: 'unknown' } });
  });

  test('that says no end is read until a page comes again', async () => {
    answer = (path) => (path === '/services' ? { content: [core(1), core(2)] } : path === '/' ? {} : core(Number(path.split('-').at(-1))));
    expect((await sync()).result).toMatchObject({ kind: 'synced', services: 2 });
    expect(asked.filter((path) => path === '/feed/services').length).toBeLessThan(5);
  });
});

describe('what could not be fetched deletes nothing', () => {
  beforeEach(async () => {
    answer = versionThree(120);
    await sync();
    asked = [];
  });

  test.each([
    ['a page that fails', (path: string, query: URLSearchParams, good: Answer) => (path === '/services' && query.get('page') === '2' ? 500 : good(path, query)), /page 2 could not be read: it answered 500/],
    ['a list without its contents', (path: string, query: URLSearchParams, good: Answer) => (path === '/services' ? { total_items: 3, empty: false } : good(path, query)), /page 1 is no page of services/],
    ['pages that do not hold what they say', (path: string, query: URLSearchParams, good: Answer) => (path === '/services' ? { ...good(path, new URLSearchParams('page=1&per_page=50')) as object, total_pages: 3 } : good(path, query)), /it says that it has 120 services, and gave 50/],
    ['something else than JSON', () => '<html>Sorry</html>', /what came is not JSON/],
    ['a server that stops answering', (path: string, query: URLSearchParams, good: Answer) => (path.startsWith('/services/') ? 503 : good(path, query)), /it stopped answering: 20 services in a row/],
    ['nothing at all', () => 404, /it answered 404/],
  ])('%s leaves the directory as it was', async (_name, broken, why) => {
    const [good, before] = [versionThree(120), await kept()];
    answer = (path, query) => broken(path, query, good);
    const { result, lines } = await sync();
    expect(result).toMatchObject({ kind: 'refused', reason: 'not-fetched' });
    expect(lines[0]).toMatch(why);
    expect(lines[1]).toBe('Nothing was changed: the directory stands as it was.');
    expect(await directoryReport(table, harrow)).toMatchObject({ outcome: 'not-fetched', why: expect.stringMatching(why), readInAt: Date.parse('2026-12-01T03:00:00Z'), records: [] });
    expect(await kept()).toEqual(before);
  });

  test('one service that cannot be read in full stays as it was read last, and that is told', async () => {
    const good = versionThree(121);
    answer = (path, query) => (path === '/services/s-5' || path === '/services/s-121' ? 500 : good(path, query));
    const { lines } = await sync();
    expect(lines).toEqual([
      expect.stringMatching(/^Kept as it was {2}Service 5 \(s-5\) from .*: could not be read in full \(it answered 500\), so it stays as it was read on 2026-12-01$/),
      expect.stringMatching(/^Used with doubts {2}Service 121 .*only what the list has$/),
      '121 records read: 119 used, 1 used with doubts, 1 kept as they were, 0 refused.', '121 services from this source.',
    ]);
    expect((await kept()).find(({ id }) => id === 's-5')).toMatchObject({ description: 'All about 5' });
  });

  test('a feed that has shrunk to less than half, or to nothing, has to be meant', async () => {
    answer = versionThree(50);
    expect((await sync()).result).toMatchObject({ kind: 'refused', reason: 'far-fewer' });
    expect(await kept()).toHaveLength(120);
    answer = (path) => (path === '/services' ? { total_items: 0, total_pages: 0, empty: true, contents: [] } : {});
    expect((await sync()).result).toMatchObject({ kind: 'refused', reason: 'no-services' });
    answer = versionThree(50);
    expect((await sync(base, { fewer: true })).lines.at(-1)).toBe('50 services from this source, 70 gone since last time.');
    expect(await directoryReport(table, harrow)).toMatchObject({ outcome: 'read-in', services: 50, gone: 70 });
  });

  test('a passing fault is tried again', async () => {
    const good = versionThree(120);
    let faults = 0;
    answer = (path, query) => (path === '/services' && (faults += 1) <= 2 ? 503 : good(path, query));
    expect((await sync()).result).toMatchObject({ kind: 'synced', services: 120 });
  });

  test('other sources’ services stay, unless it is to stand instead of them', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'my-care-sync-')), 'clubs.json');
    writeFileSync(file, JSON.stringify([{ id: 'club', name: 'Club', status: 'active' }]));
    expect((await sync(file)).lines.at(-1)).toBe('1 service from this source, beside 120 from others.');
    writeFileSync(file, JSON.stringify([{ id: 'club-2', name: 'Another club', status: 'active' }]));
    await sync(file);
    expect((await names()).filter((name) => name.includes('lub'))).toEqual(['Another club']);
    await sync(file, { instead: true });
    expect(await names()).toEqual(['Another club']);
  });
});

test('of a report that is larger than a row as much is kept as fits, and how much there was', async () => {
  const records = Array.from({ length: 5_000 }, (_, number) => ({ id: `s-${number}`, outcome: 'refused', words: 'x'.repeat(100) } as const));
  expect(await keepDirectoryReport(table, harrow, { at: instant(1), from: '', outcome: 'no-services', services: 0, gone: 0, counts: { used: 0, doubtful: 0, kept: 0, refused: 5_000 }, records })).toBe(true);
  const kept = await directoryReport(table, harrow);
  expect([kept?.recordsInAll, kept!.records.length > 1_000, kept!.records.length < 2_000]).toEqual([5_000, true, true]);
});

test('an address inside a network is not called', async () => {
  const { result, lines } = await sync('http://169.254.169.254/latest', { get: getJson({ wait: () => Promise.resolve() }) });
  expect(result).toMatchObject({ kind: 'refused', reason: 'not-fetched' });
  expect(lines[0]).toContain('it leads inside a network, where nothing is called');
});

test('each night once, between three and four in London whatever the clocks do, the feed is read anew; what goes wrong is a fault', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  let now = Date.UTC(2026, 9, 25, 0, 0);
  const [read, faults]: [string[], string[]] = [[], []];
  syncNightly({ table, clock: () => instant(now), log: { fault: (code, { reason = '' }) => { faults.push(`${code} ${reason}`); } } }, { feed: 'https://feed.test', council: harrow, get: () => { read.push(new Date(now).toISOString()); return Promise.resolve({ kind: 'none', why: 'gone' }); } });
  for (; now < Date.UTC(2026, 9, 27); now += 15 * 60_000) {
    jest.advanceTimersByTime(15 * 60_000);
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => { setImmediate(resolve); });
  }
  jest.useRealTimers();
  expect([...new Set(read)]).toEqual(['2026-10-25T03:00:00.000Z', '2026-10-26T03:00:00.000Z']);
  expect(faults).toEqual(['directory-not-synced not-fetched', 'directory-not-synced not-fetched']);
});

test('our own feed, read by our own reader over the wire, gives the same services', async () => {
  const { services } = await readDirectoryFiles(demonstrationServicesPath, { fetchedAt: '2026-12-01T08:00:00.000Z', on: '2026-12-01' as LocalDate });
  const feed = createServer(express().use('/oruk', openReferralFeed({ directory: () => Promise.resolve(buildDirectory(services)), log: { fault: () => undefined } })));
  await new Promise<void>((resolve) => { feed.listen(0, '127.0.0.1', resolve); });
  const { result } = await sync(`http://127.0.0.1:${(feed.address() as AddressInfo).port}/oruk`);
  await new Promise((resolve) => { feed.close(resolve); feed.closeAllConnections(); });
  expect(result).toMatchObject({ kind: 'synced', services: services.length, report: expect.not.arrayContaining([expect.objectContaining({ outcome: 'refused' })]) });
  expect(await names()).toEqual(services.map(({ name }) => name).sort());
  expect((await kept()).map(({ name, cost_options: costs }) => [name, costs?.map(({ amount }) => amount)]).sort()).toEqual(services.map(({ name, cost_options: costs }) => [name, costs?.map(({ amount }) => amount)]).sort());
});

test('the command says how it is used, and what it did', () => {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-sync-'));
  writeFileSync(join(folder, 'feed.json'), JSON.stringify({ contents: [{ id: 'a', name: 'Choir', status: 'active' }] }));
  const run = (...args: readonly string[]) => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/sync-services.ts', ...args], { encoding: 'utf8', env: { ...process.env, DATA_DIR: folder, NODE_OPTIONS: '' } });
  const told = run(join(folder, 'feed.json'));
  expect([told.status, told.stdout]).toEqual([0, '1 record read: 1 used, 0 used with doubts, 0 refused.\n1 service from this source.\n']);
  const without = run();
  expect([without.status, without.stderr]).toEqual([1, expect.stringContaining('npm run sync:services -- URL|FILE')]);
}, 30_000);
