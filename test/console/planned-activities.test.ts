// Promise: staff set what a visit is meant to be used for, within the time there is, and it is shown beside what was recorded; nobody else sets it, and no money moves by it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planActivities } from '../../models/care-visit/index.ts';
import { pence, personId } from '../../models/shared/index.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let adviser: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  adviser = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const base = '/people/dev/planned-activities';
const morning = `${base}?round=dev-morning`;
const record = async () => (await world.house.services.records.byPerson(harrow, personId('dev')))!;
const plan = async () => (await record()).visitBook.rounds.find(({ id }) => id === 'dev-morning')?.plannedActivities;

describe('planned activities', () => {
  test('are shown for each visit, and a week of them beside what was recorded', async () => {
    const { text } = await adviser.get(base);
    expect(text).toMatch(/Every day, 7:30am, 60 minutes: getting up, shower Washing, dressing and the like 40 minutes; Shopping 20 minutes, up to £3/);
    expect(text).toMatch(/Minutes planned Minutes recorded Planned to spend Spent Washing, dressing and the like \d+ \d+/);
  });

  test('are set by staff, with what was there before in the form, and hold for the care worker’s page', async () => {
    const form = await adviser.get(morning);
    expect([form.html.includes('name="minutes-personal-care" type="text" value="40"') || /id="minutes-personal-care"[^>]*value="40"/.test(form.html), /id="pounds-shopping"[^>]*value="3"/.test(form.html)]).toEqual([true, true]);
    const budget = (await record()).budget;
    expect((await adviser.post(morning, { 'minutes-personal-care': '30', 'minutes-learning': '25', 'pounds-learning': '2.50' })).location).toBe(`${base}?said=kept`);
    expect(await plan()).toEqual([{ activity: 'personal-care', minutes: 30, costPence: 0 }, { activity: 'learning', minutes: 25, costPence: 250 }]);
    expect((await record()).budget).toEqual(budget);
    expect((await adviser.post(morning, {})).location).toBe(`${base}?said=kept`);
    expect(await plan()).toBeUndefined();
  });

  test.each<[Record<string, string>, string]>([
    [{ 'minutes-home': '61' }, 'plan at most 60 minutes'], [{ 'minutes-home': 'twenty' }, 'Enter whole minutes for “Around the home”'], [{ 'minutes-home': '1.5' }, 'Enter whole minutes'], [{ 'pounds-home': '3' }, 'Enter whole minutes'],
    [{ 'minutes-home': '10', 'pounds-home': 'x' }, 'Enter an amount in pounds'], [{ 'minutes-home': '10', 'pounds-home': '1000.01' }, 'At most £1,000'], [{ 'minutes-home': '<b>' }, 'Enter whole minutes'],
  ])('%o is refused with how to mend it, and kept in the form', async (form, message) => {
    const before = await plan();
    const page = await adviser.post(morning, form);
    expect([page.status, page.text.includes(message), await plan()]).toEqual([400, true, before]);
    expect(page.html).not.toContain('<b>');
  });

  test('are nobody else’s to set, and of no visit that is not there', async () => {
    for (const who of ['auditor', 'desk', 'susan', 'margaret']) expect([who, (await (await world.as(who)).post(morning, { 'minutes-home': '5' }, { csrf: 'x' })).status]).toEqual([who, 404]);
    expect([(await adviser.get(`${base}?round=none`)).status, (await adviser.post(base, { round: 'none', 'minutes-home': '5' }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await adviser.get(morning)).html)?.[1] ?? '' })).status]).toEqual([404, 404]);
  });
});

test('two who come together have twice the time, and nothing else changes', async () => {
  const { visitBook } = await record();
  const hoist = (minutes: number) => planActivities(visitBook, 'dev-hoist', [{ activity: 'company', minutes, costPence: pence(0) }]);
  expect([hoist(90).kind, hoist(91)]).toEqual(['planned', { kind: 'refused', reason: 'longer-than-the-visit' }]);
  const after = hoist(90);
  if (after.kind !== 'planned') throw new Error(after.reason);
  expect({ ...after.book, rounds: [] }).toEqual({ ...visitBook, rounds: [] });
  expect(after.book.rounds.filter(({ id }) => id !== 'dev-hoist')).toEqual(visitBook.rounds.filter(({ id }) => id !== 'dev-hoist'));
});
