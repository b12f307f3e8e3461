// Promise: we read the official examples of Open Referral UK, and know what the official schema knows.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { officialFaults } from './official-schema.ts';
import { read } from './reading.ts';

const mock = (name: string) => JSON.parse(readFileSync(new URL(`./open-referral-mocks/${name}`, import.meta.url), 'utf8')) as Record<string, unknown>;

describe('the official examples', () => {
  const list = mock('service_list.json');
  const full = mock('service_full.json');

  test('are valid by the official schema', () => {
    expect(officialFaults(full)).toEqual([]);
    expect((list['contents'] as unknown[]).flatMap(officialFaults)).toEqual([]);
  });

  test('are read, with their list entry merged into the full record', () => {
    const { services, report } = read([list, full]);
    expect(services).toHaveLength(1);
    expect(services[0]).toMatchObject({
      id: 'ac148810-d857-441c-9679-408f346de14b', name: 'Community Counselling', minimum_age: 12, maximum_age: 100, assured_date: '2005-01-01',
      schedules: [{ byday: 'TH,FR', opens_at: '10:00', closes_at: '18:00' }], cost_options: [{ amount: 35, amount_description: 'per 1 hour session' }],
      organization: { name: 'Example Organization Inc.' }, attributes: [{ taxonomy_term: { name: 'name' } }],
    });
    expect(report.map(({ outcome }) => outcome)).toEqual(['used-with-doubts', 'used-with-doubts']);
  });

  test('lose no field that the standard names', () => {
    const [service] = read(full).services;
    const left = Object.keys(full).filter((field) => !(field in (service ?? {})) && !(field in (service?.other ?? {})));
    // Both lead to example.com or nowhere, and are told as doubts.
    expect(left).toEqual(['url', 'email']);
  });
});

test('the official schema does find what is wrong', () => {
  expect(officialFaults({ id: 'x', name: 'No status' })).toEqual(expect.arrayContaining([expect.stringContaining("must have required property 'status'"), expect.stringContaining('must match format "uuid"')]));
});
