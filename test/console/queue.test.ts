// Promise: what waits is found at once however much waits: the oldest first, a page at a time, narrowed by why it waits and by kind of service; and only what is on the page is read.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { waitingRequests } from '../../lambda/store/desk-lists.ts';
import { recentlyDecoded } from '../../lambda/store/recently-decoded.ts';
import { councilPartition, deskPartition } from '../../lambda/store/keys.ts';
import { documentOf } from '../../lambda/store/row-document.ts';
import type { ServiceRequest } from '../../models/service-request/index.ts';
import { instant, localDate, pence, personId } from '../../models/shared/index.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
const many = 60;
const dayMs = 86_400_000;
beforeAll(async () => {
  world = await consoleWorld();
  const now = world.house.clock();
  const dev = demonstrationPeople(localDate(now, 'Europe/London'), now, () => ({ salt: '', hash: '' })).find(({ personId: id }) => id === 'dev')!;
  const like = dev.requestBook.requests.find(({ id }) => id === 'dev-waiting-1')!;
  for (let place = 0; place < many; place += 1) {
    const id = personId(`waits-${place}`);
    const askedAt = instant(now - (20 + place) * dayMs);
    const request: ServiceRequest = {
      ...like, id: `waits-${place}-request`, askedAt, expiresAt: instant(now + 28 * dayMs), history: [{ state: 'asked', at: askedAt, by: 'person' }, { state: 'needs-review', at: askedAt, by: 'rules' }], reasons: ['new-provider'],
      ...(place === 0 && { costPence: pence(60_000), firstYes: { id: 'okafor', name: 'Mr Okafor', isApprover: false, at: askedAt, costPence: pence(60_000) } }),
      ...(place === 1 && { costPence: pence(60_000), firstYes: { id: 'lund', name: 'Ms Lund', isApprover: true, at: askedAt, costPence: pence(60_000) } }),
      ...(place === 2 && { category: 'gardening', what: '=gardening<b>' }),
    };
    await createPerson(world.house.table, { ...dev, personId: id, household: { ...dev.household, personId: id, name: { full: `Waiting ${place}`, preferred: `W${place}` } }, requestBook: { requests: [request] } });
  }
}, 60_000);
afterAll(async () => { await world.house.close(); });

const names = (text: string) => [...text.matchAll(/Waiting (\d+)/g)].map(([, place]) => Number(place));

test('the oldest are first, 25 to a page, and every page says how many there are', async () => {
  const okafor = await world.as('adviser');
  const first = await okafor.get('/requests');
  expect(first.text).toContain('63 requests, the longest first. The oldest was asked for 79 days ago.');
  expect(names(first.text)).toEqual(Array.from({ length: 25 }, (_, place) => 59 - place));
  expect(first.text).toContain('Page 1 of 3');
  const last = await okafor.get('/requests?page=3');
  expect(names(last.text)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  expect(last.text).toMatch(/Dev Patel 2 hours of cleaning with Sparkle Cleaning, every week .*Margaret Ellis/);
  for (const odd of ['-1', '99', 'x', '1e9', '']) expect((await okafor.get(`/requests?page=${odd}`)).status).toBe(200);
});

test('is narrowed by why it waits and by kind, each with its count, and the pages stay narrowed', async () => {
  const okafor = await world.as('adviser');
  const { text } = await okafor.get('/requests?why=new-provider');
  expect(text).toMatch(/All \(63\).*More was asked \(1\).*A second has to agree \(2\).*Over the limit for a yes at once \(2\).*A provider we do not know \(60\)/);
  expect((await okafor.get('/requests?why=new-provider')).html).toContain('href="/requests?why=new-provider&amp;page=2"');
  expect((await okafor.get('/requests?why=more-asked')).text).toMatch(/1 request, the longest first.*Dev Patel 3 hours of gardening with Green Fingers £45 More was asked 5 days ago/);
  const gardening = await okafor.get('/requests?kind=gardening');
  expect(gardening.text).toContain('3 requests, the longest first.');
  expect(gardening.html).not.toContain('<b>');
  expect((await okafor.get('/requests?kind=gardening&why=over-limit')).text).toContain('1 request, the longest first.');
  expect((await okafor.get('/requests?kind=gardening&why=disputed')).text).toContain('Nothing of that kind waits. Show all 63');
  expect((await okafor.get('/requests?kind=%3Cscript%3E&why=__proto__')).text).toContain('63 requests');
});

test('what waits for a second yes is shown to whoever can give it', async () => {
  const [okafor, lund, price] = [await world.as('adviser'), await world.as('approver'), await world.as('auditor')];
  expect(names((await lund.get('/requests?why=mine')).text)).toEqual([0]);
  expect((await lund.get('/requests?why=mine')).text).toContain('Mr Okafor agreed, a second has to');
  expect(names((await okafor.get('/requests?why=mine')).text)).toEqual([1]);
  const seen = await price.get('/requests?why=second-yes');
  expect([names(seen.text), seen.text.includes('Waits for your second yes'), seen.html.includes('/people/waits-0/requests/waits-0-request/steps"')]).toEqual([[1, 0], false, true]);
});

describe('the list', () => {
  test('costs two looks and those on the page, however much waits', async () => {
    const { table } = world.house;
    const okafor = await world.as('adviser');
    const asked: string[] = [];
    const before = table.query.bind(table);
    table.query = async (query) => {
      asked.push('pk' in query ? query.pk : query.index);
      return before(query);
    };
    try {
      await okafor.get('/requests?page=2');
    } finally {
      table.query = before;
    }
    const people = asked.filter((pk) => pk.startsWith('person#'));
    expect([asked.filter((pk) => pk === deskPartition(harrow)).length, people.length, new Set(people).size]).toEqual([2, 25, 25]);
    expect(asked).not.toContain(councilPartition(harrow));
  });

  test('follows each step: asked, answered, agreed to', async () => {
    const okafor = await world.as('adviser');
    const page = '/people/waits-5/requests/waits-5-request';
    const line = async () => (await waitingRequests(world.house.table, harrow, recentlyDecoded(100))).find(({ personId: id }) => id === 'waits-5');
    await okafor.post(`${page}/question`, { question: 'Who are they?' });
    expect(await line()).toMatchObject({ state: 'more-asked' });
    await okafor.post(`${page}/answer`, { answer: 'A neighbour.' });
    expect(await line()).toMatchObject({ state: 'needs-review', isAnswered: true });
    await okafor.post(page, { decision: 'decline', note: 'Not a provider.' });
    expect(await line()).toBeUndefined();
  });

  test('of an older version still opens, and is made whole', async () => {
    const { table } = world.house;
    const [line] = await waitingRequests(table, harrow, recentlyDecoded(100));
    const { rows: [row] } = await table.query({ by: 'pk', pk: deskPartition(harrow), from: 'waiting#', to: 'waiting#~', limit: 1 });
    await table.transact([{ do: 'put', row: { ...row!, doc: documentOf({ personId: line!.personId, requestId: line!.requestId, askedAt: line!.askedAt }) }, when: [] }]);
    expect((await (await world.as('adviser')).get('/requests')).text).toContain('Waiting 59 2 hours of cleaning');
    expect((await waitingRequests(table, harrow, recentlyDecoded(100)))[0]).toMatchObject({ reasons: [], state: 'needs-review' });
    await table.transact([{ do: 'delete', key: { pk: councilPartition(harrow), sk: 'brought-up-to-date#why-requests-wait' }, when: [] }]);
    await bringUpToDate(table, harrow, world.house.clock(), (cause) => { throw cause; });
    expect((await waitingRequests(table, harrow, recentlyDecoded(100)))[0]).toEqual(line);
  });
});
