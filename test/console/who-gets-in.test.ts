// Promise: nobody sees or does what the table of access does not give them, now and not as it was; another's, unknown and forbidden look the same; every page names its rule, and every look is written down.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessTable, mayDo, memberFor, type Action, type Identity } from '../../models/access/index.ts';
import type { Household } from '../../models/household/index.ts';
import { visitsOn } from '../../models/care-visit/index.ts';
import { addDays, councilId, instant, localDate, personId } from '../../models/shared/index.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { consoleServices } from '../../lambda/console/console-services.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { pages } from '../../web/console/pages.ts';
import { visitSeen } from '../../web/console/visit-seen.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const elsewhere = councilId('brent');
const household = async (person = margaret): Promise<Household> => (await world.house.services.records.byPerson(harrow, person))!.household;
const identities = (): readonly (readonly [string, Identity])[] => [
  ...madeUpIdentities.filter(({ key, identity }) => identity.kind !== 'worker' || key === 'priya').map(({ key, identity }) => [key, identity] as const),
];
/** A visit of theirs today, or none. */
const visitToday = async (person: string): Promise<string> => {
  const record = await world.house.services.records.byPerson(harrow, personId(person));
  return record === undefined ? 'none' : visitsOn(record.visitBook, localDate(world.house.clock(), 'Europe/London'), 'Europe/London')[0]!.id;
};

describe('the table', () => {
  test.each(Object.keys(accessTable) as Action[])('%s is given to nobody of another council, to no stranger, and to nobody who was stopped', async (action) => {
    const home = await household();
    const subject = accessTable[action].about === 'person' ? { councilId: harrow, household: home } : { councilId: harrow };
    const staff: Identity = { kind: 'staff', councilId: elsewhere, id: 'x', name: 'X', roles: ['adviser', 'approver', 'alert-manager', 'administrator', 'auditor'] };
    expect(mayDo(staff, action, subject)).toBe(false);
    expect(mayDo({ kind: 'carer', councilId: harrow, id: 's', name: 'S', circles: [{ personId: personId('dev'), memberId: 'susan' }, { personId: margaret, memberId: 'nobody' }] }, action, subject)).toBe(false);
    expect(mayDo({ kind: 'person', councilId: harrow, id: 'dev', name: 'Dev', personId: personId('dev') }, action, subject)).toBe(false);
    const today = localDate(world.house.clock(), 'Europe/London');
    const worker: Identity = { kind: 'worker', councilId: harrow, id: 'kindly-care/priya', name: 'Priya', providerId: 'kindly-care', workerId: 'priya' };
    if (accessTable[action].about === 'person') {
      expect(mayDo(worker, action, subject)).toBe(false);
      for (const visit of [{ providerId: 'another', on: today, today }, { providerId: 'kindly-care', on: addDays(today, -2), today }, { providerId: 'kindly-care', on: addDays(today, 2), today }]) expect(mayDo(worker, action, { ...subject, visit })).toBe(false);
      expect(mayDo(worker, action, { ...subject, visit: { providerId: 'kindly-care', on: addDays(today, 1), today } })).toBe(action === 'record-visit');
    }
    expect(mayDo({ ...worker, councilId: elsewhere }, action, { ...subject, visit: { providerId: 'kindly-care', on: today, today } })).toBe(false);
    const susan: Identity = { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: margaret, memberId: 'susan' }] };
    const stopped = { ...home, circle: home.circle.map((member) => (member.id === 'susan' ? { ...member, stoppedAt: instant(1) } : member)) };
    expect(mayDo(susan, action, accessTable[action].about === 'person' ? { councilId: harrow, household: stopped } : { councilId: harrow })).toBe(false);
    expect(memberFor(susan, stopped)).toEqual([]);
  });

  test('money is seen only by those the person lets, whatever else they know', async () => {
    const home = await household();
    const susan: Identity = { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: margaret, memberId: 'susan' }] };
    expect([mayDo(susan, 'see-visits', { councilId: harrow, household: home }), mayDo(susan, 'see-money', { councilId: harrow, household: home })]).toEqual([true, false]);
    const told = { ...home, circle: home.circle.map((member) => (member.id === 'susan' ? { ...member, mayKnow: [...member.mayKnow, 'money' as const] } : member)) };
    expect(mayDo(susan, 'see-money', { councilId: harrow, household: told })).toBe(true);
  });
});

describe('every page', () => {
  test('has a rule, and each address is there once', () => {
    expect(pages.filter(({ rule }) => rule !== 'anybody' && rule !== 'signed-in' && !(rule in accessTable))).toEqual([]);
    expect(pages.filter(({ path, rule }) => path.includes(':personId') !== (rule !== 'anybody' && rule !== 'signed-in' && accessTable[rule].about === 'person'))).toEqual([]);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });

  const guarded = pages.filter(({ rule }) => rule !== 'anybody');
  const addressOf = (path: string, person: string, visitId = 'none') => path.replace(':visitId', encodeURIComponent(visitId)).replace(':providerId', 'none').replace(':part', 'use').replace(':personId', person).replace(':routineId', 'new').replace(':memberId', 'new').replace(':invitationId', 'new').replace(':requestId', 'none').replace(':serviceId', 'none').replace(':sourceId', 'none').replace(':kind', 'visit-late').replace(':runId', 'none').replace(':code', '123456');

  test('sends whoever has not signed in to sign in, and brings them back', async () => {
    for (const { path, signInAt = '/sign-in' } of guarded) {
      const page = await world.browser().get(addressOf(path, 'margaret'));
      expect([path, page.status, page.location]).toEqual([path, 303, `${signInAt}?next=${encodeURIComponent(addressOf(path, 'margaret'))}`]);
    }
  });

  test('opens by the table alone for nine identities, on their own, another’s, a deleted and an unknown person', async () => {
    const nothing = new Set<string>();
    let opened = 0;
    for (const [who, identity] of identities()) {
      const one = await signedIn(identity);
      for (const { path, rule } of guarded) {
        for (const person of path.includes(':personId') ? ['margaret', 'joyce', 'dev', 'deleted-person', 'never-was', '..%2f..'] : ['-']) {
          const visitId = path.includes(':visitId') ? await visitToday(/^[a-z-]+$/.test(person) ? person : 'never-was') : 'none';
          const page = await one.get(addressOf(path, person, visitId));
          const found = await world.house.services.records.byPerson(harrow, personId(/^[a-z-]+$/.test(person) && person !== '-' ? person : 'never-was'));
          const may = rule === 'signed-in' || (accessTable[rule as Action].about === 'council' ? mayDo(identity, rule as Action, { councilId: harrow }) : found !== undefined && mayDo(identity, rule as Action, { councilId: harrow, household: found.household, ...visitSeen(found, visitId, world.house.clock()) }));
          const isIn = page.status === 200 || (page.status === 303 && !/^\/(work\/)?sign-in/.test(page.location!)) || (page.status === 404 && page.text.includes('not there any more'));
          expect([who, path, person, isIn]).toEqual([who, path, person, may]);
          if (may) opened += 1;
          else nothing.add(page.html.replaceAll(/\/people\/[^"]*/g, ''));
        }
      }
    }
    // All that is refused is one and the same page.
    expect(nothing.size).toBe(1);
    expect(opened).toBeGreaterThan(100);
  }, 120_000);

  test('takes nothing from whoever may only look', async () => {
    const price = await world.as('auditor');
    for (const { path, submitRule, rule } of guarded.filter((each) => each.path !== '/account' && 'submit' in each)) {
      const page = await price.post(addressOf(path, 'margaret'), { do: 'stop' }, { csrf: 'whatever' });
      const may = (submitRule ?? rule) === 'signed-in' || mayDo(madeUpIdentities.find(({ key }) => key === 'auditor')!.identity, submitRule ?? (rule as Action), accessTable[submitRule ?? (rule as Action)].about === 'person' ? { councilId: harrow, household: await household() } : { councilId: harrow });
      expect([path, page.status]).toEqual([path, may ? 403 : 404]);
    }
  });
});

async function signedIn(identity: Identity): Promise<Browser> {
  const token = await sessions(world.house.table).start(identity, world.house.clock());
  const one = world.browser();
  return { ...one, get: async (path) => withCookie(path, token) };
}

async function withCookie(path: string, token: string) {
  const response = await fetch(world.house.origin + path, { headers: { Cookie: `my_care_session=${token}`, Accept: 'text/html' }, redirect: 'manual' });
  const html = await response.text();
  return { status: response.status, html, text: html.replaceAll(/<[^>]+>/g, ' '), location: response.headers.get('location'), headers: response.headers };
}

describe('a session', () => {
  test('gets a new secret with each sign-in, out of reach of scripts, and the old one is worth nothing', async () => {
    const one = await world.as('susan');
    const before = one.cookie();
    const answer = await one.post('/sign-in/made-up', { who: 'susan' });
    expect(answer.headers.getSetCookie().find((line) => line.startsWith('my_care_session='))).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(one.cookie()).not.toBe(before);
    expect((await withCookie('/home', before.split('=')[1]!)).location).toMatch(/^\/sign-in/);
  });

  test('takes no form without its own mark, from another site, or with somebody else’s', async () => {
    const [susan, own] = [await world.as('susan'), await world.as('margaret')];
    const theirs = /name="_csrf" value="([^"]+)"/.exec((await own.get('/people/margaret/speech')).html)![1]!;
    for (const csrf of ['', 'x', theirs]) expect((await susan.post('/people/margaret/messages', { words: 'Hello' }, { csrf: csrf === '' ? ' ' : csrf })).status).toBe(403);
    expect((await susan.post('/people/margaret/messages', { words: 'Hello' }, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await susan.post('/people/margaret/messages', { words: 'Hello' }, { headers: { Origin: 'https://evil.example' } })).status).toBe(403);
    expect((await world.house.services.records.byPerson(harrow, margaret))!.messageBook.forPerson.some(({ words }) => words === 'Hello')).toBe(false);
  });

  test('ends when unused: a quarter of an hour for staff, a fortnight for family, half a day for staff at the longest', async () => {
    const kept = sessions(await freshStore());
    const [staff, carer] = [madeUpIdentities.find(({ key }) => key === 'desk')!.identity, madeUpIdentities.find(({ key }) => key === 'susan')!.identity];
    const at = (minutes: number) => instant(1_800_000_000_000 + minutes * 60_000);
    const [one, other] = [await kept.start(staff, at(0)), await kept.start(carer, at(0))];
    expect((await kept.find(one, at(14)))?.identity).toEqual(staff);
    expect((await kept.find(one, at(28)))?.identity).toEqual(staff);
    expect(await kept.find(one, at(44))).toBeUndefined();
    expect((await kept.find(other, at(13 * 1_440)))?.identity).toEqual(carer);
    expect(await kept.find(other, at(31 * 1_440))).toBeUndefined();
    const long = await kept.start(staff, at(0));
    for (let minutes = 10; minutes < 720; minutes += 10) expect(await kept.find(long, at(minutes))).toBeDefined();
    expect(await kept.find(long, at(720))).toBeUndefined();
  });

  test('is ended here, or everywhere', async () => {
    const [one, other] = [await world.as('susan'), await world.as('susan')];
    await one.post('/account', {});
    expect((await one.get('/home')).location).toMatch(/^\/sign-in/);
    expect((await other.get('/home')).status).not.toBe(401);
    const third = await world.as('susan');
    await other.post('/account', { everywhere: 'yes' });
    expect((await third.get('/home')).location).toMatch(/^\/sign-in/);
  });

  test('leads on to our own pages alone', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await world.browser().post('/sign-in/made-up', { who: 'susan', next });
      expect(answer.location).toBe('/home');
    }
  });
});

describe('a code', () => {
  const codeIn = () => /\b(\d{6})\b/.exec(world.house.codes.at(-1)?.words ?? '')?.[1] ?? '';
  async function askFor(contact: string): Promise<Browser> {
    const one = world.browser();
    const answer = await one.post('/sign-in', { contact });
    expect([answer.status, answer.location?.startsWith('/sign-in/code')]).toEqual([303, true]);
    return one;
  }

  test('lets family in by the number that the person’s record has, in the browser it was asked from', async () => {
    const one = await askFor('+44 7700 900123');
    const code = codeIn();
    expect((await world.browser().post('/sign-in/code', { code })).text).toContain('this is another browser');
    expect((await one.post('/sign-in/code', { code: code === '111111' ? '222222' : '111111' })).text).toContain('That is not the code we sent');
    expect((await one.post('/sign-in/code', { code })).location).toBe('/home');
    expect((await one.get('/people/margaret')).status).toBe(200);
    expect((await one.post('/sign-in/code', { code })).status).toBe(400);
  });

  test('is not sent to a stranger, and nobody can tell', async () => {
    const sent = world.house.codes.length;
    const one = await askFor('07700 900999');
    expect(world.house.codes.length).toBe(sent);
    expect((await one.post('/sign-in/code', { code: '123456' })).text).toContain('That is not the code we sent');
  });

  test('is guessed five times at the most, and sent three times in a quarter of an hour', async () => {
    const one = await askFor('07700900456');
    for (let tries = 0; tries < 5; tries += 1) await one.post('/sign-in/code', { code: '000000' });
    expect((await one.post('/sign-in/code', { code: codeIn() })).text).toContain('Too many wrong codes');
    await askFor('07700900456');
    await askFor('07700900456');
    expect((await world.browser().post('/sign-in', { contact: '07700900456' })).text).toContain('Too many codes were asked for');
  });

  test.each(['', 'susan', '12345', 'a@b'])('%j is no number and no address', async (contact) => {
    expect((await world.browser().post('/sign-in', { contact })).status).toBe(400);
  });

  test('somebody whose number was taken away is a stranger', async () => {
    const { records, clock } = world.house.services;
    const now = (await records.byPerson(harrow, personId('joyce')))!;
    const before = world.house.codes.length;
    await records.save(now, { idempotencyKey: 'new-number', at: clock(), household: { ...now.household, circle: [...now.household.circle, { id: 'bob', name: 'Bob', relationship: 'brother', kind: 'family', mayKnow: ['visits'], mayAct: [], phone: '07700 900777' }] }, audit: [] });
    await askFor('07700 900777');
    expect(world.house.codes.length).toBe(before + 1);
    const then = (await records.byPerson(harrow, personId('joyce')))!;
    await records.save(then, { idempotencyKey: 'gone', at: clock(), household: { ...then.household, circle: then.household.circle.filter(({ id }) => id !== 'bob') }, audit: [] });
    await askFor('07700 900777');
    expect(world.house.codes.length).toBe(before + 1);
  });
});

test('every look at somebody’s record by another is written down: who, whose, what and when, and by no name', async () => {
  const okafor = await world.as('adviser');
  await okafor.get('/people/dev/budget');
  const lines = await consoleServices(world.house.services, { madeUp: [], sendCode: () => Promise.resolve() }).audit.read(personId('dev'), 200);
  expect(lines.find(({ action, by }) => action === 'look:budget' && by === 'staff:okafor')).toBeDefined();
  expect(JSON.stringify(lines)).not.toContain('Okafor"');
});

test('the pages carry the headers that keep them ours', async () => {
  const { headers } = await (await world.as('susan')).get('/people/margaret');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self' 'sha256-.*frame-ancestors 'none'/);
  expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['no-store', 'nosniff', 'same-origin']);
});
