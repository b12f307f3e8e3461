// Promise: in a real browser anybody can ask, hear, see and choose, with a keyboard, a finger or a remote control.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openDesk, type Desk } from './desk.ts';
import { scriptedSpeaker } from './scripted-speaker.ts';
import { servePages, type ServedPages } from './serve-pages.ts';

const script = scriptedSpeaker();
const speaker = scriptedSpeaker({ ...script, say: (input) => (input.text === 'break' ? Promise.reject(new Error('away')) : script.say(input)) });
let browser: Browser;
let pages: ServedPages;
let desk: Desk;
beforeAll(async () => { [browser, pages] = await Promise.all([openBrowser(), servePages(speaker)]); }, 60_000);
afterEach(() => desk.close());
afterAll(async () => {
  await browser.close();
  await pages.close();
});
const focusedText = () => desk.page.evaluate<string>('document.activeElement.textContent.replaceAll(/\\s+/g, " ").trim()');

describe('With a keyboard alone', () => {
  test('Margaret types a question and reads the answer', async () => {
    desk = await openDesk(browser, pages.origin);
    for (let press = 0; press < 12 && !(await desk.fieldHasFocus()); press += 1) await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.type('who is coming today');
    await desk.page.keyboard.press('Enter');
    await desk.turns.first().getByText('Two visits. Priya at half past eight this morning').waitFor();
    expect(await desk.field.inputValue()).toBe('');
    expect(await desk.page.getByRole('log').getAttribute('aria-live')).toBe('polite');
  });

  test('how it was understood opens in words', async () => {
    desk = await openDesk(browser, pages.origin);
    await desk.ask('I need someone for the garden');
    await desk.page.getByText('Understood as: Find service · fairly sure').click();
    expect((await desk.turns.first().locator('dl').innerText()).replaceAll(/\s+/g, ' ')).toBe('How sure fairly sure Service gardening Time taken 0.01 seconds After a silence Say the first, the second or the third.');
  });

  test('a second question stays in the same conversation', async () => {
    desk = await openDesk(browser, pages.origin);
    script.asked.length = 0;
    await desk.ask('I need someone for the garden');
    await desk.ask('who is coming today');
    expect(new Set(script.asked.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  test('starting again empties the page and the conversation', async () => {
    desk = await openDesk(browser, pages.origin);
    script.asked.length = 0;
    await desk.ask('who is coming today');
    await desk.page.getByRole('button', { name: 'Start again' }).press('Enter');
    expect(await desk.turns.count()).toBe(0);
    await desk.ask('who is coming today');
    expect(new Set(script.asked.map(({ conversationId }) => conversationId)).size).toBe(2);
  });

  test('another person starts another conversation', async () => {
    desk = await openDesk(browser, pages.origin);
    script.asked.length = 0;
    await desk.ask('who is coming today');
    await desk.choose('Joyce');
    expect(await desk.turns.count()).toBe(0);
    await desk.page.getByText('77, living with dementia').waitFor();
    await desk.ask('who is coming today');
    expect(script.asked.map(({ personId }) => personId)).toEqual(['margaret', 'joyce']);
    expect(script.asked[0]?.conversationId).not.toBe(script.asked[1]?.conversationId);
  });

  test('nothing typed is said beside the field, which keeps the keyboard', async () => {
    desk = await openDesk(browser, pages.origin);
    await desk.page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await desk.page.getByRole('alert').innerText()).toBe('Say or type something first.');
    expect(await desk.field.getAttribute('aria-invalid')).toBe('true');
    expect(await desk.fieldHasFocus()).toBe(true);
  });
});

describe('Without a script in the browser', () => {
  test('Enter asks, the answer comes back, and an item can be chosen', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    await page.goto(`${pages.origin}/speaker?person=joyce&device=screen`);
    await page.getByLabel('Say or type what you would ask').fill('I need someone for the garden');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('I found three.').waitFor();
    expect(await page.getByRole('button', { name: /Talk|Stop talking|Sound off/ }).count()).toBe(0);
    await page.getByRole('button', { name: /Harrow Helping Hands/ }).click();
    await page.getByRole('heading', { name: 'Harrow Helping Hands' }).waitFor();
    expect(await page.getByRole('log').getByRole('article').count()).toBe(2);
    expect(script.asked.slice(-2)).toMatchObject([{ personId: 'joyce', text: 'I need someone for the garden' }, { personId: 'joyce', arguments: ['choose', 'hands'] }]);
    await context.close();
  });
});

describe('The device', () => {
  test('a list on the screen is chosen with a press', async () => {
    desk = await openDesk(browser, pages.origin, { size: 'phone' });
    await desk.choose('Screen');
    await desk.ask('I need someone for the garden');
    await desk.page.getByRole('button', { name: /Harrow Helping Hands/ }).click();
    await desk.page.getByRole('heading', { name: 'Harrow Helping Hands' }).waitFor();
    expect(script.asked.at(-1)).toMatchObject({ device: 'screen', arguments: ['choose', 'hands'] });
  });

  test('arrows and Enter work the television', async () => {
    desk = await openDesk(browser, pages.origin, { size: 'tv' });
    await desk.choose('Television');
    await desk.ask('I need someone for the garden');
    await desk.page.getByRole('button', { name: /Green Fingers/ }).focus();
    for (const [key, focused] of [['ArrowUp', /^1 ?Green/], ['ArrowDown', /^2 ?Harrow/], ['ArrowDown', /^3 ?Smith/], ['ArrowDown', /^3 ?Smith/], ['ArrowUp', /^2 ?Harrow/]] as const) {
      await desk.page.keyboard.press(key);
      expect(await focusedText()).toMatch(focused);
    }
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('heading', { name: 'Harrow Helping Hands' }).waitFor();
    expect(await desk.fieldHasFocus()).toBe(true);
  });

  test('the drawn remote control moves and chooses too', async () => {
    desk = await openDesk(browser, pages.origin, { size: 'tv' });
    await desk.choose('Television');
    await desk.ask('I need someone for the garden');
    for (const key of ['down', 'down', 'ok']) await desk.page.locator(`[data-key="${key}"]`).click();
    await desk.page.getByRole('heading', { name: 'Harrow Helping Hands' }).waitFor();
  });

  test('changing the device redraws it and keeps the conversation', async () => {
    desk = await openDesk(browser, pages.origin);
    await desk.ask('who is coming today');
    expect(await desk.page.getByRole('heading', { name: 'Your visits today' }).count()).toBe(1);
    await desk.choose('Television');
    await desk.page.getByRole('heading', { name: 'Hello, Margaret' }).waitFor();
    expect(await desk.turns.count()).toBe(1);
  });

  test('what others see is brought up to date after an answer', async () => {
    desk = await openDesk(browser, pages.origin);
    await desk.ask('tell Susan thank you for Sunday');
    await desk.page.getByRole('complementary').getByText('Left for her, not heard yet').waitFor();
  });
});

describe('When something is wrong', () => {
  test('a fault is told plainly and the words are kept', async () => {
    desk = await openDesk(browser, pages.origin);
    await desk.field.fill('break');
    await desk.field.press('Enter');
    await desk.page.getByText('Something went wrong at our end').waitFor();
    expect(await desk.field.inputValue()).toBe('break');
    await desk.ask('who is coming today');
    expect(await desk.page.getByRole('alert').count()).toBe(0);
  });

  test('a lost connection is not taken for a yes', async () => {
    desk = await openDesk(browser, pages.origin);
    await desk.page.route('**/speaker/say', (route) => route.abort());
    await desk.field.fill('cancel tomorrow morning');
    await desk.field.press('Enter');
    await desk.page.getByText('I am not sure that went through').waitFor();
    expect(await desk.turns.count()).toBe(0);
  });
});
