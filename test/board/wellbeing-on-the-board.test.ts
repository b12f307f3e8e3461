// Promise: on the television somebody says how life is going, with the remote control alone, when they have asked for it there: skip and stop at each question, nothing kept but on a yes, and nothing of it left on the screen.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { instruments } from '../../models/outcome/index.ts';
import { keepBoardAnswers } from '../../lambda/board/board-answers.ts';
import { wellbeingOf } from '../../lambda/store/wellbeing-rows.ts';
import type { Device } from '../../lambda/store/known-devices.ts';
import type { Collected } from '../../web/board/board-port.ts';
import { openBrowser } from '../support/browser.ts';
import { harrow, margaret, runningHouse, type RunningHouse } from '../support/running-house.ts';

let browser: Browser;
let house: RunningHouse;
beforeAll(async () => { browser = await openBrowser(); }, 60_000);
afterAll(async () => { await browser.close(); });
beforeEach(async () => { house = await runningHouse(); }, 60_000);
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await house.close();
});

const shots = process.env['SHOTS'];
const kept = async () => wellbeingOf(house.table, harrow, margaret);
const questions = instruments.ons4.questions;

async function screen(shows: 'names' | 'nothing-private' = 'names', size = { width: 1280, height: 720 }): Promise<Page> {
  const { code, claim } = await house.board.offer();
  await house.board.pair({ code, personId: margaret, name: 'Living room', shows });
  const { deviceId, word } = await house.board.collect(code, claim) as Extract<Collected, { kind: 'paired' }>;
  const tv = await (await browser.newContext({ viewport: size, reducedMotion: 'reduce' })).newPage();
  await tv.goto(`${house.origin}/board`);
  await tv.evaluate(`localStorage.setItem('my-care-board-device', ${JSON.stringify(JSON.stringify({ deviceId, word }))})`);
  await tv.reload();
  await tv.getByRole('button', { name: 'Say how life is going' }).waitFor();
  return tv;
}

const isWhole = (tv: Page) => tv.evaluate('[...document.querySelectorAll("#asking button")].every((each) => each.getBoundingClientRect().bottom <= innerHeight && each.getBoundingClientRect().right <= innerWidth)');

async function press(tv: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await tv.keyboard.press(key);
}

/** From how things stand to the first question: asked for with OK, and a yes to who answers. */
async function begun(tv: Page): Promise<void> {
  await press(tv, 'Enter');
  await tv.getByRole('heading', { name: 'Is that you, Margaret, answering for yourself?' }).waitFor();
  if (shots !== undefined) await tv.screenshot({ path: `${shots}/board-who.png` });
  await press(tv, 'ArrowRight', 'Enter');
  await tv.getByRole('heading', { name: questions[0]!.words }).waitFor();
}

test('four questions are answered with the arrows and OK, one is skipped, and they are kept once as from the television', async () => {
  const tv = await screen();
  const before = (await kept()).length;
  if (shots !== undefined) await tv.screenshot({ path: `${shots}/board-calm.png` });
  await begun(tv);
  expect(await tv.locator('#asking-text').textContent()).toContain(instruments.ons4.lead);
  if (shots !== undefined) await tv.screenshot({ path: `${shots}/board-question.png` });
  await press(tv, 'ArrowUp', ...Array.from({ length: 7 }, () => 'ArrowRight'), 'Enter');
  await tv.getByRole('heading', { name: questions[1]!.words }).waitFor();
  await press(tv, 'Enter');
  await tv.getByRole('heading', { name: questions[2]!.words }).waitFor();
  await tv.getByRole('button', { name: '10', exact: true }).click();
  await tv.getByRole('heading', { name: questions[3]!.words }).waitFor();
  expect((await kept()).length).toBe(before);
  await press(tv, 'ArrowDown', 'Enter');
  await tv.getByRole('heading', { name: 'Thank you. That is kept.' }).waitFor();
  expect((await kept()).slice(before)).toMatchObject([{ instrument: 'ons4', version: '2020', mode: 'tv', isStopped: false, answers: { satisfied: '7', happy: '10', anxious: '0' } }]);
  await press(tv, 'ArrowRight', 'Enter');
  await tv.getByRole('heading', { name: 'How often do you feel that you lack companionship?' }).waitFor();
  if (shots !== undefined) await tv.screenshot({ path: `${shots}/board-words.png` });
  for (let skipped = 0; skipped < 3; skipped += 1) await press(tv, 'Enter');
  await tv.getByRole('heading', { name: 'How often do you feel lonely?' }).waitFor();
  expect(await isWhole(tv)).toBe(true);
  await tv.getByRole('button', { name: 'Stop' }).click();
  await tv.getByText('Next visit').waitFor();
  expect(await tv.evaluate('JSON.stringify(localStorage)')).not.toMatch(/satisfied|answers-/);
}, 60_000);

test('stop keeps what was answered only on a yes, and an alert takes the screen with nothing kept', async () => {
  const tv = await screen();
  const before = (await kept()).length;
  for (const [choice, said] of [['No, keep nothing', 'Next visit'], ['Yes, keep it', 'Thank you. That is kept.']] as const) {
    await begun(tv);
    await tv.getByRole('button', { name: '8', exact: true }).click();
    await tv.getByRole('heading', { name: questions[1]!.words }).waitFor();
    await tv.getByRole('button', { name: 'Stop' }).click();
    await tv.getByRole('button', { name: choice }).click();
    await tv.getByText(said).waitFor();
    expect((await kept()).length).toBe(before + (said === 'Next visit' ? 0 : 1));
  }
  expect((await kept()).at(-1)).toMatchObject({ answers: { satisfied: '8' }, isStopped: true, mode: 'tv' });
  await tv.getByText('Next visit').waitFor();
  await begun(tv);
  await tv.getByRole('button', { name: '3', exact: true }).click();
  await house.raise('visit-late', { words: 'Priya is running late, the agency says. About twenty minutes.' });
  await tv.getByText('Priya is running late, the agency says.').waitFor();
  await press(tv, 'Enter');
  await tv.getByText('Next visit').waitFor();
  expect((await kept()).length).toBe(before + 1);
}, 60_000);

test('a screen that shows nothing private names nobody; no barrier is found by axe, nor anything cut off on a tablet', async () => {
  const tv = await screen('nothing-private', { width: 800, height: 1280 });
  await press(tv, 'Enter');
  await tv.getByRole('heading', { name: 'Are you answering for yourself?' }).waitFor();
  expect(await tv.locator('body').textContent()).not.toContain('Margaret');
  await tv.getByRole('button', { name: 'Yes, ask me' }).click();
  await tv.getByRole('heading', { name: questions[0]!.words }).waitFor();
  if (shots !== undefined) await tv.screenshot({ path: `${shots}/board-tablet.png` });
  await tv.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  expect(await tv.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id }) => id))")).toEqual([]);
  expect(await isWhole(tv)).toBe(true);
}, 60_000);

test('what is no answer of ours is not kept, whatever a device sends', async () => {
  const device = { deviceId: 'tv-x', kind: 'board', councilId: harrow, personId: margaret } as Device;
  const before = (await kept()).length;
  const good = { id: 'answers-00000000-0000-0000-0000-000000000001', instrument: 'ons4', isStopped: false, answers: { satisfied: '9', '<b>': 'x', happy: '99' } };
  for (const bad of [undefined, null, 'x', {}, { ...good, id: '../x' }, { ...good, instrument: 'sct4' }, { ...good, answers: { happy: '11' } }, { ...good, answers: { a: 'x'.repeat(31) } }, { ...good, answers: [] }]) expect([bad, await keepBoardAnswers(device, bad, house.services)]).toEqual([bad, undefined]);
  expect(await keepBoardAnswers({ ...device, kind: 'home-assistant' }, good, house.services)).toBeUndefined();
  expect([await keepBoardAnswers(device, good, house.services), await keepBoardAnswers(device, good, house.services)]).toEqual([good.id, good.id]);
  expect((await kept()).slice(before)).toMatchObject([{ answers: { satisfied: '9' } }]);
  expect((await kept()).at(-1)?.answers).toEqual({ satisfied: '9' });
});
