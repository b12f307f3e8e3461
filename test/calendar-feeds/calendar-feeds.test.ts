// Promise: a private calendar address shows what its viewer may know at that moment and no longer; other calendars read it the same way, and follow every change.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Identity } from '../../models/access/index.ts';
import type { FeedChoices, RevisedEvent } from '../../models/calendar/index.ts';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { stopTelling } from '../../models/household/index.ts';
import { addDays, instant, localDate, type Instant } from '../../models/shared/index.ts';
import { calendarDesk } from '../../lambda/calendar/calendar-desk.ts';
import { writeCalendar } from '../../lambda/calendar/write-calendar.ts';
import { hostileWords } from '../support/hostile-words.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from '../console/console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let ahead = 0;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const now = () => (world.house.clock() + ahead) as Instant;
const desk = () => calendarDesk({ ...world.house.services, clock: now }, harrow);
const susan: Identity = { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: margaret, memberId: 'susan' }] };
const plain: FeedChoices = { titles: 'plain', withRoutines: false };

async function addressOf(browser: Browser, form: Readonly<Record<string, string>>): Promise<string> {
  const { html } = await browser.post('/people/margaret/calendars', form);
  return /https?:\/\/[^/"<]+(\/calendars\/[A-Za-z0-9_-]{22}\.ics)/.exec(html)?.[1] ?? '';
}
const fetchFeed = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(world.house.origin + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
interface Entry { readonly uid: string; readonly title: string; readonly from: number; readonly until: number; readonly status: string; readonly sequence: number; readonly changed: number }
const byUid = (one: Entry, other: Entry) => (one.uid < other.uid ? -1 : 1);
/** As written: white space at the ends and runs of it may be shown as one space by a reader. */
const said = (title: string) => title.replaceAll(/\s+/gu, ' ').trim();

function asIcalJs(text: string): Entry[] {
  return new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((each): Entry => {
    const event = new ICAL.Event(each);
    return { uid: event.uid, title: said(event.summary), from: event.startDate.toJSDate().getTime(), until: event.endDate.toJSDate().getTime(), status: String(each.getFirstPropertyValue('status')), sequence: event.sequence, changed: (each.getFirstPropertyValue('last-modified') as unknown as ICAL.Time).toJSDate().getTime() };
  }).sort(byUid);
}
/** node-ical gives a value that has parameters as an object. */
const textIn = (value: string | { readonly val: string } | undefined) => (typeof value === 'object' ? value.val : value ?? '');
function asNodeIcal(text: string): Entry[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((each): Entry[] => (each?.type !== 'VEVENT' ? [] : [{ uid: each.uid, title: said(textIn(each.summary)), from: each.start.getTime(), until: each.end!.getTime(), status: String(each.status), sequence: Number(each.sequence), changed: each.lastmodified!.getTime() }])).sort(byUid);
}
const python = existsSync('/usr/lib/python3/dist-packages/icalendar') && existsSync('/usr/bin/python3');
async function asPython(text: string): Promise<Entry[]> {
  const script = 'import sys,json,icalendar\nc=icalendar.Calendar.from_ical(sys.stdin.buffer.read())\nprint(json.dumps([dict(uid=str(e["UID"]),title=" ".join(str(e["SUMMARY"]).split()),until=e["DTEND"].dt.timestamp()*1000,status=str(e["STATUS"]),sequence=int(e["SEQUENCE"]),changed=e["LAST-MODIFIED"].dt.timestamp()*1000,**{"from":e["DTSTART"].dt.timestamp()*1000}) for e in c.walk("VEVENT")]))';
  const running = promisify(execFile)('/usr/bin/python3', ['-c', script], { maxBuffer: 50_000_000 });
  running.child.stdin?.end(text);
  return (JSON.parse((await running).stdout) as Entry[]).sort(byUid);
}
if (!python) console.warn('SKIPPED: calendars as Python reads them, which is not on this machine (Debian package python3-icalendar).');

describe('an address', () => {
  test('is made by a carer, shown once, and lists every visit there is', async () => {
    const browser = await world.as('susan');
    const path = await addressOf(browser, { titles: 'plain', alarm: '15' });
    expect(path).not.toBe('');
    const { status, text, headers } = await fetchFeed(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, max-age=300']);
    const record = (await world.house.services.records.byPerson(harrow, margaret))!;
    const today = localDate(now(), 'Europe/London');
    const visits = visitsBetween(record.visitBook, addDays(today, -28), addDays(today, 56), 'Europe/London');
    const entries = asIcalJs(text).filter(({ title }) => !title.startsWith('Something you took on'));
    expect(entries.map(({ from, until }) => [from, until]).sort()).toEqual(visits.map(({ startsAt, endsAt }) => [startsAt, endsAt]).sort());
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(visits.length);
    expect(unfolded(text)).toMatch(/TRIGGER:-PT15M/);
    expect(text).not.toMatch(/Margaret|Priya|Blessing|breakfast/i);
    expect((await browser.get('/people/margaret/calendars')).html).not.toContain(path.slice(11, 33));
  });

  test('lists what its viewer took on and nobody else’s jobs, in plain words unless chosen otherwise, until it is given back', async () => {
    const read = async (who: string, titles: string) => asIcalJs((await fetchFeed(await addressOf(await world.as(who), { titles, alarm: 'none' }))).text).map(({ title }) => title).filter((title) => /took on|Milk|crossword|clinic/.test(title));
    expect(await Promise.all([read('susan', 'plain'), read('susan', 'full'), read('margaret', 'full'), read('adviser', 'full')])).toEqual([['Something you took on, any time that day'], ['Milk, bread and something nice for Sunday, any time that day'], [], []]);
    const susans = await world.as('susan');
    const path = await addressOf(susans, { titles: 'full', alarm: 'none' });
    const milk = async () => asIcalJs((await fetchFeed(path)).text).filter(({ title, status }) => title.startsWith('Milk') || (status === 'CANCELLED' && title === 'No longer in this calendar')).map(({ status, sequence }) => [status, sequence]);
    expect(await milk()).toEqual([['CONFIRMED', 0]]);
    await susans.post('/people/margaret/jobs', { do: 'give-back', jobId: 'margaret-shopping' });
    expect(await milk()).toEqual([['CANCELLED', 1]]);
    await susans.post('/people/margaret/jobs', { do: 'take', jobId: 'margaret-shopping' });
    expect(await milk()).toEqual([['CONFIRMED', 2]]);
  });

  test('keeps to RFC 5545 in what other calendars trip over', async () => {
    const { text } = await fetchFeed(await addressOf(await world.as('margaret'), { titles: 'full', alarm: 'none', routines: 'yes' }));
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    for (const pattern of [/^METHOD:PUBLISH$/m, /^REFRESH-INTERVAL;VALUE=DURATION:PT1H$/m, /^X-PUBLISHED-TTL:PT1H$/m]) expect(text.replaceAll('\r', '')).toMatch(pattern);
    const lines = unfolded(text).split('\r\n');
    for (const name of ['DTSTAMP', 'DTSTART', 'DTEND', 'LAST-MODIFIED']) expect(lines.filter((line) => line.startsWith(name)).every((line) => /^[A-Z-]+:\d{8}T\d{6}Z$/.test(line))).toBe(true);
    expect(text).not.toMatch(/TZID|RRULE/);
    expect(lines.some((line) => line.startsWith('SUMMARY:The day’s visits are told'))).toBe(true);
  });

  test('is read alike by three readers', async () => {
    const { text } = await fetchFeed(await addressOf(await world.as('margaret'), { titles: 'full', alarm: '60' }));
    const entries = asIcalJs(text);
    expect(entries.length).toBeGreaterThan(100);
    expect(asNodeIcal(text)).toEqual(entries);
    if (python) expect(await asPython(text)).toEqual(entries);
  });

  test('answers “nothing new” to who knows it already, and the same bytes to who asks twice', async () => {
    const path = await addressOf(await world.as('susan'), { titles: 'plain', alarm: 'none' });
    const first = await fetchFeed(path);
    expect((await fetchFeed(path)).text).toBe(first.text);
    const again = await fetchFeed(path, { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await fetchFeed(path, { 'If-None-Match': '"another"' })).status).toBe(200);
  });

  test('ends when it is ended, and looks like one that never was', async () => {
    const browser = await world.as('susan');
    const path = await addressOf(browser, { titles: 'plain', alarm: 'none' });
    const ids = [...(await browser.get('/people/margaret/calendars')).html.matchAll(/name="end" value="([0-9a-f]{64})"/g)].map(([, id]) => id ?? '');
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect((await browser.post('/people/margaret/calendars', { end: id })).status).toBe(303);
    const [ended, never, odd] = [await fetchFeed(path), await fetchFeed('/calendars/AAAAAAAAAAAAAAAAAAAAAA.ics'), await fetchFeed('/calendars/..%2f..%2fetc.ics')];
    expect([ended.status, never.status, odd.status]).toEqual([404, 404, 404]);
    expect(ended.text).toBe(never.text);
  });

  test('of somebody else cannot be ended, nor seen', async () => {
    const made = await desk().make({ kind: 'person', councilId: harrow, id: 'margaret', name: 'Margaret', personId: margaret }, margaret, plain);
    const own = (await desk().list({ kind: 'person', councilId: harrow, id: 'margaret', name: 'Margaret', personId: margaret }, margaret)).filter(({ isOwn }) => isOwn);
    expect((await desk().list(susan, margaret)).filter(({ isOwn }) => !isOwn)).toEqual([]);
    await desk().end(susan, margaret, own.at(-1)?.id ?? '');
    expect(made.kind === 'made' && (await desk().read(made.address)) !== undefined).toBe(true);
  });

  test.each([{}, { titles: 'everything', alarm: 'none' }, { titles: 'plain', alarm: '7' }, { titles: 'plain', alarm: 'constructor' }])('asked for with %j, says what to mend', async (form) => {
    const { status, text } = await (await world.as('susan')).post('/people/margaret/calendars', form);
    expect([status, text]).toEqual([400, expect.stringContaining('There is a problem')]);
  });
});

describe('a change', () => {
  const feedOf = async (address: string) => asIcalJs((await desk().read(address))!.text);
  const made = async (viewer: Identity, choices = plain) => {
    const result = await desk().make(viewer, margaret, choices);
    if (result.kind !== 'made') throw new Error(result.kind);
    return result.address;
  };
  const save = async (change: (record: NonNullable<Awaited<ReturnType<typeof world.house.services.records.byPerson>>>) => object) => {
    const { records } = world.house.services;
    const record = (await records.byPerson(harrow, margaret))!;
    expect((await records.save(record, { idempotencyKey: `calendar-${(ahead += 60_000)}`, at: now(), audit: [], ...change(record) })).kind).toBe('saved');
  };

  test('raises SEQUENCE and LAST-MODIFIED of that visit, and of no other; a cancelled one stays and says so', async () => {
    const address = await made(susan);
    const before = await feedOf(address);
    const record = (await world.house.services.records.byPerson(harrow, margaret))!;
    const tomorrow = addDays(localDate(now(), 'Europe/London'), 1);
    const [moved, cancelled] = visitsBetween(record.visitBook, tomorrow, addDays(tomorrow, 2), 'Europe/London');
    await save(({ visitBook }) => ({ visitBook: { ...visitBook, visits: [...visitBook.visits.filter(({ id }) => id !== moved!.id && id !== cancelled!.id), { ...moved!, startsAt: moved!.startsAt + 600_000, endsAt: moved!.endsAt + 600_000 }, { ...cancelled!, status: 'cancelled' }] } }));
    const after = await feedOf(address);
    const changed = after.filter((each) => JSON.stringify(each) !== JSON.stringify(before.find(({ uid }) => uid === each.uid)));
    expect(changed.map(({ sequence }) => sequence)).toEqual([1, 1]);
    expect(changed.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'CONFIRMED']);
    for (const each of changed) expect(each.changed).toBeGreaterThan(before.find(({ uid }) => uid === each.uid)!.changed);
  });

  test('that takes visits away leaves them there as cancelled', async () => {
    const address = await made(susan);
    const before = await feedOf(address);
    const last = addDays(localDate(now(), 'Europe/London'), 7);
    await save(({ visitBook }) => ({ visitBook: { ...visitBook, rounds: visitBook.rounds.map((round, place) => (place === 0 ? { ...round, endsOn: last } : round)) } }));
    const after = await feedOf(address);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    const gone = after.filter(({ status, uid }) => status === 'CANCELLED' && before.find((each) => each.uid === uid)?.status !== 'CANCELLED');
    expect(gone.length).toBeGreaterThan(10);
    expect(gone.every(({ title, sequence }) => title === 'No longer in this calendar' && sequence === 1)).toBe(true);
    expect(asIcalJs((await desk().read(address))!.text)).toEqual(after);
  });

  test('seen by ten readers at once has one number', async () => {
    const address = await made(susan);
    const texts = await Promise.all(Array.from({ length: 10 }, async () => (await desk().read(address))!.text));
    expect(new Set(texts).size).toBe(1);
  });

  test('of the clock on the wall leaves visits where they were by it', async () => {
    const address = await made(susan);
    ahead += 110 * 86_400_000;
    const entries = await feedOf(address);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
    const times = new Map<string, Set<number>>();
    for (const { from } of entries) times.set(clock.format(from), (times.get(clock.format(from)) ?? new Set()).add(new Date(from).getUTCHours()));
    expect([...times.values()].some((hours) => hours.size === 2)).toBe(true);
    ahead -= 110 * 86_400_000;
  });

  test('of who may know ends it at that moment; staff’s ends after 90 days', async () => {
    const [carers, staffs] = [await made(susan), await made({ kind: 'staff', councilId: harrow, id: 'okafor', name: 'Mr Okafor', roles: ['adviser'] })];
    await save(({ household }) => {
      const stopped = stopTelling(household, 'susan', undefined, now());
      return stopped.kind === 'stopped' ? { household: stopped.household } : {};
    });
    expect(await desk().read(carers)).toBeUndefined();
    expect(await desk().read(staffs)).toBeDefined();
    ahead += 91 * 86_400_000;
    expect(await desk().read(staffs)).toBeUndefined();
  });
});

test('no words there are can put a line of their own in, or change what is read', () => {
  const at = instant(Date.parse('2026-12-01T09:00:00Z'));
  const nasty = [...hostileWords, 'a\r\nATTENDEE:mailto:x@example.com', 'a\nBEGIN:VEVENT', '\u2028X:1', 'a\u0000b', '\uD800', '👩‍👩‍👧‍👦'.repeat(40), 'é'.repeat(300), '\\n\\,\\;', 'END:VCALENDAR', '\t \t'];
  const events = nasty.map((title, place): RevisedEvent => ({ event: { uid: `${place}@my-care`, title, startsAt: at, endsAt: (at + 1_800_000) as Instant, status: 'confirmed', alarmMinutes: 15 }, revision: { uid: '', mark: '', startsAt: at, endsAt: at, isCancelled: false, sequence: 0, changedAt: at } }));
  const cleaned = (text: string) => said(Array.from(text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()).slice(0, 200).join(''));
  for (const [place, name] of nasty.entries()) {
    const text = writeCalendar(name, [events[place]!]);
    const names = new Set(['BEGIN', 'VERSION', 'PRODID', 'METHOD', 'NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL', 'X-PUBLISHED-TTL', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'ACTION', 'TRIGGER', 'DESCRIPTION', 'STATUS', 'LAST-MODIFIED', 'END', '']);
    expect(unfolded(text).split('\r\n').map((line) => line.split(/[:;]/)[0] ?? '').filter((each) => !names.has(each))).toEqual([]);
    expect(unfolded(text).split('\r\n').filter((line) => /^(?:BEGIN|ATTENDEE|X(?!-WR-CALNAME|-PUBLISHED-TTL))/.test(line))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'BEGIN:VALARM']);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  }
  const all = writeCalendar('Care', events);
  const titles = new Map(asIcalJs(all).map(({ uid, title }) => [uid, title]));
  expect(events.map(({ event }) => titles.get(event.uid))).toEqual(events.map(({ event }) => cleaned(event.title)));
  expect(asNodeIcal(all).map(({ uid }) => uid)).toEqual(events.map(({ event }) => event.uid).sort());
});
