// Puts in the page, before its own script, a voice and an ear that a test can watch and work.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

interface Spoken { readonly text: string; readonly rate: number; readonly lang: string; readonly atMs: number }

/** A voice that says each sentence in 20 ms, or never finishes when `isEndless`; and an ear, unless `isDeaf`. */
export async function giveVoice(page: Page, { isEndless = false, isDeaf = false }: { isEndless?: boolean; isDeaf?: boolean } = {}): Promise<void> {
  await page.addInitScript(`
    window.spoken = []; window.cancels = 0; window.ears = [];
    window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => [{ lang: 'en-US', name: 'US', localService: true }, { lang: 'en-GB', name: 'GB', localService: true }],
      cancel() { window.cancels += 1; },
      speak(u) { window.spoken.push({ text: u.text, rate: u.rate, lang: u.lang, atMs: performance.now() }); if (!${isEndless}) setTimeout(() => u.dispatchEvent(new Event('end')), 20); },
    } });
    const Ear = class extends EventTarget {
      start() { window.ears.push(this); }
      stop() { this.dispatchEvent(new Event('end')); }
      hear(words) { this.dispatchEvent(Object.assign(new Event('result'), { results: [[{ transcript: words }]] })); this.stop(); }
      fail(error) { this.dispatchEvent(Object.assign(new Event('error'), { error })); this.stop(); }
    };
    window.SpeechRecognition = window.webkitSpeechRecognition = ${isDeaf} ? undefined : Ear;
  `);
}

export const spokenIn = (page: Page) => page.evaluate<Spoken[]>('window.spoken');
/** What the newest ear hears, or how it fails. */
export const earHears = (page: Page, words: string) => page.evaluate(`window.ears.at(-1).hear(${JSON.stringify(words)})`);
export const earFails = (page: Page, error: string) => page.evaluate(`window.ears.at(-1).fail(${JSON.stringify(error)})`);

/** Waits until this is true in the page. Asked again and again from outside: the page itself may not evaluate words. */
export async function untilTrue(page: Page, expression: string): Promise<void> {
  for (let tries = 0; !(await page.evaluate<boolean>(expression)); tries += 1) {
    if (tries === 100) throw new Error(`Never true in the page: ${expression}`);
    await pause(50);
  }
}
