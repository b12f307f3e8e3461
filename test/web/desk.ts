// Opens the desk speaker in a real browser and gives its parts the names a person would use.
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 }, tv: { width: 1920, height: 1080 } } as const;

/** The page, open; `prepare` runs before anything loads. Any error in the page's own script fails the test at `close`. */
export async function openDesk(browser: Browser, origin: string, { size = 'desktop', prepare }: { size?: keyof typeof sizes; prepare?: (page: Page) => Promise<unknown> } = {}) {
  const page = await browser.newPage({ viewport: sizes[size], reducedMotion: 'reduce' });
  page.setDefaultTimeout(5000);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()); });
  await prepare?.(page);
  await page.goto(`${origin}/speaker`);
  const field = page.getByLabel('Say or type what you would ask');
  const turns = page.getByRole('log').getByRole('article');
  return {
    page, field, turns,
    state: page.getByRole('status'),
    async ask(words: string) {
      const before = await turns.count();
      await field.fill(words);
      await field.press('Enter');
      await turns.nth(before).waitFor();
    },
    fieldHasFocus: () => page.evaluate<boolean>('document.activeElement.id === "text"'),
    choose: (name: string) => page.getByRole('radio', { name }).check(),
    async close() {
      await page.close();
      expect(errors).toEqual([]);
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
