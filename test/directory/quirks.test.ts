// Promise: what real feeds get wrong is put right or left out, and every such change is told.
import { describe, expect, test } from '@jest/globals';
import { read, readOne } from './reading.ts';

describe('text', () => {
  test.each([
    ['<h1>About Us</h1>\n\n<p>We help&nbsp;<b>you</b>.</p>', 'About Us\nWe help you.'], ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'], ['<a href="https://x.test/?q=1">Ring us</a> on 01632 960062', 'Ring us on 01632 960062'],
    ['Tea &amp; cake', 'Tea & cake'], ['<script>alert(1)</script>Help', 'Help'], ['<img src="x" alt="a chair">A seat', 'A seat'],
  ])('HTML is taken off %j', (description, expected) => {
    const { service, doubts } = readOne({ description });
    expect(service.description).toBe(expected);
    expect(doubts).toContain('description had HTML, taken off');
  });

  test('plain text with a < or & is left as it is, with no doubt', () => {
    const { service, outcome } = readOne({ description: 'For ages < 5 & over' });
    expect(service.description).toBe('For ages < 5 & over');
    expect(outcome).toBe('used');
  });

  test('control and invisible characters are dropped', () => {
    expect(readOne({ name: 'Har\u200Brow\u0007 Help' }).service.name).toBe('Harrow Help');
  });
});

describe('values', () => {
  test('ages of -1 mean unknown', () => {
    const { service, doubts } = readOne({ minimum_age: -1, maximum_age: -1 });
    expect(service.minimum_age).toBeUndefined();
    expect(doubts).toEqual(['minimum_age was -1, taken as unknown', 'maximum_age was -1, taken as unknown']);
  });

  test.each([['email', 'Unknown-177@noemail.invalid'], ['url', 'http://www.example.com'], ['url', 'https://example.com/x'], ['email', 'a@example.com']])('%s "%s" is no address', (field, value) => {
    const { service, doubts } = readOne({ [field]: value });
    expect(service).not.toHaveProperty(field);
    expect(doubts).toEqual([`${field} "${value}" leads nowhere, left out`]);
  });

  test('an address that only looks like one is kept', () => {
    expect(readOne({ url: 'https://www.example.org.uk/green-fingers' })).toMatchObject({ outcome: 'used', service: { url: 'https://www.example.org.uk/green-fingers' } });
  });

  test('a time of change without offset is taken as UTC', () => {
    expect(readOne({ last_modified: '2025-09-02T12:06:15.654' })).toMatchObject({ service: { last_modified: '2025-09-02T12:06:15.654Z' }, doubts: ['last_modified has no offset, taken as UTC'] });
    expect(readOne({ last_modified: '2025-09-02T12:06:15.654+01:00' }).outcome).toBe('used');
  });

  test.each([['02/09/2025', '2025-09-02'], ['2025-09-02T00:00:00Z', '2025-09-02']])('assured_date "%s" is read as %s', (written, day) => {
    const { service, outcome } = readOne({ assured_date: written });
    expect(service.assured_date).toBe(day);
    expect(outcome).toBe('used-with-doubts');
  });

  test.each(['2025-02-30', 'soon', '2027-01-01'])('assured_date "%s" is no day it was checked on', (assured_date) => {
    const { service, outcome } = readOne({ assured_date });
    expect(service.assured_date).toBeUndefined();
    expect(outcome).toBe('used-with-doubts');
  });

  test('days ago are counted back from the day of loading', () => {
    expect(readOne({ mc_assured_days_ago: 75 }).service.assured_date).toBe('2026-09-17');
  });

  test('nulls and empties are left out without a word', () => {
    const { service, outcome } = readOne({ description: null, url: '', schedules: [] });
    expect(service).not.toHaveProperty('description');
    expect(outcome).toBe('used');
  });

  test('numbers written as text are numbers, and ids are text', () => {
    const { service } = readOne({ id: 42, cost_options: [{ id: 7, amount: '4.00', amount_description: 'a time' }] });
    expect(service).toMatchObject({ id: '42', cost_options: [{ id: '7', amount: 4 }] });
  });

  test('a place off the earth is no place', () => {
    const { service, doubts } = readOne({ service_at_locations: [{ id: 'a', location: { id: 'b', location_type: 'physical', latitude: 100, longitude: 101 } }] });
    expect(service.service_at_locations?.[0]?.location).not.toHaveProperty('latitude');
    expect(doubts).toEqual(['service_at_locations[0].location.latitude 100 is not on the earth, left out']);
  });

  test.each([['10:00:00', '10:00'], ['9:30', '09:30'], ['10:00+01:00', '10:00']])('opening time "%s" is %s', (opens_at, expected) => {
    expect(readOne({ schedules: [{ id: 's', byday: 'TU', opens_at }] }).service.schedules?.[0]?.opens_at).toBe(expected);
  });
});

describe('shape', () => {
  test('camelCase is read as the standard spells it', () => {
    const { service, doubts } = readOne({ minimumAge: 60, service_areas: [{ id: 'a', serviceId: 'one', name: 'Harrow' }] });
    expect(service).toMatchObject({ minimum_age: 60, service_areas: [{ service_id: 'one' }] });
    expect(doubts).toEqual(['minimumAge was read as minimum_age', 'service_areas[0].serviceId was read as service_id']);
  });

  test('suppliers’ own fields are kept as they came', () => {
    expect(readOne({ pc_metadata: { date_assured: '' }, pc_targetAudience: [{ id: 'x' }] }).service.other).toEqual({ pc_metadata: { date_assured: '' }, pc_targetAudience: [{ id: 'x' }] });
  });

  test('words in a phone number become whose it is', () => {
    const { service } = readOne({ contacts: [{ id: 'c', phones: [{ number: 'Bristol Youth MAPS: 01632 960979' }, { number: '01632 960124' }] }] });
    expect(service.contacts?.[0]?.phones).toEqual([{ number: '01632 960979', description: 'Bristol Youth MAPS' }, { number: '01632 960124' }]);
  });

  test('one bad price loses only itself', () => {
    const { service, doubts } = readOne({ cost_options: [{ id: 'a', amount: -4 }, { id: 'b', amount: 4 }] });
    expect(service.cost_options).toEqual([{ id: 'b', amount: 4 }]);
    expect(doubts[0]).toMatch(/^cost_options\[0\] could not be used: amount/);
  });

  test('a record of version 1 is read as one of version 3', () => {
    const { service, outcome } = readOne({ regular_schedules: [{ id: 1, weekday: 'Thursday', opens_at: '14:00' }], eligibilitys: [{ id: 2, minimum_age: 60 }], service_taxonomys: [{ id: 3, taxonomy: { id: 4, name: 'Lunch clubs' } }] });
    expect(service).toMatchObject({ minimum_age: 60, schedules: [{ byday: 'TH', freq: 'WEEKLY' }], attributes: [{ taxonomy_term: { name: 'Lunch clubs' } }] });
    expect(outcome).toBe('used-with-doubts');
  });

  test('places of version 1 say longitude first, and may be their own address', () => {
    const inPlace = readOne({ locations: [{ id: 5, name: 'The Hall', address_1: '1 High Street', city: 'Aylesbury', postal_code: 'HP20 1AA', geometry: { type: 'Point', coordinates: [-0.81, 51.81] } }] }).service;
    expect(inPlace.service_at_locations).toEqual([{ id: '5', location: { id: '5', name: 'The Hall', latitude: 51.81, longitude: -0.81, address_1: '1 High Street', city: 'Aylesbury', postal_code: 'HP20 1AA', addresses: [{ id: 'address-0', address_1: '1 High Street', city: 'Aylesbury', postal_code: 'HP20 1AA' }] } }]);
    const apart = readOne({ service_at_locations: [{ id: 1, location: { id: 2, latitude: 51.5, longitude: -0.1, physical_addresses: [{ id: 3, address_1: '2 Low Street', postal_code: 'HA1 1AA' }] } }] }).service;
    expect(apart.service_at_locations).toMatchObject([{ location: { latitude: 51.5, addresses: [{ id: '3', address_1: '2 Low Street' }] } }]);
    for (const geometry of [{ type: 'Point', coordinates: [0, 0] }, { type: 'Polygon', coordinates: [[[1, 2]]] }, { type: 'Point', coordinates: [999, 'x'] }, 'nowhere']) {
      const [place] = readOne({ locations: [{ id: 1, geometry }] }).service.service_at_locations ?? [];
      expect([geometry, place?.location?.latitude]).toEqual([geometry, undefined]);
    }
  });

  test.each([[{ contents: [] }, 0], [{ content: [{ id: 1, name: 'A', status: 'active' }] }, 1], [[{ contents: [{ id: 1, name: 'A', status: 'active' }] }, { id: 2, name: 'B', status: 'active' }], 2]])('pages of both versions and arrays of them are read: %j', (json, count) => {
    expect(read(json).services).toHaveLength(count);
  });

  test.each([[{ total_items: 3 }], ['text'], [null], [7]])('%j is refused as holding no services', (json) => {
    expect(read(json)).toMatchObject({ services: [], report: [{ outcome: 'refused', reason: 'holds no service and no page of services' }] });
  });
});

describe('a list entry and its full record', () => {
  const entry = { id: 'one', name: 'One', status: 'active', url: 'https://one.test' };
  const full = { ...entry, url: undefined, description: 'All of it.', cost_options: [{ id: 'a', amount: 3 }] };

  test.each([[[entry, full]], [[full, entry]]])('become one service, whichever comes first', (records) => {
    const { services, report } = read(JSON.parse(JSON.stringify(records)));
    expect(services).toHaveLength(1);
    expect(services[0]).toMatchObject({ url: 'https://one.test', description: 'All of it.', cost_options: [{ amount: 3 }] });
    expect(report).toHaveLength(2);
  });
});

test('every service says where it came from', () => {
  expect(readOne({}).service.provenance).toEqual({ source: 'feed.json', sourceId: 'one', fetchedAt: '2026-12-01T08:00:00.000Z', declaredVersion: 'HSDS-UK-3.0', rawHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
