// Promise: on a phone without a signal a care worker goes on working; what was recorded is sent once when the signal is back, and what cannot be so is said plainly.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { reportVisit } from '../../lambda/alerts/visit-report.ts';
import { engineLog } from '../../lambda/alerts/engine-log.ts';
import { activityStore } from '../../lambda/store/activity-rows.ts';
import { heardReports } from '../../lambda/store/heard-rows.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { visitNotes } from '../../lambda/store/visit-note-rows.ts';
import { instant } from '../../models/shared/index.ts';
import { openBrowser } from '../support/browser.ts';
import { harrow, until } from '../support/running-house.ts';
import { ada, pageOf, workersWorld, type WorkersWorld } from './workers-world.ts';

let world: WorkersWorld;
let browser: Browser;
beforeAll(async () => { [browser, world] = await Promise.all([openBrowser(), workersWorld()]); }, 60_000);
afterAll(async () => {
  await browser.close();
  await world.house.close();
});

const address = (path: string) => world.house.origin + path;
/** Opens a page as a person does who presses again: a page that just sent what waited reloads itself, and that may come between. */
async function open(page: Page, path: string): Promise<void> {
  await until(() => page.goto(address(path)).then(() => true, (fault: unknown) => { if (/interrupted by another navigation/.test(String(fault))) return false; throw fault; }), (isOpen) => isOpen);
}
async function signIn(context: BrowserContext, who: string): Promise<string> {
  const token = await sessions(world.table).start(madeUpIdentities.find(({ key }) => key === who)!.identity, world.house.clock());
  await context.addCookies([{ name: 'my_care_session', value: token, url: world.house.origin }]);
  return token;
}

/** A phone with the list and one visit looked at, its worker in charge. */
async function phone(visitId: string): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly token: string }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const token = await signIn(context, 'priya');
  const page = await context.newPage();
  await open(page, '/work');
  await page.evaluate('navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ?? new Promise((done) => { navigator.serviceWorker.addEventListener("controllerchange", done); }))');
  await open(page, pageOf(visitId));
  await page.evaluate(`caches.open('my-care-work-pages').then(async (kept) => { while (await kept.match('/work') === undefined || await kept.match(${JSON.stringify(pageOf(visitId))}) === undefined) await new Promise((again) => { setTimeout(again, 50); }); })`);
  return { context, page, token };
}

const heardOf = async (visitId: string) => (await heardReports(world.table, harrow, ada, instant(0))).filter(({ report }) => report.visitId === visitId).map(({ report }) => report.said);

test('coming, an activity and a note wait on the phone and are sent once, though the sign-in they were made with is over', async () => {
  const { context, page, token } = await phone('one');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I am here' }).click();
  await page.getByText('1 waiting to be sent').waitFor();
  await open(page, '/work');
  await page.getByText('1 waiting to be sent').waitFor();
  await page.getByRole('link', { name: /Ada/ }).first().click();
  await page.getByLabel('What you did together').selectOption('shopping');
  await page.getByLabel('Minutes').fill('25');
  await page.getByLabel('What was spent, if anything').fill('4.20');
  await page.getByRole('button', { name: 'Record this activity' }).click();
  await page.getByText('2 waiting to be sent').waitFor();
  await page.getByLabel('A note of this visit').fill('Milk and bread. <b>No</b> eggs.');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await page.getByText('3 waiting to be sent').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect([await heardOf('one'), (await world.visitOf('one')).status]).toEqual([[], 'planned']);

  // The signal is back, but the sign-in is over: they wait on, and it is said why.
  await sessions(world.table).end(token);
  await context.setOffline(false);
  await page.getByText('Sign in again to send them').waitFor();
  expect(await heardOf('one')).toEqual([]);
  await open(page, '/work');
  await page.getByRole('heading', { name: 'Sign in to record visits' }).waitFor();
  expect(await page.evaluate('caches.has("my-care-work-pages")')).toBe(false);
  await page.getByLabel('Your organisation’s code').fill('kndy care');
  await page.getByLabel('Your first name or worker number').fill('Priya');
  await page.getByLabel('Your PIN').fill('246810');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await until(() => heardOf('one'), (said) => said.length > 0);
  await page.getByText('waiting to be sent').waitFor({ state: 'hidden' });
  await open(page, pageOf('one'));
  await page.getByText(/You came at/).waitFor();
  await page.getByText('Milk and bread. <b>No</b> eggs.').waitFor();
  await page.reload();
  const { on } = await world.visitOf('one');
  expect(await heardOf('one')).toEqual(['started']);
  expect((await activityStore(world.table).ofPerson(harrow, ada, on, on)).map(({ activity, minutes, costPence }) => [activity, minutes, costPence])).toEqual([['shopping', 25, 420]]);
  expect((await visitNotes(world.table, harrow, ada, on, on)).length).toBe(1);
  await context.close();
}, 60_000);

test('what cannot be so any more is said, with which it was, until it is read', async () => {
  const { context, page } = await phone('offline');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I am here' }).click();
  await page.getByText('1 waiting to be sent').waitFor();
  const { table, records, alerts, clock, wake, rules, log } = world.house.services;
  await reportVisit({ councilId: harrow, personId: ada, report: { visitId: 'offline', at: clock(), said: 'cancelled', by: 'agency', reason: 'nobody is free' }, idempotencyKey: 'off' }, { table, records, alerts, clock, wake, log: engineLog(log), rules: await rules.of(harrow) });
  await context.setOffline(false);
  const told = page.getByRole('alert');
  await told.getByText(/I am here: Ada.*over or cancelled/).waitFor();
  await page.reload();
  await told.getByRole('button', { name: 'I have read this' }).click();
  await told.waitFor({ state: 'detached' });
  expect(await heardOf('offline')).toEqual(['cancelled']);
  await context.close();
}, 60_000);

test('what one care worker left on a phone is never sent as another’s', async () => {
  const { context, page } = await phone('two');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I am here' }).click();
  await page.getByText('1 waiting to be sent').waitFor();
  await signIn(context, 'sam');
  await context.setOffline(false);
  await open(page, '/work');
  await page.getByText('1 of another care worker is on this phone').waitFor();
  expect(await heardOf('two')).toEqual([]);
  await signIn(context, 'priya');
  await open(page, '/work');
  await until(() => heardOf('two'), (said) => said.length > 0);
  expect((await world.visitOf('two')).attendance).toMatchObject([{ workerId: 'priya' }]);
  await context.close();
}, 60_000);

test('with a signal it is sent at once, and without a script each form goes by itself', async () => {
  const { context, page } = await phone('two');
  await page.getByLabel('A note of this visit').fill('By script');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await page.getByText('That is recorded.').waitFor();
  await page.getByLabel('Minutes').fill('never');
  await page.getByRole('button', { name: 'Record this activity' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await page.getByLabel('Minutes').inputValue()).toBe('never');
  await context.close();
  const plain = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await signIn(plain, 'sam');
  const own = await plain.newPage();
  await own.goto(address('/work'));
  await own.getByRole('link', { name: /Ada/ }).first().click();
  await own.getByRole('button', { name: 'I am here' }).click();
  await own.getByText('That is recorded.').waitFor();
  await own.getByLabel('A <b>wash</b>').check();
  await own.getByRole('button', { name: 'Keep these ticks' }).click();
  await own.getByText('That is recorded.').waitFor();
  expect(await own.getByLabel('A <b>wash</b>').isChecked()).toBe(true);
  await plain.close();
}, 60_000);
