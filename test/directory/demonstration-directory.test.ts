// Promise: the demonstration directory is valid Open Referral UK, holds what the conversations need, and never grows old.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { demonstrationServicesPath, readDirectoryFiles } from '../../lambda/directory/index.ts';
import { buildDirectory, categoryOf, findServices, foundById, needsTaxonomy, suggestServices } from '../../models/service/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { margaretAsks } from '../service/a-service.ts';
import { officialFaults } from './official-schema.ts';
import { origin } from './reading.ts';

const page = JSON.parse(readFileSync(demonstrationServicesPath, 'utf8')) as { total_items: number; contents: Record<string, unknown>[] };
const { services, report } = await readDirectoryFiles(demonstrationServicesPath, origin);
const directory = buildDirectory(services);
const all = directory.active.map(({ service }) => foundById(directory, service.id, { today: origin.on })!);

describe('the file', () => {
  test('is valid by the official schema, record by record', () => {
    expect(page.contents.flatMap(officialFaults)).toEqual([]);
    expect(page.total_items).toBe(page.contents.length);
  });

  test('is used whole, without a doubt', () => {
    expect(report.filter(({ outcome }) => outcome !== 'used')).toEqual([]);
    expect(services.length).toBeGreaterThanOrEqual(64);
  });

  test('has equipment, free and voluntary ones in number', () => {
    expect(all.filter(({ isEquipment }) => isEquipment).length).toBeGreaterThanOrEqual(10);
    expect(all.filter(({ cost }) => cost.kind === 'free').length).toBeGreaterThanOrEqual(15);
    expect(all.filter(({ runBy }) => runBy === 'volunteers').length).toBeGreaterThanOrEqual(10);
    expect(all.filter(({ cost }) => cost.kind === 'unknown' || (cost.kind === 'priced' && cost.unit === 'unknown'))).toEqual([]);
  });

  test('names only needs that we know, and numbers nobody can be rung on', () => {
    const terms = services.flatMap(({ attributes = [] }) => attributes.map(({ taxonomy_term: term }) => term));
    expect(terms.filter((term) => term?.taxonomy !== needsTaxonomy || categoryOf(term.name) === undefined)).toEqual([]);
    const numbers = services.flatMap(({ contacts = [] }) => contacts.flatMap(({ phones = [] }) => phones.map(({ number }) => number)));
    expect(numbers).toHaveLength(services.length);
    expect(numbers.filter((number) => !/^(?:01632 960\d{3}|020 7946 0\d{3})$/.test(number))).toEqual([]);
    expect(readFileSync(demonstrationServicesPath, 'utf8').match(/https?:\/\/(?!www\.example\.org\.uk\/)[^"]*/g)).toBeNull();
  });

  test('serves every need at least once but the general ones', () => {
    const served = new Set(directory.byCategory.keys());
    expect(['gardening', 'cleaning', 'laundry', 'shopping', 'meals', 'transport', 'handyman', 'home-care', 'respite', 'hairdressing', 'foot-care', 'pet-care', 'advice', 'social-club', 'lunch-club', 'singing', 'bingo', 'craft', 'reading',
      'exercise', 'befriending', 'day-centre', 'computer-help', 'bath-aid', 'grab-rail', 'walking-aid', 'key-safe', 'hearing-loop', 'equipment'].filter((need) => !served.has(need))).toEqual([]);
  });
});

describe('what Margaret is told on 1 December', () => {
  test('three gardeners: approved, free, dear', () => {
    expect(findServices(directory, margaretAsks({ category: 'gardening' }))).toMatchObject([
      { name: 'Green Fingers', cost: { kind: 'priced', pence: 1500, unit: 'hour' }, isApproved: true },
      { name: 'Harrow Helping Hands', cost: { kind: 'free' }, runBy: 'volunteers', waitWeeks: 2, lastCheckedOn: '2026-09-17', isApproved: false, usualTimes: [{ days: [3] }], inShort: 'Light gardening for people over 65.' },
      { name: "Smith's Gardens", cost: { kind: 'priced', pence: 2200, unit: 'hour' } },
    ]);
  });

  test('bingo at the Legion is 4 pounds a time', () => {
    expect(findServices(directory, margaretAsks({ words: 'the bingo' }))).toMatchObject([{ name: 'Bingo at the Legion', cost: { pence: 400, unit: 'session' }, placeName: 'the Legion' }]);
  });

  test('the first idea is the free singing group on Thursdays at two, ten minutes away', () => {
    const [idea] = suggestServices(directory, { ...margaretAsks({}), interests: ['singing'], goals: [], already: [] });
    expect(idea).toMatchObject({
      reason: { kind: 'interest', words: 'singing' },
      found: { name: "Singing group at St John's", cost: { kind: 'free' }, usualTimes: [{ days: [4], opensAt: '14:00' }], distanceMetres: 527 },
    });
  });

  test('a cleaner is 15 pounds an hour from Sparkle Cleaning', () => {
    expect(findServices(directory, margaretAsks({ words: 'a cleaner' }))[0]).toMatchObject({ name: 'Sparkle Cleaning', cost: { pence: 1500, unit: 'hour' }, isApproved: true });
  });
});

test('Dev, 34, is not offered gardening for the over 65s', () => {
  expect(findServices(directory, margaretAsks({ category: 'gardening', age: 34 })).map(({ name }) => name)).toEqual(['Green Fingers', "Smith's Gardens"]);
});

test('seeded a year later, Helping Hands was still checked 75 days before', async () => {
  const later = await readDirectoryFiles(demonstrationServicesPath, { ...origin, on: '2027-12-01' as LocalDate });
  expect(later.services.find(({ name }) => name === 'Harrow Helping Hands')?.assured_date).toBe('2027-09-17');
});
