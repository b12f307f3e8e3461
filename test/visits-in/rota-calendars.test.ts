// Promise: a calendar of an agency's rota is read from its address about once an hour, from outside alone and never twice at once; what it says is brought in as a file would be; what fails is told in plain words and its silence once; its address is in nobody's log.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { leaveService } from '../../models/household/index.ts';
import { calendarAddress, isReadWhole, nextLookAt, shortAddress, type RotaCalendar } from '../../models/visits-in/index.ts';
import { staleSince } from '../../models/care-visit/index.ts';
import { instant, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { rotaCalendarsDesk } from '../../lambda/console/rota-calendars-desk.ts';
import { safeFetch } from '../../lambda/outside/safe-fetch.ts';
import { rotaCalendarKey } from '../../lambda/store/keys.ts';
import { rotaCalendarStore } from '../../lambda/store/rota-calendar-rows.ts';
import { fetchSafely, type CalendarFetch } from '../../lambda/visits-in/rota-calendars/fetch-calendar.ts';
import { lookAtCalendars } from '../../lambda/visits-in/rota-calendars/look-at-calendars.ts';
import { failureText } from '../../web/console/rota-calendar-words.ts';
import { alertWorld } from '../support/alert-world.ts';
import { nock } from '../support/pretend-network.ts';
import { agencyFiles, harrow } from './agency-file.ts';

const hourMs = 3_600_000;
const [host, path] = ['https://rota.example.org', '/c/secret-token-k3f9/rota.ics'];
const address = `${host}${path}`;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) { server.closeAllConnections(); server.close(); }
});

interface Event { readonly uid: string; readonly at: string; readonly minutes?: number; readonly cancelled?: true; readonly start?: string }
const calendarOf = (events: readonly Event[], { name = 'M1', stamp = '20261201T000000Z', method = '' } = {}) => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rota//EN', ...(method === '' ? [] : [`METHOD:${method}`]), `X-WR-CALNAME:${name}`,
  ...events.flatMap(({ uid, at, minutes = 30, cancelled, start }) => ['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, start ?? `DTSTART;TZID=Europe/London:${at}`, `DURATION:PT${minutes}M`, 'SUMMARY:Lunch', ...(cancelled ? ['STATUS:CANCELLED'] : []), 'END:VEVENT']), 'END:VCALENDAR', '',
].join('\r\n');
const [second, third] = [{ uid: 'a', at: '20261202T121500' }, { uid: 'b', at: '20261203T121500' }];

async function calendarWorld({ isOf = 'margaret', fetch = fetchSafely, at: where = address }: { readonly isOf?: string; readonly fetch?: CalendarFetch; readonly at?: string } = {}) {
  const world = await alertWorld({ at: '2026-12-01T10:00' });
  const agency = await agencyFiles(world);
  let number = 0;
  const newId = () => `id-${(number += 1)}`;
  const desk = rotaCalendarsDesk({ table: world.table, alerts: world.alerts, clock: () => world.now() }, harrow, () => 'calendar-1');
  expect(await desk.add({ sourceId: 'rota', secretAddress: where, addedBy: 'staff:okafor', ...(isOf !== '' && { personId: isOf as never }) })).toBe('kept');
  const look = () => lookAtCalendars({ services: agency.services, council: harrow, newId, fetch });
  const later = async (milliseconds: number) => {
    world.setClock((world.now() + milliseconds) as Instant);
    return look();
  };
  const calendar = async (): Promise<RotaCalendar> => (await rotaCalendarStore(world.table).find(harrow, 'calendar-1'))!.calendar;
  const visits = async () => (await agency.visits('2026-12-01' as LocalDate, 5)).filter(({ imported }) => imported !== undefined).map(({ on, from, status }) => `${on} ${from} ${status}`);
  const stale = async () => (await world.store.list(harrow, undefined, '2026', '2028')).filter(({ kind }) => kind === 'import-stale');
  return { world, agency, desk, look, later, calendar, visits, stale };
}
const served = (status: number, body = '', headers: Record<string, string> = {}) => nock(host).get(path).reply(status, body, headers);

describe('an address', () => {
  test.each([
    ['https://rota.example.org/c.ics', 'https://rota.example.org/c.ics'], [' webcal://rota.example.org/c?k=1#x ', 'https://rota.example.org/c?k=1'], ['https://rota.example.org:8443/c', 'https://rota.example.org:8443/c'],
  ])('%s is taken', (written, taken) => { expect(calendarAddress(written)).toEqual({ address: taken }); });
  test.each([
    ['http://rota.example.org/c', 'not-https'], ['', 'no-address'], ['rota.example.org/c', 'no-address'], ['ftp://rota.example.org/', 'no-address'], ['javascript:alert(1)', 'no-address'], ['https://a:b@rota.example.org/', 'has-password'], ['https://rota.example.org:6379/', 'unusual-port'], [`https://rota.example.org/${'x'.repeat(2_000)}`, 'too-long'],
  ])('%j is not', (written, fault) => { expect(calendarAddress(written)).toEqual({ fault }); });
  test('is shown with too little of it to open it', () => {
    expect([address, 'https://rota.example.org/c?k=1'].map((secretAddress) => shortAddress({ secretAddress }))).toEqual(['rota.example.org/…k3f9…', 'rota.example.org/…']);
  });
});

test('looks are spread over the hour, one an hour, and whole once a day', () => {
  const at = instant(Date.parse('2026-12-01T10:00:00Z'));
  const next = Array.from({ length: 200 }, (_, number) => nextLookAt(`calendar-${number}`, at) - at);
  expect(Math.min(...next)).toBeGreaterThanOrEqual(55 * 60_000);
  expect(Math.max(...next)).toBeLessThan(115 * 60_000);
  expect(new Set(next).size).toBeGreaterThan(40);
  // A look some seconds or minutes late does not leave an hour out.
  const first = nextLookAt('calendar-7', at);
  expect([nextLookAt('calendar-7', (first + 15_000) as Instant), nextLookAt('calendar-7', (first + 240_000) as Instant)]).toEqual([first + hourMs, first + hourMs]);
  const last = { at } as never;
  expect([isReadWhole({}, at, 'Europe/London'), isReadWhole({ last }, (at + hourMs) as Instant, 'Europe/London'), isReadWhole({ last }, (at + 15 * hourMs) as Instant, 'Europe/London'), isReadWhole({ last, failure: {} as never }, at, 'Europe/London')]).toEqual([true, false, true, true]);
});

describe('what a calendar says', () => {
  test('is brought in, moved with the alert that a file would raise, and missed but never cancelled', async () => {
    const { world, agency, later, look, visits, calendar } = await calendarWorld();
    served(200, calendarOf([second, third, { uid: 'x', at: '', start: 'DTSTART:rubbish' }]), { ETag: '"1"' });
    expect(await look()).toBe(1);
    expect(await visits()).toEqual(['2026-12-02 12:15 planned', '2026-12-03 12:15 planned']);
    expect((await calendar()).last).toMatchObject({ visits: 2, changed: 2, faults: 1, missing: 0, marks: { etag: '"1"' }, forPerson: 'margaret', isWaiting: false });
    const [run] = await agency.store.list(harrow);
    expect(run).toMatchObject({ state: 'done', fileName: 'Brightway rota, calendar 1', calendarId: 'calendar-1', by: 'calendar:calendar-1' });
    expect(await agency.store.faults(harrow, run!.id, 'fault')).toEqual([expect.objectContaining({ row: 3, ref: 'x', mend: expect.stringMatching(/\w/) })]);

    served(200, calendarOf([{ uid: 'a', at: '20261202T140000' }]));
    await later(2 * hourMs);
    // The last of all is gone as well: the calendar spoke of that day before.
    expect(await visits()).toEqual(['2026-12-02 14:00 confirmed', '2026-12-03 12:15 planned']);
    expect((await calendar()).last).toMatchObject({ changed: 1, missing: 1, alerts: 1 });
    expect((await world.store.list(harrow, 'margaret' as never, '2026', '2027')).filter(({ kind }) => kind === 'visit-changed')).toHaveLength(1);
    expect(nock.isDone()).toBe(true);
  });

  test('is not brought in again while its server says 304, or says the same at another minute; and both count as hearing of it', async () => {
    const { world, agency, later, look, calendar, stale } = await calendarWorld();
    served(200, calendarOf([second]), { ETag: '"1"', 'Last-Modified': 'Tue, 01 Dec 2026 09:00:00 GMT' });
    await look();
    nock(host, { reqheaders: { 'if-none-match': '"1"', 'if-modified-since': 'Tue, 01 Dec 2026 09:00:00 GMT' } }).get(path).reply(304);
    await later(2 * hourMs);
    expect([nock.isDone(), (await calendar()).failure]).toEqual([true, undefined]);
    served(200, calendarOf([second], { stamp: '20261201T140000Z' }));
    await later(10 * hourMs);
    expect((await agency.store.list(harrow))).toHaveLength(1);
    expect((await calendar()).last).toMatchObject({ at: Date.parse('2026-12-01T10:00:00Z'), confirmedAt: Date.parse('2026-12-01T22:00:00Z') });
    // Silent since then for less than a day; without those two it would have been 35 hours.
    world.setClock((world.now() + 23 * hourMs) as Instant);
    await world.fastForward(0);
    expect([await stale(), staleSince((await world.record()).visitBook, world.now())]).toEqual([[], undefined]);
  });

  test('is read whole again the next day; what there is nothing to tell of is not kept', async () => {
    const { agency, later, look, calendar } = await calendarWorld();
    served(200, calendarOf([second, third]), { ETag: '"1"' });
    await look();
    nock(host, { badheaders: ['if-none-match'] }).get(path).reply(200, calendarOf([second, third]), { ETag: '"1"' });
    await later(15 * hourMs);
    expect(nock.isDone()).toBe(true);
    expect((await calendar()).last).toMatchObject({ changed: 0, visits: 2, at: Date.parse('2026-12-02T01:00:00Z') });
    expect(await agency.store.list(harrow)).toHaveLength(1);
  });

  test('waits for a yes when it calls off more than half; meanwhile it is not heard of, and what it says next stands in its place', async () => {
    const { world, agency, later, look, visits, calendar, stale } = await calendarWorld();
    const days = Array.from({ length: 24 }, (_, day) => ({ uid: `d${day}`, at: `202612${String(day + 3).padStart(2, '0')}T121500` }));
    served(200, calendarOf(days));
    await look();
    const before = await visits();
    served(200, calendarOf(days.map((day) => ({ ...day, cancelled: true as const }))), { ETag: '"2"' });
    await later(2 * hourMs);
    const waiting = (await calendar()).last;
    expect([await visits(), waiting?.isWaiting]).toEqual([before, true]);
    nock(host).get(path).reply(304);
    await later(2 * hourMs);
    expect((await calendar()).last?.isWaiting).toBe(true);
    served(200, calendarOf(days.map((day) => ({ ...day, minutes: 45, cancelled: true as const }))));
    await later(2 * hourMs);
    expect((await agency.store.list(harrow)).map(({ state }) => state)).toEqual(['waiting', 'thrown-away', 'done']);
    world.setClock((world.now() + 20 * hourMs) as Instant);
    await world.fastForward(0);
    expect(await stale()).toHaveLength(1);
    await agency.runs.bringIn((await calendar()).last!.runId!);
    await agency.runs.finish((await calendar()).last!.runId!);
    expect((await visits()).every((line) => line.endsWith('cancelled'))).toBe(true);
  });

  test('is whose its own name says, where staff said nothing; a name that is nobody’s is told of, and nobody is guessed', async () => {
    const { agency, later, look, visits, calendar } = await calendarWorld({ isOf: '' });
    served(200, calendarOf([second], { name: 'M 9' }));
    await look();
    expect([await visits(), (await calendar()).failure?.why]).toEqual([[], 'nobody']);
    expect((await agency.store.list(harrow))[0]?.unmatched).toEqual([{ client: 'M 9', visits: 1, why: 'unknown' }]);
    served(200, calendarOf([second], { name: 'M 9' }));
    await later(2 * hourMs);
    // The same trouble each hour is one run.
    expect(await agency.store.list(harrow)).toHaveLength(1);
    await agency.sources.link(harrow, 'rota', 'M 9', 'margaret' as never);
    served(200, calendarOf([second], { name: 'M 9' }));
    await later(2 * hourMs);
    expect([await visits(), (await calendar()).failure, (await calendar()).last?.forPerson]).toEqual([['2026-12-02 12:15 planned'], undefined, 'margaret']);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['a page to sign in', () => served(200, '<!doctype html><title>Sign in</title>'), { why: 'no-calendar' }], ['nothing', () => served(404), { why: 'answered', status: 404 }], ['304 to somebody who has nothing', () => served(304), { why: 'answered', status: 304 }],
    ['too much', () => served(200, `${calendarOf([second])}${' '.repeat(5_000_001)}`), { why: 'too-large' }], ['an answer to an invitation', () => served(200, calendarOf([second], { method: 'REPLY' })), { why: 'refused', words: expect.stringContaining('Send the calendar itself') }],
    ['an address that is not https', () => served(302, '', { Location: 'http://rota.example.org/c.ics' }), { why: 'bad-address' }], ['nobody answers', () => nock(host).get(path).replyWithError('secret-token-k3f9'), { why: 'unreachable' }],
  ])('%s', async (_what, serve, failure) => {
    const { world, look, calendar, visits } = await calendarWorld();
    serve();
    await look();
    expect([(await calendar()).failure, await visits()]).toEqual([expect.objectContaining(failure), []]);
    expect(world.logged.join('\n')).not.toMatch(/secret|rota\.example/);
  });

  test('a redirect to somewhere inside is not followed: by a real server', async () => {
    let insideAsked = 0;
    const listen = (host_: string, port: number, answer: (url: string) => string) => new Promise<number>((resolve) => {
      const server = createServer((request, response) => { response.writeHead(302, { Location: answer(request.url ?? '') }).end(); });
      servers.push(server);
      server.listen(port, host_, () => { resolve((server.address() as AddressInfo).port); });
    });
    const port = await listen('127.0.0.2', 0, () => `http://127.0.0.1:${port}/`);
    await listen('127.0.0.1', port, () => { insideAsked += 1; return '/'; });
    // The same fetcher with one address of this machine standing for one outside; a real one is called by https alone.
    const { look, calendar } = await calendarWorld({ at: `https://127.0.0.2:8443/c`, fetch: (_address, unless) => safeFetch(`http://127.0.0.2:${port}/c`, { mayCall: { also: ['127.0.0.2'] }, unless }) });
    await look();
    expect([(await calendar()).failure?.why, insideAsked]).toEqual(['not-outside', 0]);
    expect(await fetchSafely('https://127.0.0.1/', {})).toEqual({ kind: 'refused', why: 'not-outside' });
  });

  test('its silence is told to staff once, though it is looked at each hour, and is over once it is read', async () => {
    const { world, later, look, stale, calendar } = await calendarWorld();
    served(200, calendarOf([second]));
    await look();
    nock(host).get(path).times(30).reply(503);
    for (let hour = 0; hour < 27; hour += 1) {
      await later(hourMs);
      await world.fastForward(0);
    }
    expect((await stale()).map(({ facts }) => facts['sourceName'])).toEqual(['Brightway rota, calendar 1']);
    expect(staleSince((await world.record()).visitBook, world.now())).toBeDefined();
    expect((await calendar()).failure).toMatchObject({ why: 'answered', status: 503, since: Date.parse('2026-12-01T12:00:00Z') });
    nock.cleanAll();
    served(200, calendarOf([second]));
    await later(2 * hourMs);
    expect([(await stale()).map(({ state }) => state), (await calendar()).failure]).toEqual([['cancelled'], undefined]);
  });

  test('one that can never be read is told of as well; one that is stopped is not', async () => {
    const { world, desk, stale } = await calendarWorld();
    world.setClock((world.now() + 25 * hourMs) as Instant);
    await world.fastForward(0);
    expect(await stale()).toHaveLength(1);
    await desk.stop('calendar-1');
    expect([(await stale()).map(({ state }) => state), await desk.all()]).toEqual([['cancelled'], []]);
    await desk.add({ sourceId: 'rota', secretAddress: address, addedBy: 'staff:okafor', personId: 'margaret' as never });
    await desk.stop('calendar-1');
    world.setClock((world.now() + 26 * hourMs) as Instant);
    await world.fastForward(0);
    expect((await stale()).map(({ state }) => state)).toEqual(['cancelled']);
  });

  test('the calendar of somebody who has left is not asked for any more', async () => {
    const { world, look, calendar } = await calendarWorld({ fetch: () => Promise.reject(new Error('Nobody may ask')) });
    const record = await world.record();
    await world.records.save(record, { idempotencyKey: 'left', at: world.now(), household: leaveService(record.household, { at: world.now(), why: 'moved', by: { id: 'staff:okafor', name: 'Mr Okafor' } }), audit: [] });
    await look();
    expect((await calendar()).failure?.why).toBe('has-left');
  });
});

test('two looks at once read it once; one asked for while it is read comes after; one stopped while it is read stays stopped', async () => {
  let asked = 0;
  let meanwhile: () => Promise<unknown> = () => Promise.resolve();
  const fetch: CalendarFetch = async () => {
    asked += 1;
    await meanwhile();
    return { kind: 'fetched', status: 200, text: calendarOf([second]), url: address };
  };
  const { look, later, desk, calendar } = await calendarWorld({ fetch });
  expect((await Promise.all([look(), look(), look()])).toSorted()).toEqual([0, 0, 1]);
  expect(asked).toBe(1);
  expect(await look()).toBe(0);
  meanwhile = () => desk.lookNow('calendar-1');
  await later(2 * hourMs);
  meanwhile = () => Promise.resolve();
  expect(await look()).toBe(1);
  expect([asked, (await calendar()).last?.visits]).toEqual([3, 1]);
  meanwhile = () => desk.stop('calendar-1');
  await later(2 * hourMs);
  expect([asked, await desk.all(), await desk.lookNow('calendar-1')]).toEqual([4, [], 'gone']);
});

test('what a later version of us keeps with a calendar stays there, and a trouble it knows of stops nobody', async () => {
  const { world, look, calendar } = await calendarWorld();
  const key = rotaCalendarKey(harrow, 'calendar-1');
  const row = (await world.table.get(key))!;
  const { value, ...rest } = JSON.parse(row.doc) as { readonly value: object };
  await world.table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: JSON.stringify({ ...rest, value: { ...value, laterField: 'stays', failure: { why: 'of-later', since: 0, at: 0 } } }) }, when: [] }]);
  expect(failureText((await calendar()).failure!)).toBe('It could not be read. We try again.');
  served(200, calendarOf([second]));
  await look();
  expect([(await world.table.get(key))?.doc.includes('"laterField":"stays"'), (await calendar()).failure]).toEqual([true, undefined]);
});

test('the same address, and a second calendar of the same person and source, are refused', async () => {
  const { desk } = await calendarWorld();
  const other = { sourceId: 'rota', addedBy: 'staff:okafor' };
  expect([await desk.add({ ...other, secretAddress: address }), await desk.add({ ...other, secretAddress: `${address}2`, personId: 'margaret' as never }), await desk.add({ ...other, sourceId: 'none', secretAddress: `${address}3` })]).toEqual(['same-address', 'same-person', 'unknown']);
});
