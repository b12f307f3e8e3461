// Promise: family and the person sign in by their phone's own lock if they like; a passkey lets in only whom the records still know, answers each challenge once, and is nobody's key on another site.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { identityByContact } from '../../lambda/console/identity-by-contact.ts';
import { contactHashOf } from '../../lambda/store/contact-rows.ts';
import { openBrowser } from '../support/browser.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof consoleWorld>>;
let page: Page;
let origin: string;
beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), consoleWorld()]);
  origin = `http://localhost:${world.house.port}`;
  page = await (await browser.newContext()).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.house.close();
});

const signInAs = async (identity: Parameters<ReturnType<typeof sessions>['start']>[0]) => {
  await page.context().clearCookies();
  await page.context().addCookies([{ name: 'my_care_session', value: await sessions(world.house.table).start(identity, world.house.clock()), url: origin }]);
};
const susan = async () => (await identityByContact(contactHashOf('07700 900123'), { table: world.house.table, records: world.house.services.records, clock: world.house.clock, council: harrow }))!;

test('Susan adds one, signs out, and is let in by it alone', async () => {
  await signInAs(await susan());
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await page.getByText('The passkey is kept.').waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto(`${origin}/sign-in?next=/people/margaret/alerts`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'What was told' }).waitFor();
  expect(page.url()).toBe(`${origin}/people/margaret/alerts`);
}, 30_000);

test('an answer is good once: sent again it lets nobody in', async () => {
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in`);
  const sent = page.waitForRequest((request) => request.url().includes('/sign-in/passkey?'));
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  const answer = (await sent).postData()!;
  await page.waitForURL(/home|people/);
  const again = await fetch(`${origin}/sign-in/passkey`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: origin }, body: answer });
  expect([again.status, again.headers.getSetCookie()]).toEqual([400, []]);
  for (const wrong of ['{}', '{"id":"never-was-a-key"}', 'null']) expect((await fetch(`${origin}/sign-in/passkey`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: origin }, body: wrong })).status).toBe(400);
  expect((await fetch(`${origin}/sign-in/passkey`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' }, body: answer })).status).toBe(403);
}, 30_000);

test('once her number is out of every record, the passkey is worth nothing', async () => {
  const { records } = world.house.services;
  for (const person of [margaret, 'joyce' as typeof margaret]) {
    const record = (await records.byPerson(harrow, person))!;
    const circle = record.household.circle.map(({ phone, ...member }) => (member.name === 'Susan' ? member : { ...member, ...(phone !== undefined && { phone }) }));
    expect((await records.save(record, { idempotencyKey: `out-${person}`, at: world.house.clock(), household: { ...record.household, circle }, audit: [] })).kind).toBe('saved');
  }
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('We do not know that passkey. Sign in with a code.').waitFor();
}, 30_000);

test('it can be removed, and staff have none: they sign in by their council', async () => {
  const identity = madeUpIdentities.find(({ key }) => key === 'margaret')!.identity;
  await signInAs(identity);
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await page.getByText('The passkey is kept.').waitFor();
  await page.getByRole('button', { name: /^Remove/ }).click();
  await page.getByText('That passkey is removed.').waitFor();
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await signInAs(madeUpIdentities.find(({ key }) => key === 'adviser')!.identity);
  await page.goto(`${origin}/account`);
  expect(await page.getByText('Passkeys').count()).toBe(0);
}, 30_000);
