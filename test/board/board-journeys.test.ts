// Promise: a television is set up with one code, lights up when something should be known, is answered with OK on the remote control alone, and says so when it has lost its line.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { connectAsync } from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { notificationApi } from '../../lambda/notifications/api.ts';
import { operations } from '../../lambda/notifications/operations.ts';
import { apiKeys } from '../../lambda/store/api-key-rows.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import type { Collected } from '../../web/board/board-port.ts';
import { openBrowser } from '../support/browser.ts';
import { harrow, margaret, runningHouse, until, type RunningHouse } from '../support/running-house.ts';

let browser: Browser;
let house: RunningHouse;
let apiKey: string;
const pages: Page[] = [];
const errors: string[] = [];
beforeAll(async () => { browser = await openBrowser(); }, 60_000);
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  house = await runningHouse({ mount: (services) => express.Router().use('/api', notificationApi({ operations: operations(services), table: services.table, clock: services.clock, log: { fault: () => undefined } })) });
  apiKey = await apiKeys(house.table).make({ councilId: harrow, name: 'desk', scopes: ['alerts:answer'] }, house.clock());
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
  await house.close();
  expect(errors.splice(0)).toEqual([]);
});

const sizes = [['a big television', 1920, 1080], ['an older television', 1280, 720], ['a tablet', 800, 1280]] as const;

async function open(width: number, height: number, path = '/board', who?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const identity = madeUpIdentities.find(({ key }) => key === who)?.identity;
  if (identity !== undefined) await context.addCookies([{ name: 'my_care_session', value: await sessions(house.table).start(identity, house.clock()), url: house.origin }]);
  const page = await context.newPage();
  pages.push(page);
  page.setDefaultTimeout(8_000);
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()); });
  await page.goto(house.origin + path);
  return page;
}

/** A screen, set up by somebody who reads its code and types it on a phone. */
async function pairedByHand(width: number, height: number): Promise<Page> {
  const tv = await open(width, height);
  const code = await until(() => tv.locator('#code').textContent(), (text) => /^[A-Z0-9]{3} [A-Z0-9]{3}$/.test(text ?? ''));
  const phone = await open(390, 844, '/board/pair', 'margaret');
  await phone.getByLabel('Code on the screen').fill(` ${code?.toLowerCase() ?? ''} `);
  await phone.getByLabel('First names').check();
  await phone.getByRole('button', { name: 'Set up this screen' }).click();
  await phone.getByText('The screen is set up.').waitFor();
  await tv.getByRole('heading', { name: 'This screen is set up' }).waitFor();
  await tv.keyboard.press('Enter');
  return isUp(tv);
}

/** A screen that was set up before, and is switched on. */
async function pairedScreen({ width = 1920, height = 1080, shows = 'names', clockOutByHours = 0 }: { width?: number; height?: number; shows?: 'names' | 'nothing-private'; clockOutByHours?: number } = {}): Promise<Page> {
  const { code, claim } = await house.board.offer();
  expect(await house.board.pair({ code, personId: margaret, name: 'Living room', shows })).toBe('paired');
  const { deviceId, word } = await house.board.collect(code, claim) as Extract<Collected, { kind: 'paired' }>;
  const tv = await open(width, height);
  if (clockOutByHours !== 0) await tv.clock.install({ time: house.clock() + clockOutByHours * 3_600_000 });
  await tv.evaluate(`localStorage.setItem('my-care-board-device', ${JSON.stringify(JSON.stringify({ deviceId, word }))})`);
  await tv.reload();
  return isUp(tv);
}

async function isUp(tv: Page): Promise<Page> {
  await tv.getByText('Next visit').waitFor();
  await until(() => tv.locator('#next-who').textContent(), (who) => who !== 'Just a moment…');
  return tv;
}

/** "10:05": as the screen writes it. */
const timeHere = (at: number) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hour12: true }).format(at).replace(/ .*/, '');

const late = { words: 'Priya is running late, the agency says. About twenty minutes.' };

describe('a screen', () => {
  test.each(sizes)('is set up with one code, lights up and is answered with the keyboard alone, on %s', async (_, width, height) => {
    const tv = await pairedByHand(width, height);
    const alert = await house.raise('visit-late', late);
    await tv.getByText('Priya is running late, the agency says.').waitFor();
    expect(await tv.evaluate('document.activeElement.textContent')).toBe('OK');
    await until(() => house.find(alert.id), (kept) => kept?.attempts.some(({ state, channel }) => channel === 'board' && (state === 'shown' || state === 'spoken')) === true);
    await tv.keyboard.press('Enter');
    const kept = await until(() => house.find(alert.id), (each) => each?.state === 'closed');
    expect(kept?.answer).toMatchObject({ by: { kind: 'person' }, word: 'ok', through: 'board' });
    await tv.getByText('Thank you. That’s answered.').waitFor();
    await tv.getByText('Next visit').waitFor();
  });

  test('shows no name and nothing of what it is about unless it may', async () => {
    const tv = await pairedScreen({ shows: 'nothing-private' });
    await house.raise('visit-late', late);
    await tv.getByText('You have news about a visit.').waitFor();
    expect(await tv.locator('body').textContent()).not.toMatch(/Priya|Blessing|late/);
  });

  test('is answered with the space bar, and by touch', async () => {
    const tv = await pairedScreen();
    for (const answer of [() => tv.keyboard.press('Space'), () => tv.getByRole('button', { name: 'OK' }).click()]) {
      const alert = await house.raise('visit-late', late);
      await tv.getByText('Priya is running late, the agency says.').waitFor();
      await answer();
      await until(() => house.find(alert.id), (each) => each?.state === 'closed');
      await tv.getByText('Next visit').waitFor();
    }
  });

  test('asks twice before somebody who asked for help is taken to be all right', async () => {
    const tv = await pairedScreen();
    const alert = await house.raise('help-wanted', {});
    await until(() => house.find(alert.id), (kept) => (kept?.attempts.length ?? 0) > 0);
    await tv.reload();
    await tv.getByRole('heading', { name: 'Are you all right?' }).waitFor();
    await tv.keyboard.press('Enter');
    await tv.getByRole('heading', { name: 'Are you sure?' }).waitFor();
    await tv.keyboard.press('Enter');
    await tv.getByRole('heading', { name: 'Are you all right?' }).waitFor();
    expect((await house.find(alert.id))?.answer).toBeUndefined();
    await tv.keyboard.press('Enter');
    await tv.keyboard.press('ArrowRight');
    await tv.keyboard.press('Enter');
    expect((await until(() => house.find(alert.id), (each) => each?.state === 'closed'))?.answer?.word).toBe('im-all-right');
  });

  test('falls quiet when somebody else answers', async () => {
    const [one, other] = [await pairedScreen(), await pairedScreen({ width: 800, height: 1280 })];
    await house.raise('visit-late', late);
    await Promise.all([one, other].map((tv) => tv.getByText('Priya is running late, the agency says.').waitFor()));
    const answered = performance.now();
    await one.keyboard.press('Enter');
    await other.getByText('That has been answered.').waitFor();
    expect(performance.now() - answered).toBeLessThan(2_000);
  });

  test('says that it is not connected and since when, keeps what it knew, and passes an OK on when it is back', async () => {
    const tv = await pairedScreen();
    const who = await tv.locator('#next-who').textContent();
    const alert = await house.raise('visit-late', late);
    await tv.getByText('Priya is running late, the agency says.').waitFor();
    await tv.context().setOffline(true);
    await tv.keyboard.press('Enter');
    await tv.getByText('I’ll pass that on as soon as I am.').waitFor();
    await tv.getByText('Not connected. This is how things stood at').waitFor();
    expect(await tv.locator('#next-who').textContent()).toBe(who);
    expect((await house.find(alert.id))?.answer).toBeUndefined();
    await tv.context().setOffline(false);
    await until(() => house.find(alert.id), (each) => each?.state === 'closed', 15_000);
  }, 60_000);

  test('switched on without a network still shows its last state', async () => {
    const tv = await pairedScreen();
    await tv.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const who = await tv.locator('#next-who').textContent();
    await tv.context().setOffline(true);
    await tv.reload();
    await tv.getByText('Not connected. This is how things stood at').waitFor();
    expect(await tv.locator('#next-who').textContent()).toBe(who);
  }, 60_000);

  test('that is removed forgets whose it was and asks for a code again', async () => {
    const tv = await pairedScreen();
    const phone = await open(390, 844, '/board/pair', 'margaret');
    await phone.getByText('A screen: on').waitFor();
    await phone.getByRole('button', { name: 'Remove Living room' }).click();
    await phone.getByText('That is removed.').waitFor();
    await tv.getByRole('heading', { name: 'Set up this screen' }).waitFor({ timeout: 15_000 });
    expect(await tv.locator('body').textContent()).not.toMatch(/Priya|Blessing/);
  }, 60_000);

  test('that the bus refuses stays whose it is while we say that it is known, or cannot say', async () => {
    const tv = await pairedScreen();
    const asked: string[] = [];
    await tv.context().route('**/board/known', async (route) => {
      asked.push(route.request().postData() ?? '');
      await (asked.length === 1 ? route.fulfill({ status: 503 }) : route.fulfill({ json: { isKnown: true } }));
    });
    const { deviceId } = await tv.evaluate<{ deviceId: string }>("JSON.parse(localStorage.getItem('my-care-board-device'))");
    await house.board.remove(margaret, deviceId);
    await until(() => asked.length, (times) => times > 1, 40_000);
    expect(JSON.parse(asked[0] ?? '{}')).toMatchObject({ deviceId });
    expect(await tv.evaluate("localStorage.getItem('my-care-board-device')")).toContain(deviceId);
    expect(await tv.getByRole('heading', { name: 'Set up this screen' }).isVisible()).toBe(false);
  }, 60_000);
});

test('one answer over the API quietens the screen and the Home Assistant within two seconds, and nothing is sent after it', async () => {
  const tv = await pairedScreen();
  const home = await house.board.addHomeAssistant({ personId: margaret, name: 'Home', shows: 'names' }) as { deviceId: string; word: string };
  const client = await connectAsync(`${house.origin.replace('http', 'ws')}/mqtt`, { username: home.deviceId, password: home.word, clientId: home.deviceId, protocolVersion: 4 });
  const heard: { type: string; at: number }[] = [];
  client.on('message', (_topic, payload) => heard.push({ type: (JSON.parse(payload.toString()) as { event_type: string }).event_type, at: performance.now() }));
  await client.subscribeAsync(`my-care/${home.deviceId}/alert`, { qos: 1 });
  await until(() => house.bus.isOnline(home.deviceId), Boolean);
  const alert = await house.raise('visit-not-heard-of', late);
  await Promise.all([tv.getByText('Priya is running late, the agency says.').waitFor(), until(() => heard, (all) => all.some(({ type }) => type === 'visit_not_heard_of'))]);
  const told = (await house.find(alert.id))?.attempts.length ?? 0;
  const answered = performance.now();
  const response = await fetch(`${house.origin}/api/alerts/margaret/${alert.id}/answer`, { method: 'POST', headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ by: 'desk', word: 'ok' }) });
  expect(response.status).toBe(200);
  await Promise.all([tv.getByText('That has been answered.').waitFor(), until(() => heard, (all) => all.some(({ type }) => type === 'over'))]);
  expect(performance.now() - answered).toBeLessThan(2_000);
  await new Promise((resolve) => { setTimeout(resolve, 1_500); });
  expect((await house.find(alert.id))?.attempts).toHaveLength(told);
  expect(heard.at(-1)?.type).toBe('over');
  await client.endAsync(true);
}, 60_000);

test('the button of a Home Assistant answers what waits', async () => {
  const home = await house.board.addHomeAssistant({ personId: margaret, name: 'Home', shows: 'names' }) as { deviceId: string; word: string };
  const client = await connectAsync(`${house.origin.replace('http', 'ws')}/mqtt`, { username: home.deviceId, password: home.word, clientId: home.deviceId, protocolVersion: 4 });
  const discovered: string[] = [];
  client.on('message', (topic) => discovered.push(topic));
  await client.subscribeAsync('homeassistant/#', { qos: 1 });
  await until(() => discovered, (all) => all.some((topic) => topic.startsWith('homeassistant/device/my_care_home_')));
  const alert = await house.raise('visit-late', late);
  await until(() => house.find(alert.id), (kept) => kept?.attempts.some(({ channel, state }) => channel === 'home-assistant' && state === 'accepted') === true);
  await client.publishAsync(`my-care/${home.deviceId}/press`, 'PRESS', { qos: 1 });
  expect((await until(() => house.find(alert.id), (kept) => kept?.state === 'closed'))?.answer).toMatchObject({ word: 'ok', through: 'home-assistant' });
  await client.endAsync(true);
});

test.each([-9, 14])('a television whose clock is %i hours out shows our hour, and misses nothing', async (hours) => {
  const tv = await pairedScreen({ clockOutByHours: hours });
  await until(() => tv.locator('#clock').textContent(), (clock) => clock === timeHere(house.clock()));
  for (let round = 0; round < 2; round += 1) {
    const alert = await house.raise('visit-late', late, { minutes: 90 });
    await tv.getByText('Priya is running late, the agency says.').waitFor();
    await tv.keyboard.press('Enter');
    await until(() => house.find(alert.id), (each) => each?.state === 'closed');
    await tv.getByText('Next visit').waitFor();
  }
});

test('a visit that the agency says is late lights up the television, and Margaret’s OK is the end of it', async () => {
  const tv = await pairedScreen();
  const agency = await open(1280, 800, '/agency');
  await agency.getByRole('button', { name: '20 minutes late' }).first().click();
  await agency.getByText('Noted, and told.').waitFor();
  await tv.getByText('running late, the agency says.').waitFor();
  await tv.keyboard.press('Enter');
  await tv.getByText('Thank you. That’s answered.').waitFor();
});

test('a code that no screen shows is refused with what to do, and after ten tries nobody may guess on', async () => {
  const phone = await open(390, 844, '/board/pair', 'margaret');
  await phone.getByLabel('Code on the screen').fill('BBB');
  await phone.getByRole('button', { name: 'Set up this screen' }).click();
  await phone.getByRole('link', { name: 'Type the six letters and figures that the screen shows' }).waitFor();
  for (let tries = 0; tries < 9; tries += 1) {
    await phone.getByLabel('Code on the screen').fill('BBB BBB');
    await phone.getByRole('button', { name: 'Set up this screen' }).click();
    await phone.getByRole('link', { name: /No screen is showing that code now/ }).waitFor();
  }
  await phone.getByRole('button', { name: 'Set up this screen' }).click();
  await phone.getByText('That was tried too often.').waitFor();
});

test('no barrier is found by axe on any of its faces', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const problems = async (page: Page) => {
    await page.evaluate(axe);
    return page.evaluate<string[]>(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))`);
  };
  const tv = await open(1920, 1080);
  expect(await problems(tv)).toEqual([]);
  const paired = await pairedScreen();
  expect(await problems(paired)).toEqual([]);
  await house.raise('visit-late', late);
  await paired.getByText('Priya is running late, the agency says.').waitFor();
  expect(await problems(paired)).toEqual([]);
  const phone = await open(390, 844, '/board/pair', 'margaret');
  expect(await problems(phone)).toEqual([]);
}, 60_000);
