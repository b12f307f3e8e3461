// Promise: what we publish is Open Referral UK 3.0 to the letter of its official schemas, whatever was read in; nothing null or empty; with the council's corrections; and read in again it gives the same facts.
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { openReferralFeed } from '../../lambda/published-directory/feed-router.ts';
import { demonstrationServicesPath } from '../../lambda/directory/index.ts';
import { buildDirectory, correctDirectory, type Directory, type Service } from '../../models/service/index.ts';
import type { LocalDate, Pence } from '../../models/shared/index.ts';
import { hostileServices } from '../support/hostile-household.ts';
import { faultsBy } from './official-schema.ts';
import { read } from './reading.ts';

type Json = Readonly<Record<string, ReturnType<typeof JSON.parse>>>;
const faults: unknown[] = [];
let directory: Directory;
let server: Server;
let origin: string;
beforeAll(async () => {
  const app = express().use('/oruk', openReferralFeed({ directory: () => Promise.resolve(directory), log: { fault: (_code, _about, cause) => { faults.push(cause); } } }));
  server = createServer(app);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oruk`;
});
afterAll(async () => { await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }); });

async function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly json: Json; readonly headers: Headers }> {
  const response = await fetch(origin + path, { headers });
  const text = await response.text();
  return { status: response.status, json: text === '' ? {} : JSON.parse(text) as Json, headers: response.headers };
}
async function every(name: string, more = ''): Promise<readonly Json[]> {
  const contents: Json[] = [];
  for (let page = 1; ; page += 1) {
    const { json } = await get(`/${name}?per_page=40&page=${page}${more}`);
    contents.push(...json['contents'] as Json[]);
    if (json['last_page'] === true) return contents;
  }
}

const demonstration = (): readonly Service[] => read(JSON.parse(readFileSync(demonstrationServicesPath, 'utf8'))).services;

/** Everything that live feeds have been seen to do. */
const odd: readonly Json[] = [
  {
    id: '1625ip', name: 'Advice <b>shop</b>', status: 'active', description: '<p>Help &amp; advice</p>', minimum_age: -1, maximum_age: -1, last_modified: '2025-09-02T12:06:15.654', email: 'Unknown-7@noemail.invalid', url: 'www.no-scheme', serviceId: 'x', pc_metadata: { a: null },
    organization: { name: 'No id given' }, service_areas: [{ name: 'Bristol', uri: 'http://www.example.com', extent: { type: 'Polygon', coordinates: [] } }], cost_options: [{ amount: '4.00', amount_description: 'per session' }],
    contacts: [{ name: null, phones: [{ number: 'Youth MAPS: 0117 496 0000' }] }], schedules: [{ dtstart: '01/02/2026', freq: 'weekly', byday: 'MO', opens_at: '9:30:00Z', schedule_link: 'not a link' }],
    service_at_locations: [{ id: 7, location: { id: 12, latitude: '51.45', longitude: -2.58, addresses: [{ address_1: '1 The Street', postal_code: 'BS1 1AA', country: null }] } }, { id: 8 }],
    attributes: [{ link_id: 'x', taxonomy_term: { id: 'plain', name: 'Advice', taxonomy: 'Some council’s', term_uri: 'esdNeeds:1' } }], languages: [{ name: 'Welsh', code: 'cy' }],
  },
  {
    id: 42, name: 'Old shape', status: 'active', regular_schedules: [{ weekday: 'Thursday', opens_at: '10:00', closes_at: '12:00' }], eligibilitys: [{ minimum_age: 65 }], service_taxonomys: [{ id: 3, taxonomy: { id: 9, name: 'Lunch', vocabulary: 'x' } }],
    organization: { id: 5, name: 'Old Town Centre' }, cost_options: [{ amount: 0, amount_description: 'free', cost_type: '' }],
  },
];

describe.each([
  ['the demonstration’s directory', demonstration, true],
  ['records with every quirk of live feeds', () => read(odd).services, true],
  ['hostile words in every field', () => read(hostileServices(demonstration(), 3)).services, false],
] as const)('published from %s', (_name, services, isPlain) => {
  beforeAll(() => { directory = buildDirectory(services()); });

  test('every answer is valid by the official schemas, with nothing null or empty in it', async () => {
    expect(faultsBy('api_details', (await get('/')).json)).toEqual([]);
    for (const [path, list, one] of [['services', 'service_list', 'service'], ['service_at_locations', 'service_at_location_list', 'service_at_location'], ['taxonomies', 'taxonomy_list', 'taxonomy'], ['taxonomy_terms', 'taxonomy_term_list', 'taxonomy_term'], ['organizations', 'organization_list', 'organization']] as const) {
      const page = (await get(`/${path}?per_page=500`)).json;
      expect([path, faultsBy(list, page)]).toEqual([path, []]);
      expect(page['contents'].length).toBe(page['total_items']);
      for (const { id } of page['contents'] as Json[]) {
        const { status, json } = await get(`/${path}/${id}`);
        expect([path, id, status, faultsBy(one, json), hollow(json)]).toEqual([path, id, 200, [], []]);
        if (one === 'service') expect(faultsBy('service_with_definitions', json)).toEqual([]);
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  // Words that look like mark-up once they are read, “&lt;b&gt;”, are mark-up to whoever reads them again.
  if (isPlain) test('read in again, page by page, it gives the same facts', async () => {
    const known = [...directory.byId.values()].map(({ service }) => service);
    const { services: again, report } = read([{ contents: await every('services', '&full=true') }]);
    expect(report.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(again).toHaveLength(known.length);
    const before = known.map(facts).sort();
    expect(again.map(facts).sort()).toEqual(before);
  });
});

/** What a person can be told of a service, without ids and where it was read. */
function facts({ name, status, description, minimum_age, maximum_age, assured_date, schedules = [], service_areas = [], service_at_locations: places = [], cost_options = [], contacts = [], attributes = [], organization, mc_approved, mc_wait_weeks }: Service): string {
  return JSON.stringify({
    name, status, description, minimum_age, maximum_age, assured_date, mc_approved, mc_wait_weeks,
    schedules: schedules.map(({ freq, interval, byday, bymonthday, opens_at, closes_at, valid_from, valid_to, dtstart }) => [freq, interval, byday, bymonthday, opens_at, closes_at, valid_from, valid_to, dtstart]),
    areas: service_areas.map((area) => area.name), costs: cost_options.map(({ amount, amount_description: per, option, valid_from, valid_to }) => [amount, per, option, valid_from, valid_to]),
    places: places.map(({ location }) => [location?.name, location?.latitude, location?.longitude, location?.addresses?.map(({ address_1, city, postal_code }) => [address_1, city, postal_code])]),
    contacts: contacts.map((contact) => [contact.name, contact.title, contact.phones?.map(({ number, description: whose }) => [number, whose])]),
    terms: attributes.map(({ link_type, taxonomy_term: term }) => [link_type, term?.name, term?.taxonomy]), who: [organization?.name, organization?.website, organization?.organization_identifiers?.map(({ identifier_scheme: scheme, identifier }) => [scheme, identifier])],
  });
}

/** Where something is null, or empty where the standard leaves it out. */
function hollow(value: unknown, path = ''): readonly string[] {
  const required = /\.(?:address_1|city|state_province|postal_code|country|identifier_type|identifier)$/;
  if (value === null || value === undefined || (value === '' && !required.test(path)) || (Array.isArray(value) && value.length === 0)) return [path];
  return typeof value === 'object' ? Object.entries(value).flatMap(([key, each]) => hollow(each, `${path}.${key}`)) : [];
}

describe('the feed', () => {
  beforeAll(() => { directory = buildDirectory(demonstration()); });

  test('has what staff have corrected: the price, the approval and the day it was checked', async () => {
    const { byId } = directory;
    const { service } = [...byId.values()].find(({ service: { name } }) => name === 'Green Fingers')!;
    const before = (await get(`/services/${service.id}`)).json;
    directory = correctDirectory(directory, [{ serviceId: service.id, isApproved: false, price: { pence: 1_750 as Pence, unit: 'hour' }, checkedOn: '2026-12-01' as LocalDate, history: [] }]);
    const after = (await get(`/services/${service.id}`)).json;
    expect(after).toMatchObject({ mc_approved: false, assured_date: '2026-12-01', cost_options: [{ amount: 17.5, amount_description: 'per hour' }] });
    expect(before).toMatchObject({ mc_approved: true, cost_options: [{ amount: 15 }] });
    expect(faultsBy('service', after)).toEqual([]);
  });

  test('is in pages that say where they are', async () => {
    const { json } = await get('/services?per_page=50&page=2');
    expect(json).toMatchObject({ total_items: 72, total_pages: 2, page_number: 2, size: 22, first_page: false, last_page: true, empty: false });
    expect((await get('/services?page=99')).json).toMatchObject({ empty: true, size: 0, contents: [] });
    for (const wrong of ['page=-1', 'page=x', 'per_page=0', 'per_page[]=3', 'page=1e9', 'per_page=99999999999']) expect([wrong, (await get(`/services?${wrong}`)).json['page_number']]).toEqual([wrong, 1]);
    expect((await get('/services?per_page=9999')).json['size']).toBe(72);
    expect(new Set((await every('services')).map(({ id }) => id as string)).size).toBe(72);
  });

  test('is narrowed by words, term, taxonomy, organisation, age and change', async () => {
    const count = async (query: string) => (await get(`/services?${query}`)).json['total_items'] as number;
    expect(await count('search=gardening')).toBe(3);
    const [taxonomy] = await every('taxonomies');
    expect(taxonomy).toMatchObject({ name: 'My Care needs' });
    expect(await count(`taxonomy_id=${taxonomy!['id']}`)).toBe(72);
    const term = (await every('taxonomy_terms')).find(({ name }) => name === 'gardening')!;
    expect(await count(`taxonomy_term_id=${term['id']}`)).toBe(3);
    const [{ id: organization } = { id: '' }] = await every('organizations');
    expect(await count(`organization_id=${organization}`)).toBeGreaterThanOrEqual(1);
    expect(await count('maximum_age=40')).toBeLessThan(72);
    expect(await count('modified_after=2999-01-01T00:00:00Z')).toBe(0);
    expect(await count('search=zzzz&taxonomy_term_id=%00')).toBe(0);
    expect((await get('/services?minimal=true')).json['contents'][0]).toEqual({ id: expect.any(String) });
  });

  test('is open to every site, read only, and answered from a copy that is still fresh', async () => {
    const first = await get('/services');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    const etag = first.headers.get('etag')!;
    expect((await get('/services', { 'If-None-Match': etag })).status).toBe(304);
    directory = buildDirectory(demonstration().slice(1));
    expect((await get('/services', { 'If-None-Match': etag })).status).toBe(200);
    const preflight = await fetch(`${origin}/services`, { method: 'OPTIONS', headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'GET' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
    expect((await fetch(`${origin}/services`, { method: 'POST' })).status).toBe(404);
  });

  test('has nothing at other addresses, whatever is written there', async () => {
    for (const path of ['/services/none', '/services/__proto__', '/services/..%2f..%2fetc', '/people', '/services/%E0%A4%A', '/services/constructor']) expect([path, [400, 404].includes((await get(path)).status)]).toEqual([path, true]);
    expect(faults).toEqual([]);
  });
});
