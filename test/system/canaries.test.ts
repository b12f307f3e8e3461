// Promise: what is personal is in no log, no address and no error page: two hundred words planted in every personal field, and the whole server walked through, faults included.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { councilId, instant, localDate, personId } from '../../models/shared/index.ts';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { apiKeys } from '../../lambda/store/api-key-rows.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { personPartition } from '../../lambda/store/keys.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import { pages } from '../../web/console/pages.ts';
import { intentRequest, launchRequest } from '../support/alexa-request.ts';
import { hostilePerson } from '../support/hostile-household.ts';
import { startServer, type RealServer } from '../support/real-server.ts';

const harrow = councilId('harrow');
const bird = personId('p-17');
const folder = mkdtempSync(join(tmpdir(), 'my-care-canaries-'));
let planted = 0;
let server: RealServer;
let key: string;

beforeAll(async () => {
  const now = instant(Date.now());
  const table = openStoreFile(folder);
  const links = speakerLinks(table);
  await seedDemonstration({ table, links, now });
  const [model] = demonstrationPeople(localDate(now, 'Europe/London'), now, () => ({ salt: 'salt', hash: 'hash' }));
  const person = hostilePerson(model!, { id: bird, council: harrow, turn: 0, now, words: () => `canary${(planted += 1)}zq` });
  await createPerson(table, { ...person, household: { ...person.household, timeZone: 'Europe/London' } });
  await links.linkByUnit(harrow, bird, { key: speakerKeyOf(deskAlexaId('p-17')), alexaId: deskAlexaId('p-17') }, now);
  // Somebody whose kept row is broken: the fault has their words in it.
  await createPerson(table, { ...person, personId: personId('p-18'), household: { ...person.household, personId: personId('p-18') } });
  await table.transact([{ do: 'put', row: { pk: personPartition(harrow, personId('p-18')), sk: 'spoken#visits', version: 9, doc: '{"schema":1,"value":{"provider":"canary999zq"}}' }, when: [] }]);
  const broken: string[] = [];
  await bringUpToDate(table, harrow, now, ({ message }) => { broken.push(message); });
  expect(broken.length).toBeGreaterThan(0);
  expect(broken.join()).not.toMatch(/canary/);
  key = await apiKeys(table).make({ councilId: harrow, name: 'walk', scopes: ['visits:write', 'alerts:raise', 'alerts:read', 'settings:write'] }, now);
  await table.close();
  server = await startServer(folder, { SKILL_ID: 'amzn1.ask.skill.walk' });
}, 60_000);
afterAll(async () => {
  await server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const canary = /canary\d+zq/;

async function call(path: string, init: RequestInit = {}): Promise<{ status: number; html: string; location: string; cookie: string }> {
  const response = await fetch(server.address + path, { redirect: 'manual', ...init });
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '', cookie: response.headers.getSetCookie().find((line) => line.startsWith('my_care_session='))?.split(';')[0] ?? '' };
}

async function signIn(who: string): Promise<string> {
  return (await call('/sign-in/made-up', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: `who=${who}` })).cookie;
}

test('in a walk through everything, with faults, no canary is heard where it must not be', async () => {
  expect(planted).toBeGreaterThan(200);
  const addresses: string[] = [];
  const errors: string[] = [];
  let heard = 0;
  for (const who of ['adviser', 'desk', 'auditor', 'susan']) {
    const cookie = await signIn(who);
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await call('/account', { headers: { Cookie: cookie } })).html)?.[1] ?? '';
    for (const each of pages.filter(({ path: where }) => !where.startsWith('/sign-in') && where !== '/account')) {
      const { path } = each;
      for (const person of ['p-17', 'p-18']) {
        const at = path.replace(':personId', person).replace(':routineId', 'new').replace(':memberId', 'susan').replace(':requestId', 'kept-needs-review').replace(':kind', 'visit-late').replace(':code', '123456');
        const page = await call(at, { headers: { Cookie: cookie, Accept: 'text/html' } });
        addresses.push(page.location, ...[...page.html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => link));
        if (page.status === 200 && canary.test(page.html)) heard += 1;
        if (page.status >= 400) errors.push(page.html);
        if (each.submit === undefined) continue;
        const sent = await call(at, { method: 'POST', headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' }, body: new URLSearchParams({ _csrf: csrf, words: '', name: '', decision: 'decline', threshold: 'x' }).toString() });
        addresses.push(sent.location);
        if (sent.status >= 403) errors.push(sent.html);
      }
    }
  }
  for (const envelope of [launchRequest({ userId: deskAlexaId('p-17'), applicationId: 'amzn1.ask.skill.walk' }), ...['WhoIsComingIntent', 'BudgetLeftIntent', 'MessagesIntent', 'RequestStatusIntent', 'WhoKnowsIntent', 'INeedHelpIntent'].map((name) => intentRequest(name, {}, { userId: deskAlexaId('p-17'), applicationId: 'amzn1.ask.skill.walk' }))]) {
    const answer = await call('/alexa', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(envelope) });
    if (canary.test(answer.html)) heard += 1;
  }
  const api = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  for (const [path, body] of [['/api/visit-reports', { personId: 'p-17', visitId: 'canary1zq', said: 'started', workerId: 'canary2zq', at: '2020-01-01T00:00:00Z' }], ['/api/visit-reports', { personId: 'p-18', visitId: 'x', said: 'missed', at: '2020-01-01T00:00:00Z' }], ['/api/alerts', { personId: 'p-17', kind: 'help-wanted', name: 'x', occursAt: 'canary3zq' }], ['/api/rules', { words: 'canary4zq' }]] as const) {
    const answer = await call(path, { method: 'POST', headers: api, body: JSON.stringify(body) });
    if (answer.status >= 400) errors.push(answer.html);
  }
  errors.push((await call('/people/canary5zq', { headers: { Cookie: await signIn('auditor'), Accept: 'text/html' } })).html, (await call('/nowhere/canary6zq', { headers: { Accept: 'text/html' } })).html);
  await new Promise((resolve) => { setTimeout(resolve, 3_000); });
  // The walk is no empty one: those who may saw and heard them, and there were faults.
  expect(heard).toBeGreaterThan(20);
  expect(server.said()).toContain('"level":50');
  expect(server.said()).not.toMatch(canary);
  expect(addresses.filter((address) => canary.test(address))).toEqual([]);
  expect(errors.filter((page) => canary.test(page))).toEqual([]);
}, 120_000);
