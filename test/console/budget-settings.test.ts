// Promise: how a budget is run is set by those who may, moves no money, and counts at once for what is agreed to and what may go back.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fourFacts, leftPence, setBudget, type Budget } from '../../models/budget/index.ts';
import { localDate, personId, pounds, type LocalDate } from '../../models/shared/index.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { poundsIn } from '../../web/console/pounds-field.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let okafor: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  okafor = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const path = '/people/margaret/budget-settings';
const budget = async (person = margaret) => (await world.house.services.records.byPerson(harrow, person))?.budget;
const today = () => localDate(world.house.clock(), 'Europe/London');
const form = { perPeriod: '160', mechanism: 'council-managed', basis: 'net', limit: '50', surplusWeeks: '4', 'review-day': '1', 'review-month': '6', 'review-year': '2999' };

describe('the settings of a budget', () => {
  test('are changed without a penny moving, and what may go back follows at once', async () => {
    const before = (await budget())!;
    expect((await okafor.post(path, { ...form, perPeriod: '£1,200.50', surplusWeeks: '0' })).location).toBe(`${path}?said=kept`);
    const after = (await budget())!;
    expect([after.settings.perPeriodPence, after.figures, after.lastEntryNumber, leftPence(after)]).toEqual([120_050, before.figures, before.lastEntryNumber, leftPence(before)]);
    expect(fourFacts(after, today()).takenBack).toEqual({ amountPence: leftPence(before), on: '2999-06-01' });
    expect((await okafor.get(path)).text).toMatch(/As it stands £[\d.]+ may go back on 1 June 2999\./);
    await okafor.post(path, { ...form, surplusWeeks: '52' });
    expect((await okafor.get(path)).text).toContain('As it stands nothing would go back.');
    expect((await (await world.as('auditor')).get('/people/margaret/audit')).text).toContain('Budget settings changed');
  });

  test('leave a period that is running as it is, whatever is sent', async () => {
    const { periodWeeks, periodAnchor } = (await budget())!.settings;
    await okafor.post(path, { ...form, periodWeeks: '13', 'anchor-day': '1', 'anchor-month': '1', 'anchor-year': '2020' });
    expect((await budget())!.settings).toMatchObject({ periodWeeks, periodAnchor });
  });

  test('begin a budget for somebody who has none, with nothing in it', async () => {
    const id = /name="id" value="([^"]+)"/.exec((await okafor.get('/people/new')).html)![1]!;
    await okafor.post('/people/new', { id, full: 'Edna Marsh', area: 'Pinner', adviser: 'Mr Okafor' });
    const at = `/people/${id}/budget-settings`;
    expect((await okafor.get(at)).text).toContain('There is no budget yet');
    await okafor.post(at, { ...form, periodWeeks: '2', 'anchor-day': '7', 'anchor-month': '12', 'anchor-year': '2026' });
    expect(await budget(personId(id))).toMatchObject({ settings: { periodWeeks: 2, periodAnchor: '2026-12-07' }, figures: { paidInPence: 0 }, lastEntryNumber: 0, openSetAsides: [] });
    await okafor.post(at, { ...form, periodWeeks: '4', 'anchor-day': '8', 'anchor-month': '12', 'anchor-year': '2026' });
    expect((await budget(personId(id)))?.settings).toMatchObject({ periodWeeks: 4, periodAnchor: '2026-12-08' });
    expect((await okafor.get(`/people/${id}/budget`)).status).toBe(200);
  });

  test.each([
    [{ perPeriod: '-5' }, 'Enter a sum in pounds'], [{ perPeriod: '1e5' }, 'Enter a sum in pounds'], [{ perPeriod: '12.345' }, 'Enter a sum in pounds'], [{ limit: '500.01' }, 'Enter at most £500: above that two people decide'], [{ limit: '' }, 'Enter a sum in pounds, like 50'], [{ surplusWeeks: '53' }, 'from 0 to 52'],
    [{ surplusWeeks: '1.5' }, 'from 0 to 52'], [{ basis: 'both' }, 'Choose net or gross'], [{ mechanism: '' }, 'Choose how it is run'], [{ 'review-year': '2020' }, 'a day that has not gone by'], [{ 'review-day': '31' }, 'in the calendar'],
  ])('with %o nothing is kept', async (change, message) => {
    const before = (await budget())!.settings;
    const page = await okafor.post(path, { ...form, ...change });
    expect([page.status, page.text.includes(message), (await budget())!.settings]).toEqual([400, true, before]);
  });

  test('are the adviser’s and the approver’s alone', async () => {
    for (const [who, status] of [['approver', 200], ['auditor', 404], ['desk', 404], ['susan', 404], ['margaret', 404]] as const) expect([who, (await (await world.as(who)).get(path)).status]).toEqual([who, status]);
  });
});

test('a review that has gone by stays as it was, until it is set anew', () => {
  const settings = { basis: 'net', mechanism: 'direct-payment', periodWeeks: 4, periodAnchor: '2026-01-05' as LocalDate, perPeriodPence: pounds(100), surplusWeeksLimit: 8, reviewOn: '2026-03-01' as LocalDate, autoApproveLimitPence: pounds(50) } as const;
  const running = { ...(setBudget(undefined, settings, '2026-02-01' as LocalDate) as { readonly budget: Budget }).budget, lastEntryNumber: 3 };
  const day = '2026-06-01' as LocalDate;
  expect(setBudget(running, { ...settings, surplusWeeksLimit: 4 }, day).kind).toBe('set');
  expect(setBudget(running, { ...settings, reviewOn: '2026-05-01' as LocalDate }, day)).toEqual({ kind: 'refused', reason: 'review-has-gone-by' });
  expect(setBudget(running, { ...settings, periodAnchor: '2026-02-02' as LocalDate }, day).kind).toBe('set');
  expect(setBudget(running, { ...settings, periodAnchor: '2026-02-03' as LocalDate }, day)).toEqual({ kind: 'refused', reason: 'period-is-running' });
});

test.each([['160', 16_000], ['£12.50', 1_250], ['1,200', 120_000], ['0', 0], ['0.1', 10], ['', undefined], ['1e3', undefined], ['--1', undefined], ['10000000', undefined], ['٣', undefined]])('%j pounds are %p pence', (typed, amount) => {
  expect(poundsIn(typed)).toBe(amount);
});
