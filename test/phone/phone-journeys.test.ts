// Promise: a carer's phone that was asked to tells of an alert while no page is open, names nobody, and one OK on the notification makes it quiet everywhere; without a line the OK is kept, not lost.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import webpush from 'web-push';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { openBrowser } from '../support/browser.ts';
import { runningHouse, until, type RunningHouse } from '../support/running-house.ts';

let browser: Browser;
let house: RunningHouse;
let context: BrowserContext;
let page: Page;
const endpoint = 'https://fcm.googleapis.com/fcm/send/a-phone';
const keys = { p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM', auth: 'tBHItJI5svbpez7KI4CCXg' };

beforeAll(async () => {
  browser = await openBrowser();
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  house = await runningHouse({ env: { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: 'mailto:care@example.org' } });
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['notifications'] });
  await context.addCookies([{ name: 'my_care_session', value: await sessions(house.table).start(madeUpIdentities.find(({ key }) => key === 'susan')!.identity, house.clock()), url: house.origin }]);
  page = await context.newPage();
  // The browser's push service is not to be reached from here: its part is to hand out an address. Messages are then delivered by the browser's own debugger.
  await page.addInitScript(`PushManager.prototype.subscribe = () => Promise.resolve({ toJSON: () => (${JSON.stringify({ endpoint, keys })}) });`);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function push(said: object): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const registration = new Promise<string>((resolve) => { cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { if (registrations[0] !== undefined) resolve(registrations[0].registrationId); }); });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.deliverPushMessage', { origin: house.origin, registrationId: await registration, data: JSON.stringify(said) });
  await cdp.detach();
}

/** A headless browser has no place for notifications: what the worker asks to be shown is written down there instead. */
const shown = async (): Promise<readonly { title: string; body: string; tag?: string; requireInteraction?: boolean; actions: readonly { title: string }[] }[]> => (await worker()).evaluate('self.shown');
const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');

/** What the worker does when OK is pressed on the notification; a press itself cannot be made by a test. */
async function pressOk(alertId: string): Promise<void> {
  await (await worker()).evaluate(`self.answer(${JSON.stringify(alertId)})`);
}

test('notifications are turned on by somebody who says who they are', async () => {
  await page.goto(`${house.origin}/phone`);
  await page.getByLabel('Whose circle, and who are you in it?').selectOption({ label: 'Margaret’s circle: Susan' });
  await page.getByRole('button', { name: 'Turn on notifications' }).click();
  await page.getByText('Notifications are on.').waitFor();
  await (await worker()).evaluate(`self.shown = []; self.registration.showNotification = (title, options) => { self.shown.push({ title, ...options }); return Promise.resolve(); };`);
});

test('an alert is shown with words that name nobody, and an OK quietens it everywhere', async () => {
  const alert = await house.raise('help-wanted');
  await until(() => house.find(alert.id), (found) => (found?.attempts.some(({ channel, addressId }) => channel === 'push' && addressId.startsWith('push-')) ?? false));
  await push({ id: alert.id, words: 'My Care, urgent: somebody asking for help. Reply OK if you are dealing with it.', isUrgent: true, isAgain: false });
  const [notification] = await until(shown, (all) => all.length === 1);
  expect(notification).toMatchObject({ title: 'My Care', body: 'My Care, urgent: somebody asking for help. Reply OK if you are dealing with it.', tag: alert.id, requireInteraction: true, actions: [{ title: 'I’m dealing with it' }] });
  expect(JSON.stringify(notification)).not.toContain('Margaret');
  await pressOk(alert.id);
  const over = await until(() => house.find(alert.id), (found) => found?.state === 'closed');
  expect(over?.answer).toMatchObject({ by: { kind: 'member', memberId: 'susan' }, through: 'push' });
});

test('without a line the OK is kept by the browser and passed on later', async () => {
  const alert = await house.raise('help-wanted');
  await until(() => house.find(alert.id), (found) => (found?.attempts.some(({ channel }) => channel === 'push') ?? false));
  const registered = await (await worker()).evaluate(`(async () => {
    const line = self.fetch;
    const tags = [];
    Object.defineProperty(self.registration, 'sync', { configurable: true, value: { register: (tag) => { tags.push(tag); return Promise.resolve(); } } });
    self.fetch = () => Promise.reject(new TypeError('no line'));
    await self.answer(${JSON.stringify(alert.id)});
    self.fetch = line;
    return tags;
  })()`);
  expect(registered).toEqual([`answer ${alert.id}`]);
  expect((await house.find(alert.id))?.state).not.toBe('closed');
  await pressOk(alert.id);
  await until(() => house.find(alert.id), (found) => found?.state === 'closed');
});

test('an OK that is not certain to have gone through says so', async () => {
  const before = (await shown()).length;
  await pressOk('20261201T0900.help-wanted.never-was');
  const all = await until(shown, (found) => found.length > before);
  expect(all.at(-1)?.body).toBe('Your OK is not certain to have gone through. Open My Care and check.');
});

test('somebody who is not in the circle is not taken', async () => {
  const answer = await page.evaluate(async (subscription) => (await fetch('/phone/subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ personId: 'margaret', memberId: 'nobody', subscription }) })).status, { endpoint, keys });
  expect(answer).toBe(400);
});

test('who is not signed in is told to sign in, and turns nothing on', async () => {
  const answers = await Promise.all([fetch(`${house.origin}/phone`, { redirect: 'manual' }), fetch(`${house.origin}/phone/subscriptions`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: house.origin }, body: JSON.stringify({ personId: 'margaret', memberId: 'susan', subscription: { endpoint, keys } }) })]);
  expect(answers.map(({ status }) => status)).toEqual([303, 401]);
});
