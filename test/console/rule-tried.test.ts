// Promise: staff see what a rule would have told in the last four weeks before they keep it, in a real browser with and without scripts; and whose ladders reach nobody, until it is mended.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { reachFoundOf } from '../../lambda/store/reach-rows.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { personId } from '../../models/shared/index.ts';
import { openBrowser } from '../support/browser.ts';
import { harrow, until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { [browser, world] = await Promise.all([openBrowser(), consoleWorld()]); }, 60_000);
afterAll(async () => {
  await browser.close();
  await world.house.close();
});

const desk = madeUpIdentities.find(({ key }) => key === 'desk')!.identity;

test.each([[true], [false]])('a rule is tried on the past and then kept; scripts: %s', async (javaScriptEnabled) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  await context.addCookies([{ name: 'my_care_session', value: await sessions(world.house.table).start(desk, world.house.clock()), url: world.house.origin }]);
  const page = await context.newPage();
  await page.goto(`${world.house.origin}/rules/visit-late`);
  const minutes = javaScriptEnabled ? '40' : '45';
  await page.getByLabel('Minutes late', { exact: true }).fill(minutes);
  await page.getByLabel('Minutes late, time-critical visits').fill(minutes);
  await page.getByRole('button', { name: 'Try it on last month' }).click();
  await page.getByText(/Looked at 3 of 3 people/).waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toMatch(/0 alerts would have gone, 0 of them at night\. [1-9]\d* went: [1-9]\d* fewer\./);
  expect(text).toMatch(/By the rules as they are now, the same reckoning finds/);
  await page.getByRole('link', { name: /Went, and would not have gone/ }).click();
  await page.getByRole('link', { name: /Margaret/ }).first().waitFor();
  expect((await world.house.services.rules.asTheyAre(harrow)).some(({ threshold }) => String(threshold) === minutes)).toBe(false);
  await page.getByRole('button', { name: 'Change it again' }).click();
  expect(await page.getByLabel('Minutes late', { exact: true }).inputValue()).toBe(minutes);
  await page.goBack();
  await page.getByRole('button', { name: 'Keep this rule' }).click();
  await page.getByText('That is kept.').waitFor();
  expect((await world.house.services.rules.asTheyAre(harrow)).find(({ kind }) => kind === 'visit-late')).toMatchObject({ threshold: Number(minutes), timeCriticalThreshold: Number(minutes) });
  await context.close();
}, 60_000);

describe('whose ladders reach nobody', () => {
  test('is found with each plan, shown with where to mend it, and gone once it is mended', async () => {
    await until(() => reachFoundOf(world.house.table, harrow), (found) => found.length === 3);
    const price = await world.as('auditor');
    expect((await price.get('/rules/reach')).text).toContain('0 people have such a step, 0 of them in something urgent. 3 of 3 people have been looked at.');
    const [store, dev, joyce] = [alertStore(world.house.table), personId('dev'), personId('joyce')];
    // Nobody is set around Dev; Joyce's daughter is, at a number that is not hers for certain.
    await store.saveReach(harrow, dev, (reach) => ({ ...reach, contacts: [] }));
    await store.saveReach(harrow, joyce, (reach) => ({ ...reach, members: { ...reach.members, susan: [{ id: 'old', channel: 'text', value: '07700 900000', isVerified: false }] }, contacts: ['susan'] }));
    expect((await price.post('/rules/reach', {})).location).toBe('/rules/reach?looked=3');
    const found = await price.get('/rules/reach?looked=3');
    expect(found.text).toContain('Everybody has been looked at again: 3 people.');
    expect(found.text).toContain('2 people have such a step, 2 of them in something urgent.');
    expect(found.text).toMatch(/Dev Patel Urgent Nobody around them is to be told: .*Backup plan begun.* See who may know for Dev Patel/);
    expect(found.text).toMatch(/Urgent Somebody is to be told, and has no number: .* Add a number/);
    expect(found.html).toContain('href="/people/dev/circle"');
    expect((await price.get('/rules/reach?why=no-number')).text).not.toContain('Dev Patel');
    const file = await price.get('/rules/reach.csv');
    expect([file.headers.get('content-disposition'), file.html.split('\r\n')[0]]).toEqual(['attachment; filename="who-cannot-be-reached.csv"', 'Name,Provider,Why,Urgent kinds,Other kinds,Steps,Looked at']);
    expect(file.html).toMatch(/Dev Patel,.*,Nobody around them is to be told,/);
    // Mended, it is gone from the page at once, and from the count with it.
    await store.saveReach(harrow, dev, (reach) => ({ person: reach.person, members: reach.members }));
    expect((await price.get('/rules/reach')).text).not.toContain('Dev Patel');
    expect((await price.get('/rules/reach')).text).toContain('1 person has such a step');
  });
});
