// Promise: what we say of a service is what its record says; what it does not say is unknown, never guessed.
import { describe, expect, test } from '@jest/globals';
import { buildDirectory, categoryNamed, foundById, spokenName, walkMinutes, type FoundService, type Service } from '../../models/service/index.ts';
import { aService, at, free, margaretsHome, price, today } from './a-service.ts';

function facts(rest: Partial<Service>): FoundService {
  const found = foundById(buildDirectory([aService('Some Help', rest)]), 'some-help', { today, near: margaretsHome });
  if (found === undefined) throw new Error('not found');
  return found;
}
const costs = (...options: readonly NonNullable<Service['cost_options']>[number][]) => facts({ cost_options: options }).cost;

describe('cost', () => {
  test.each([
    [15, 'per hour', { pence: 1500, unit: 'hour' }], [15, 'an hour', { pence: 1500, unit: 'hour' }], [15, 'hourly', { pence: 1500, unit: 'hour' }],
    [4, 'a time', { pence: 400, unit: 'session' }], [4.6, 'per session', { pence: 460, unit: 'session' }], [35, 'per 1 hour session', { pence: 3500, unit: 'session' }], [8, 'per half hour', { pence: 800, unit: 'session' }],
    [42, 'per day', { pence: 4200, unit: 'day' }], [5.5, 'per week', { pence: 550, unit: 'week' }], [45, 'each, fitted', { pence: 4500, unit: 'item' }], [6.5, 'per meal', { pence: 650, unit: 'item' }],
    [0.45, 'per mile', { pence: 45, unit: 'unknown' }], [30, '', { pence: 3000, unit: 'unknown' }], [1.1, 'per hour', { pence: 110, unit: 'hour' }],
  ])('%d pounds "%s" is priced in whole pence', (amount, per, expected) => {
    expect(costs({ id: 'a', amount, amount_description: per })).toEqual({ kind: 'priced', hasOtherPrices: false, ...expected });
  });

  test('nothing said is unknown, not free', () => {
    expect(facts({}).cost).toEqual({ kind: 'unknown' });
    expect(costs({ id: 'a', option: 'Please ask' })).toEqual({ kind: 'unknown' });
  });

  test('nought pounds and "free of charge" are free', () => {
    expect(facts(free).cost).toEqual({ kind: 'free' });
    expect(costs({ id: 'a', option: 'Free of charge' })).toEqual({ kind: 'free' });
    expect(facts({ fees: 'No charge' }).cost).toEqual({ kind: 'free' });
    expect(facts({ fees: 'The first visit is free, then £10' }).cost).toMatchObject({ kind: 'priced', pence: 1000 });
  });

  test('free for some is not free', () => {
    expect(costs({ id: 'a', option: 'First session', amount: 0 }, { id: 'b', amount: 12, amount_description: 'per session' })).toEqual({ kind: 'priced', pence: 1200, unit: 'session', hasOtherPrices: true });
  });

  test('a price for children is not the one spoken', () => {
    expect(costs({ id: 'a', option: 'Under 16s', amount: 2 }, { id: 'b', option: 'Adults', amount: 5, amount_description: 'per class' })).toMatchObject({ pence: 500, hasOtherPrices: true });
  });

  test('a price that has run out is no price', () => {
    expect(costs({ id: 'a', amount: 35, amount_description: 'per hour', valid_to: '2022-12-31' })).toEqual({ kind: 'unknown' });
    expect(costs({ id: 'a', amount: 35, valid_to: '2022-12-31' }, { id: 'b', amount: 40, amount_description: 'per hour', valid_from: '2023-01-01' })).toMatchObject({ pence: 4000, hasOtherPrices: false });
  });
});

describe('freshness', () => {
  test.each([['2026-11-30', false], ['2026-09-01', false], ['2026-08-31', true], ['2025-12-01', true]])('checked on %s is stale: %s', (assured_date, isStale) => {
    expect(facts({ assured_date })).toMatchObject({ lastCheckedOn: assured_date, isStale });
  });

  test('never checked is stale, with no day to say', () => {
    expect(facts({})).toMatchObject({ isStale: true });
    expect(facts({})).not.toHaveProperty('lastCheckedOn');
  });
});

describe('who runs it', () => {
  test.each([
    [{ description: 'Run by local volunteers.' }, 'volunteers'], [{ description: 'A volunteer rings you every week.' }, 'volunteers'],
    [{ organization: { id: 'o', name: 'X', organization_identifiers: [{ id: 'i', identifier_scheme: 'GB-CHC', identifier: '1' }] } }, 'charity'],
    [{ organization: { id: 'o', name: 'X', description: 'We are a small charity.' } }, 'charity'],
  ] as const)('%j is run by %s', (rest, runBy) => {
    expect(facts(rest)).toMatchObject({ isVoluntary: true, runBy });
  });

  test.each(['Volunteer with us! We are always looking.', 'Open to charities and volunteers', ''])('"%s" does not make it voluntary', (description) => {
    expect(facts({ description }).isVoluntary).toBe(false);
  });
});

describe('for the ear', () => {
  test.each([
    ['Bright Homes Ltd', 'Bright Homes'], ['Tea & Talk', 'Tea and Talk'], ['Memory Café (Harrow)', 'Memory Café'], ['HARROW LUNCH CLUB', 'Harrow Lunch Club'], ['RNIB', 'RNIB'],
    ['Singing - Pinner', 'Singing, Pinner'], ['Advice www.example.org.uk', 'Advice'], ['50+ Swim', '50 plus Swim'], ['(Help)', '(Help)'], ["St John's", "St John's"],
  ])('"%s" is said "%s"', (name, spoken) => {
    expect(spokenName({ name })).toBe(spoken);
  });

  test('the first whole sentence says what it is', () => {
    expect(facts({ description: 'About Us\nWe lend wheelchairs. Ring first.' }).inShort).toBe('We lend wheelchairs.');
    expect(facts({ description: `We lend ${'many kinds of very useful chairs, '.repeat(9)}and more.` }).inShort?.length).toBeLessThanOrEqual(141);
  });

  test.each([[100, 5], [527, 10], [1600, 30], [2600, undefined]])('%d metres off is a walk of %s minutes', (metres, minutes) => {
    expect(walkMinutes(metres)).toBe(minutes);
  });

  test('distance is to the nearest place, within a few metres', () => {
    expect(facts(at(2000)).distanceMetres).toBeGreaterThan(1995);
    expect(facts(at(2000)).distanceMetres).toBeLessThan(2005);
    expect(facts(price(1, 'each'))).not.toHaveProperty('distanceMetres');
  });
});

test.each([
  ['the bingo', 'bingo'], ['social club', 'social-club'], ['a new telly', undefined], ['someone to talk to', 'befriending'], ['a grab rail for the bath', 'grab-rail'], ['my hair', 'hairdressing'],
  ['lunch club', 'lunch-club'], ['a cleaner', 'cleaning'], ['carers', 'home-care'], ['the choir', 'singing'], ['a walking frame', 'walking-aid'], ['meals on wheels', 'meals'], ['foot care', 'foot-care'],
])('"%s" names the need %s', (words, category) => {
  expect(categoryNamed(words)).toBe(category);
});
