// Promise: at the desk everybody sees who has what in hand and what they found out; nobody is told less for it, and what the engine gave up on can be tried again.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { setAsideOperation } from '../../lambda/store/set-aside-rows.ts';
import { openBrowser } from '../support/browser.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof consoleWorld>>;
let alertId: string;
beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), consoleWorld()]);
  alertId = (await world.house.raise('help-wanted')).id;
  await until(() => world.house.find(alertId), (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.house.close();
});
const of = () => ({ alertId, personId: 'margaret' });

test('one takes it in hand, another sees that, takes it over, and lets it go; family are told all the same', async () => {
  const [grace, okafor] = [await world.as('desk'), await world.as('adviser')];
  const before = (await world.house.find(alertId))!;
  expect((await grace.post('/desk', { ...of(), do: 'take' })).location).toBe('/desk?said=in-hand');
  expect((await grace.get('/desk')).text).toContain('In hand: you, since');
  expect((await okafor.get('/desk')).text).toContain('In hand: Grace, since');
  await okafor.post('/desk', { ...of(), do: 'take' });
  expect((await grace.get('/desk')).text).toMatch(/In hand: Mr Okafor, since .*Mr Okafor: Taken over from Grace\./);
  await grace.post('/desk', { ...of(), do: 'let-go' });
  expect((await grace.get('/desk')).text).toContain('In hand: Mr Okafor');
  await okafor.post('/desk', { ...of(), do: 'let-go' });
  expect((await grace.get('/desk')).text).not.toContain('In hand:');
  const after = (await world.house.find(alertId))!;
  expect([after.state, after.nextAt, after.answer]).toEqual([before.state, before.nextAt, undefined]);
});

test('two notes at once are both kept; a faulty one says what to mend, with what was typed', async () => {
  const [grace, okafor] = [await world.as('desk'), await world.as('adviser')];
  const note = (who: typeof grace, words: string) => who.post('/desk', { ...of(), do: 'note', note: words });
  await Promise.all([note(grace, 'Rang Susan: on her way <b>'), note(okafor, 'Neighbour has a key')]);
  const { html } = await grace.get('/desk');
  expect(html).toContain('Grace: Rang Susan: on her way &lt;b&gt;');
  expect(html).toContain('Mr Okafor: Neighbour has a key');
  const [empty, long] = [await note(grace, '  '), await note(grace, 'y'.repeat(301))];
  expect([empty.status, empty.text.includes('Enter what you found out')]).toEqual([400, true]);
  expect([long.status, long.text.includes('A note has 300 letters at most'), long.html.includes('y'.repeat(301))]).toEqual([400, true, true]);
  expect((await grace.post('/desk', { alertId: 'never-was', personId: 'margaret', do: 'note', note: 'x' })).location).toBe('/desk?said=uncertain');
});

test('an open desk shows by itself what somebody else did, and leaves alone what is being typed', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: 'my_care_session', value: await sessions(world.house.table).start(madeUpIdentities.find(({ key }) => key === 'desk')!.identity, world.house.clock()), url: world.house.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  await page.goto(`${world.house.origin}/desk`);
  await page.getByRole('heading', { name: 'Margaret asked for help' }).waitFor();
  const okafor = await world.as('adviser');
  await okafor.post('/desk', { ...of(), do: 'take' });
  await page.getByText('In hand: Mr Okafor').waitFor();
  await page.getByText('Add a note').first().click();
  await page.getByLabel('What you found out').first().fill('She is in the garden');
  await page.evaluate('document.activeElement.blur()');
  await okafor.post('/desk', { ...of(), do: 'let-go' });
  await page.getByText('Something has changed. Look again when you are ready.').waitFor();
  expect(await page.getByLabel('What you found out').first().inputValue()).toBe('She is in the garden');
  await page.getByRole('checkbox', { name: /Sound a tone/ }).check();
  await page.getByRole('button', { name: 'Keep the note' }).first().press('Enter');
  await page.getByText('Grace: She is in the garden').waitFor();
  expect(await page.getByRole('checkbox', { name: /Sound a tone/ }).isChecked()).toBe(true);
  await context.close();
}, 60_000);

test('what was set aside is tried again, once', async () => {
  const grace = await world.as('desk');
  await world.house.table.transact([setAsideOperation(world.house.clock(), { at: world.house.clock(), due: { kind: 'plan', councilId: harrow, personId: margaret }, tries: 5 })]);
  const { html, text } = await grace.get('/desk');
  expect(text).toContain('What could not be done');
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await grace.post('/desk', { do: 'again', id })).location).toBe('/desk?said=tried-again');
  expect((await grace.get('/desk')).text).not.toContain('What could not be done');
  expect((await grace.post('/desk', { do: 'again', id })).location).toBe('/desk?said=uncertain');
});

test('family see what was told of what they may know, and of nothing else; staff see what the desk noted', async () => {
  const told = [await world.house.raise('budget-low', { leftPence: 100 }), await world.house.raise('visit-late', { words: 'Priya is running late, the agency says.' })];
  for (const { id } of told) await until(() => world.house.find(id), (found) => found?.firstToldAt !== undefined || found?.state === 'closed' || (found?.decisions.length ?? 0) > 0);
  const [own = '', susan = '', grace = '', shah = ''] = await Promise.all(['margaret', 'susan', 'desk', 'administrator'].map(async (who) => (await (await world.as(who)).get('/people/margaret/alerts')).html));
  const titles = (html: string) => [...html.matchAll(/summary-card__title">([^<]+)</g)].map(([, title]) => title);
  const money = titles(own).filter((title) => /budget|money/i.test(title ?? ''));
  expect(money).not.toEqual([]);
  for (const html of [own, susan, grace, shah]) expect(titles(html)).toContain('A visit is late');
  for (const html of [susan, grace, shah]) expect(titles(html)).not.toContain(money[0]);
  expect(grace).toContain('What the desk noted');
  expect(susan).not.toContain('What the desk noted');
  expect((await (await world.as('susan')).post('/people/margaret/alerts', { alertId: told[0]!.id })).location).toBe('/people/margaret/alerts?said=uncertain');
});
