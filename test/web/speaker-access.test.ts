// Promise: nobody is shut out of the desk speaker by their eyes, their hands or the width of their screen.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openDesk, sizes, type Desk } from './desk.ts';
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

describe('For everybody', () => {
  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('no barrier is found by axe on a %s', async (size) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const problems = async () => {
      await desk.page.evaluate(axe);
      return desk.page.evaluate<string[]>(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))`);
    };
    desk = await openDesk(browser, pages.origin, { size });
    expect(await problems()).toEqual([]);
    for (const device of ['Speaker', 'Screen', 'Television']) {
      await desk.choose(device);
      await desk.ask('I need someone for the garden');
      await desk.page.getByText('Understood as').last().click();
      expect(await problems()).toEqual([]);
    }
    await desk.page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await problems()).toEqual([]);
    for (const path of ['/start', '/nowhere']) {
      await desk.page.goto(pages.origin + path);
      expect(await problems()).toEqual([]);
    }
  });

  test.each([['phone', 320], ['desktop', 1280], ['tv', 1920]] as const)('nothing runs off the side of a %s', async (_, width) => {
    desk = await openDesk(browser, pages.origin);
    await desk.page.setViewportSize({ width, height: 700 });
    await desk.choose('Screen');
    await desk.ask(`I need someone for the garden ${'and'.repeat(60)}`);
    expect(await desk.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('everything that can be pressed is big enough for a shaky finger', async () => {
    desk = await openDesk(browser, pages.origin, { size: 'phone' });
    await desk.choose('Television');
    await desk.ask('I need someone for the garden');
    const small = await desk.page.evaluate<string[]>(`[...document.querySelectorAll('main button, main input:not([type=hidden]), main summary')].filter((each) => { const { width, height } = each.getBoundingClientRect(); return width > 0 && (width < 24 || height < 24); }).map((each) => each.outerHTML)`);
    expect(small).toEqual([]);
  });
});
