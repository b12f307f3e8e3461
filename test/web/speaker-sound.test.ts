// Promise: answers are heard as they were written, with their pauses and pace, and can be stopped, repeated and turned off.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openDesk, type Desk } from './desk.ts';
import { earFails, earHears, giveVoice, spokenIn, untilTrue } from './fake-voice.ts';
import { scriptedSpeaker } from './scripted-speaker.ts';
import { servePages, type ServedPages } from './serve-pages.ts';

let browser: Browser;
let pages: ServedPages;
let desk: Desk;
beforeAll(async () => { [browser, pages] = await Promise.all([openBrowser(), servePages(scriptedSpeaker())]); }, 60_000);
afterEach(() => desk.close());
afterAll(async () => {
  await browser.close();
  await pages.close();
});
const open = async (voice?: Parameters<typeof giveVoice>[1]) => { desk = await openDesk(browser, pages.origin, { prepare: (page) => giveVoice(page, voice) }); };
const stateIs = (words: string) => desk.state.filter({ hasText: words }).waitFor();
const button = (name: string) => desk.page.getByRole('button', { name, exact: true });

describe('Hearing the answer', () => {
  test('each sentence is said in a British voice with its pause after it', async () => {
    await open();
    await desk.ask('who is coming today');
    await stateIs('Finished');
    const [first, second, ...more] = await spokenIn(desk.page);
    expect([first?.text, second?.text, more]).toEqual(['Two visits.', 'Priya at half past eight this morning, and Sam at six this evening.', []]);
    expect(first).toMatchObject({ lang: 'en-GB', rate: 1 });
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(400);
  });

  test('a slower pace and a phone number in digits are honoured', async () => {
    await open();
    await desk.ask('who can I ring');
    await stateIs('Finished');
    expect((await spokenIn(desk.page)).map(({ text, rate }) => [text, rate])).toEqual([['You can ring the care line on 0 2 0', 0.85], ['7 9 4 6 .', 0.85]]);
  });

  test('what it says is awaited is shown when it has finished', async () => {
    await open();
    await desk.ask('I need someone for the garden');
    await stateIs('Waiting for an answer');
    expect(await button('Stop talking').isDisabled()).toBe(true);
  });

  test('stop silences it at once, and so does Escape', async () => {
    await open({ isEndless: true });
    for (const stop of [() => button('Stop talking').click(), () => desk.page.keyboard.press('Escape')]) {
      await desk.ask('I need someone for the garden');
      await stateIs('Speaking');
      const saidBefore = (await spokenIn(desk.page)).length;
      await stop();
      await stateIs('Waiting for an answer');
      expect((await spokenIn(desk.page)).length).toBe(saidBefore);
    }
    expect(await desk.page.evaluate<number>('window.cancels')).toBeGreaterThanOrEqual(2);
  });

  test('it can be heard again', async () => {
    await open();
    expect(await button('Say it again').isDisabled()).toBe(true);
    await desk.ask('who is coming today');
    await stateIs('Finished');
    await button('Say it again').click();
    await untilTrue(desk.page, 'window.spoken.length === 4');
  });

  test('sound turned off stays off when the page is opened again', async () => {
    await open();
    await button('Sound off').click();
    await desk.ask('who is coming today');
    await desk.page.reload();
    expect(await button('Sound off').getAttribute('aria-pressed')).toBe('true');
    await desk.ask('who is coming today');
    expect(await spokenIn(desk.page)).toEqual([]);
    await button('Sound off').click();
    await desk.ask('who is coming today');
    await untilTrue(desk.page, 'window.spoken.length === 2');
  });
});

describe('Talking instead of typing', () => {
  test('what was heard is asked, and a question opens the microphone', async () => {
    await open();
    await button('Talk').click();
    await stateIs('Listening to you');
    await earHears(desk.page, 'I need someone for the garden');
    await desk.turns.first().getByText('I found three').waitFor();
    await untilTrue(desk.page, 'window.ears.length === 2');
    expect(await button('Talk').getAttribute('aria-pressed')).toBe('true');
  });

  test('silence after a question brings the more helpful words, once', async () => {
    await open();
    await button('Talk').click();
    await earHears(desk.page, 'I need someone for the garden');
    await untilTrue(desk.page, 'window.ears.length === 2');
    await earFails(desk.page, 'no-speech');
    await stateIs('Waiting for an answer');
    expect((await spokenIn(desk.page)).at(-1)?.text).toBe('Say the first, the second or the third.');
    expect(await desk.page.evaluate('window.ears.length')).toBe(2);
  });

  test('a refused microphone says to type instead', async () => {
    await open();
    await button('Talk').click();
    await earFails(desk.page, 'not-allowed');
    expect(await desk.page.getByRole('alert').innerText()).toBe('The microphone cannot be used here. Please type instead.');
  });

  test('a browser that cannot listen shows no microphone and says why', async () => {
    await open({ isDeaf: true });
    expect(await button('Talk').count()).toBe(0);
    await desk.page.getByText('This browser cannot listen, so please type.').waitFor();
  });

  test('a browser that cannot speak says that answers are shown only', async () => {
    desk = await openDesk(browser, pages.origin, { prepare: (page) => page.addInitScript('Object.defineProperty(window, "speechSynthesis", { value: undefined })') });
    await desk.page.getByText('This browser cannot speak aloud').waitFor();
    await desk.ask('I need someone for the garden');
    await stateIs('Waiting for an answer');
  });
});
