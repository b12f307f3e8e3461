// Promise: staff see how providers' visits went, as counted, with what may be passed on as a file; and a person's week as planned and as it was.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CouncilWeek, ProviderWeek } from '../../models/figures/index.ts';
import { lastWholeWeek } from '../../models/figures/index.ts';
import { addDays, localDate } from '../../models/shared/index.ts';
import { keepFolded } from '../../lambda/store/figure-rows.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let adviser: Browser;
const last = () => lastWholeWeek(localDate(world.house.clock(), 'Europe/London'));
const people = { all: 0, spoke: 0, visited: 0, told: 0, asked: 0 };
const noCouncil = (): CouncilWeek => ({ week: last(), days: {}, people, peopleIn: { 4: people, 13: people, 52: people } });
const weekOf = (id: string, name: string, weeksAgo: number, more: Partial<ProviderWeek> = {}): ProviderWeek => ({ id, name, week: addDays(last(), -7 * weeksAgo), people: 12, withPlan: 9, days: { [addDays(last(), 1 - 7 * weeksAgo)]: { 'visits.planned': 40, 'visits.on-time': 30, 'visits.late': 6, 'visits.told': 3, 'visits.missed': 2, 'visits.unheard': 2, 'activity.planned-minutes.meals': 600, 'activity.minutes.meals': 540, 'activity.planned-pence.meals': 12_000, 'activity.pence.meals': 11_400 } }, ...more });
beforeAll(async () => {
  world = await consoleWorld();
  await keepFolded(world.house.table, harrow, { council: noCouncil(), providers: [0, 1, 5].map((weeksAgo) => weekOf('plain-care', 'Plain Care', weeksAgo)) });
  await keepFolded(world.house.table, harrow, { council: noCouncil(), providers: [weekOf('=1+1', '<b>Care</b> & =SUM(A1)', 0)] });
  adviser = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

describe('providers', () => {
  test('are told of side by side, over four weeks or a quarter', async () => {
    const [short, long] = [await adviser.get('/providers'), await adviser.get('/providers?weeks=13')];
    expect(short.text).toMatch(/Plain Care 12 80 75% 12 50% 4 4/);
    expect(long.text).toMatch(/Plain Care 12 120 75% 18 50% 6 6/);
    expect((await adviser.get('/providers?weeks=52')).text).toMatch(/Plain Care 12 80/);
  });

  test('have the measures of NICE QS123 statement 2, each with its two numbers and what they are', async () => {
    const { text } = await adviser.get('/providers/plain-care');
    expect(text).toContain('75% (9 of 12)');
    expect(text).toContain('5% (4 of 80)');
    expect(text).toContain('Denominator: planned visits, cancelled ones left out.');
    expect(text).toMatch(/Meals 20 18 £240 £228/);
  });

  test('go out as files without small numbers and without formulas', async () => {
    const { text, headers, html } = await adviser.get('/providers.csv');
    expect(headers.get('content-type')).toMatch(/text\/csv/);
    expect(headers.get('content-disposition')).toContain('providers.csv');
    expect(html).toContain('Plain Care,10,80,75%,10,50%,fewer than 5,fewer than 5,0%');
    expect(text).not.toMatch(/(^|,)=/m);
    const one = await adviser.get('/providers/plain-care/figures.csv?weeks=13');
    expect(one.html).toContain('b) Planned visits that were missed,5,120,4%');
  });

  test('whose names could be markup or formulas are named in plain letters', async () => {
    const { html } = await adviser.get('/providers');
    expect(html).toContain('&lt;b&gt;Care&lt;/b&gt; &amp; =SUM(A1)');
    expect(html).not.toContain('<b>Care');
    expect((await adviser.get('/providers/%3D1%2B1')).status).toBe(200);
    expect((await adviser.get('/providers/%3D1%2B1/figures.csv')).html).not.toMatch(/^=/m);
  });

  test.each(['none', '..%2f..', '%00', 'a%23b', '__proto__', 'x'.repeat(900)])('that are not there (%s) are kindly not there', async (id) => {
    const { status, text } = await adviser.get(`/providers/${id}`);
    expect([404, 400]).toContain(status);
    expect(text).not.toContain('Something went wrong');
  });

  test('of a whole council make a light page', async () => {
    for (let weeksAgo = 0; weeksAgo < 13; weeksAgo += 1) await keepFolded(world.house.table, harrow, { council: noCouncil(), providers: Array.from({ length: 60 }, (_, each) => {
      const week = weekOf(`many-${each}`, `Care number ${each}`, weeksAgo);
      return { ...week, days: Object.fromEntries(Array.from({ length: 7 }, (_, place) => [addDays(week.week, place), Object.values(week.days)[0]!])) };
    }) });
    const { html, status } = await adviser.get('/providers?weeks=13');
    expect([status, html.length < 150_000]).toEqual([200, true]);
  }, 30_000);
});

describe('a person’s week', () => {
  test('is there as planned and as it was, with the weeks before and after', async () => {
    const before = await adviser.get(`/people/margaret/visits?week=${addDays(localDate(world.house.clock(), 'Europe/London'), -7)}`);
    expect(before.text).toMatch(/8:30am, 45 minutes Priya 8:3\d+am 9:\d+am (On time|Cut short|35 minutes late)/);
    expect(before.text).toContain('The week after');
    const [far, odd] = [await adviser.get('/people/margaret/visits?week=1999-01-01'), await adviser.get('/people/margaret/visits?week=<script>')];
    expect([far.status, odd.status]).toEqual([200, 200]);
    expect(far.text).not.toContain('The week before');
    expect(odd.text).toContain('This week');
  });

  test('is shown to whoever may know of visits', async () => {
    expect((await (await world.as('susan')).get('/people/margaret/visits')).status).toBe(200);
    expect((await (await world.as('ann')).get('/people/joyce/visits')).status).toBe(404);
  });
});
