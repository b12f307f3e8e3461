// Promise: a stranger opens the page, talks to the real skill over the real store, and sees the request land on others' lists.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { startServer, type RealServer } from '../support/real-server.ts';
import { openDesk } from '../web/desk.ts';
import { giveVoice, spokenIn, untilTrue } from '../web/fake-voice.ts';

let folder: string;
let server: RealServer;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'my-care-stranger-'));
  [server, browser] = await Promise.all([startServer(folder), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test('the garden is asked for, and the request lands', async () => {
  const desk = await openDesk(browser, server.address, { prepare: (page) => giveVoice(page) });
  const answer = () => desk.turns.last().locator('.answer .words').innerText();
  await desk.ask("who's coming tomorrow");
  expect(await answer()).toMatch(/^Tomorrow you have|^Nobody is booked/);
  await desk.ask('I need someone for the garden');
  expect(await answer()).toMatch(/^(?:I found three|There are three|I have three for you)\. Green Fingers, 15 pounds an hour\./);
  await desk.ask('the first one');
  await desk.ask('yes please');
  expect(await answer()).toBe('How many hours would you like?');
  await desk.ask('two');
  await desk.ask('a week on tuesday in the morning');
  expect(await answer()).toMatch(/^Two hours of gardening with Green Fingers, Tuesday the .* It costs 30 pounds and leaves you 154 pounds\. Shall I ask for it\?$/);
  await desk.ask('yes');
  const receipt = await answer();
  expect(receipt).toMatch(/^I’ve asked, and put 30 pounds aside\. Your reference is \w+ \w+\./);
  const reference = /reference is (\w+ \w+)/.exec(receipt)?.[1] ?? '';
  await desk.page.getByText(`gardening, reference ${reference}`).first().waitFor();
  await untilTrue(desk.page, `window.spoken.some(({ text }) => text.includes('30 pounds aside'))`);
  expect((await spokenIn(desk.page)).every(({ lang }) => lang === 'en-GB')).toBe(true);
  await desk.ask('cancel that');
  expect(await answer()).toMatch(/^I’ve cancelled it\. You have 184 pounds left to use again\./);
  await desk.close();
}, 60_000);

test('a television shows a list that the arrows choose from', async () => {
  const desk = await openDesk(browser, server.address, { size: 'tv' });
  await desk.choose('Television');
  await desk.ask('I need someone for the garden');
  await desk.page.getByRole('button', { name: /Harrow Helping Hands/ }).press('Enter');
  await desk.turns.nth(1).waitFor();
  expect(await desk.turns.last().locator('.answer .words').innerText()).toMatch(/^Harrow Helping Hands, free\./);
  await desk.close();
}, 60_000);

test('private answers stay private until the numbers are said', async () => {
  const desk = await openDesk(browser, server.address, { size: 'phone' });
  await desk.choose('Joyce');
  await desk.ask('how much have I got');
  expect(await desk.page.locator('main').innerText()).not.toMatch(/\d+ pounds/);
  await desk.ask('four four one nine');
  expect(await desk.turns.last().locator('.answer .words').innerText()).toMatch(/^Thank you, Joyce\. You have 60 pounds left to use before/);
  await desk.close();
}, 60_000);
