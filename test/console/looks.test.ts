// Promise: every page of the console is free of barriers that a machine can find, on a phone and on a desk, with and without faults; light on the wire; and nothing put into a field comes back as anything but text.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { sessions } from '../../lambda/store/session-rows.ts';
import { visitRunStore } from '../../lambda/store/visit-run-rows.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { localDate, type CouncilId } from '../../models/shared/index.ts';
import { openBrowser } from '../support/browser.ts';
import { until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';
import { pages } from '../../web/console/pages.ts';
import { everyLook } from './every-look.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof consoleWorld>>;
let axe: string;
let waitingRun: string;
beforeAll(async () => {
  [browser, world, axe] = await Promise.all([openBrowser(), consoleWorld(), readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')]);
  waitingRun = (await visitRunStore(world.house.table).list(world.house.services.config.councilId as CouncilId))[0]!.id;
  const alert = await world.house.raise('help-wanted');
  await until(() => world.house.find(alert.id), (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.house.close();
});

const shots = process.env['SHOTS'];
/** By who looks, so that one page of the browser serves them all. */
const seen = [...Map.groupBy(everyLook, ([who]) => who)].map(([who, looks]) => [who, looks.map(([, path]) => path)] as const);
const overTheEdge = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const markup = new Map<string, string>();
const sizes = [['a phone', 360, 740], ['a desk', 1280, 900]] as const;

async function openAs(who: string, width: number, height: number, script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script, bypassCSP: script });
  if (who !== 'nobody') {
    const identity = madeUpIdentities.find(({ key }) => key === who)!.identity;
    await context.addCookies([{ name: 'my_care_session', value: await sessions(world.house.table).start(identity, world.house.clock()), url: world.house.origin }]);
  }
  return context.newPage();
}

const barriers = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))`);
};

describe.each(sizes)('on %s', (size, width, height) => {
  test.each(seen)('for %s nothing is in the way, and nothing runs over the edge', async (who, paths) => {
    const page = await openAs(who, width, height);
    for (const path of paths.map((each) => each.replace('{today}', localDate(world.house.clock(), 'Europe/London')).replace('{run}', waitingRun))) {
      const answer = await page.goto(world.house.origin + path, { waitUntil: 'load' });
      expect([path, answer?.status()]).toEqual([path, 200]);
      expect([path, await barriers(page)]).toEqual([path, []]);
      markup.set(`${who} ${path}`, await answer?.text() ?? '');
      // 1,280 pixels at 200% and at 400%, and the spacing of letters that WCAG 1.4.12 asks for.
      const widths = size === 'a phone' ? [width, 320, 640] : [width];
      for (const wide of widths) {
        await page.setViewportSize({ width: wide, height });
        expect([path, wide, await page.evaluate<number>(overTheEdge)]).toEqual([path, wide, 0]);
      }
      if (size === 'a phone') {
        const spacing = await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }' });
        await page.setViewportSize({ width: 320, height });
        expect([path, 'spaced', await page.evaluate<number>(overTheEdge)]).toEqual([path, 'spaced', 0]);
        await spacing.evaluate((style) => { (style as unknown as { remove(): void }).remove(); });
      }
      await page.setViewportSize({ width, height });
      if (shots !== undefined) {
        mkdirSync(shots, { recursive: true });
        const shot = (how: string) => page.screenshot({ path: join(shots, `${how}${path.replaceAll(/[^a-z0-9]+/gi, '_')}.png`), fullPage: true });
        await shot(size.replace(' ', '-'));
        if (size === 'a desk') {
          await page.emulateMedia({ media: 'print' });
          await shot('print');
          await page.emulateMedia({ media: 'screen', forcedColors: 'active', colorScheme: 'dark' });
          await shot('forced');
          await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
        }
      }
    }
    await page.context().close();
  }, 120_000);
});

const hasJava = spawnSync('java', ['-version']).status === 0;
(hasJava ? test : test.skip)('the markup of every page is valid, by the Nu checker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-markup-'));
  const files = [...markup].map(([name, html]) => {
    const file = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '_')}.html`);
    writeFileSync(file, html);
    return file;
  });
  expect(files.length).toBeGreaterThan(20);
  const { stderr } = spawnSync('java', ['-jar', createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar'), '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly { readonly type: string; readonly url: string; readonly message: string; readonly extract?: string }[] };
  expect(messages.filter(({ type }) => type === 'error').map(({ url, message, extract }) => `${url.split('/').at(-1) ?? ''}: ${message} ${extract ?? ''}`)).toEqual([]);
}, 120_000);

test('a form with faults has its summary, leads to the fields, and is free of barriers too', async () => {
  const page = await openAs('margaret', 360, 740);
  await page.goto(`${world.house.origin}/people/margaret/routines/new?like=tablets`);
  await page.getByLabel('What is asked, word for word').fill('Take two tablets');
  await page.getByLabel('At what time').fill('23:30');
  await page.getByRole('button', { name: 'Ask Margaret and keep it' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await page.title()).toMatch(/^Error: /);
  await page.getByRole('link', { name: /never say what to take/ }).click();
  expect(await page.evaluate('document.activeElement?.id')).toBe('words');
  await page.context().close();
}, 60_000);

test('without scripts everything is still done: a request for a routine goes through by keyboard alone', async () => {
  const page = await openAs('susan', 1280, 900, false);
  await page.goto(`${world.house.origin}/people/joyce/routines/new?like=well`);
  await page.getByLabel('What is asked, word for word').focus();
  for (let presses = 0; presses < 40 && !await page.getByRole('button', { name: 'Ask Joyce and keep it' }).evaluate((button) => button === button.ownerDocument.activeElement); presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('They are asked about it, and nothing happens before their yes.').waitFor();
  await page.context().close();
}, 60_000);

test('a page and all it needs weighs less than 150 kilobytes on the wire', async () => {
  const susan = await world.as('susan');
  let bytes = 0;
  for (const path of ['/people/margaret', '/assets/console.css', '/assets/council.css', '/assets/console.js', '/assets/icon.svg']) {
    const response = await fetch(world.house.origin + path, { headers: { Cookie: susan.cookie(), 'Accept-Encoding': 'gzip', Accept: '*/*' } });
    const length = response.headers.get('content-length');
    bytes += length === null ? (await response.arrayBuffer()).byteLength / 4 : Number(length);
  }
  expect(bytes).toBeLessThan(150_000);
});

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; DROP TABLE people;--", '{{7177*7177}}', '\u202Etxet', '${7177*7177}', '%00%0d%0aSet-Cookie:a=b'])('%j in a field comes back as text', async (hostile) => {
  const susan = await world.as('susan');
  await susan.post('/people/margaret/messages', { words: hostile });
  const page = await susan.get('/people/margaret/messages');
  expect(page.html).not.toMatch(/<script>alert|<img src=x|51509329/);
  const faulty = await susan.post('/people/margaret/routines/new', { does: 'question', words: hostile, at: hostile, days: hostile, tell: hostile, about: hostile, medicine: hostile });
  expect([faulty.status, /<script>alert|<img src=x/.test(faulty.html)]).toEqual([400, false]);
});

test('the desk hears of a change by itself', async () => {
  const page = await openAs('desk', 1280, 900);
  await page.goto(`${world.house.origin}/desk`);
  const before = Number(await page.locator('#desk-state').getAttribute('data-count'));
  await page.waitForTimeout(500);
  const alert = await world.house.raise('help-wanted');
  await until(() => world.house.find(alert.id), (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
  await page.waitForFunction(`Number(document.getElementById('desk-state').dataset.count) > ${before}`, undefined, { timeout: 15_000 });
  await page.context().close();
}, 60_000);

test('every page there is was looked at, but for files, doors that only lead on, and what is shown once', () => {
  const looked = everyLook.map(([, path]) => path.replace(/\?.*/, '').replace('{today}', 'x').replace('{run}', 'x'));
  const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`);
  const all = pages.map(({ path }) => path);
  const notLooked = all.filter((path) => !/\.(?:csv|svg|json)$/.test(path) && !looked.some((each) => patternOf(path).test(each)));
  // What was tried, and what was erased, is looked at below, once there is one.
  expect(notLooked).toEqual(['/sign-in/made-up', '/sign-in/staff', '/sign-in/return', '/rules/:kind/tried/:runId', '/erasures/:erasureId', '/work/at/:code'].toSorted((one, other) => all.indexOf(one) - all.indexOf(other)));
});

/** Pages that are there only once something was done: how one comes to each, and what it says then. */
const afterwards: readonly (readonly [who: string, path: string, go: (page: Page) => Promise<void>, says: string])[] = [
  ['adviser', '/people/margaret/devices', (page) => page.getByRole('button', { name: 'Get six digits' }).click(), 'Link a speaker'],
  ['margaret', '/people/margaret/calendars', (page) => page.getByRole('button', { name: 'Make an address' }).click(), 'A private calendar address'],
  ['margaret', '/people/margaret/assistants', async (page) => {
    await page.getByLabel('What to call it').fill('My tablet');
    await page.getByLabel('Say who comes and when').check();
    await page.getByRole('button', { name: 'Make a key' }).click();
  }, 'A key for an assistant'],
  ['margaret', '/people/margaret/screens', (page) => page.getByRole('button', { name: 'Add a Home Assistant instead' }).click(), 'They are shown this once'],
  ['administrator', '/care-workers/kindly-care', (page) => page.getByRole('button', { name: 'Make a new code' }).click(), 'This is the code of Kindly Care now.'],
  ['desk', '/rules/visit-late', (page) => page.getByRole('button', { name: 'Try it on last month' }).click(), 'tried on the last four weeks'],
  ['desk', '/desk', async (page) => {
    await page.getByText('Add a note').first().click();
    await page.getByRole('button', { name: 'Keep the note' }).first().click();
  }, 'There is a problem'],
  ['adviser', '/people/dev/leave', async (page) => {
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'End it now' }).click();
  }, 'There is a problem'],
  ['adviser', '/people/dev/leave', async (page) => {
    await page.getByRole('radio').first().check();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'End it now' }).click();
  }, 'They have left.'],
  ['adviser', '/people/dev/erase', async (page) => {
    await page.getByRole('textbox').first().fill('He wrote');
    await page.getByRole('button', { name: 'Ask for it to be erased' }).click();
  }, 'That is asked for.'],
  ['approver', '/people/dev/erase', (page) => page.getByRole('button', { name: 'Erase all of it now' }).click(), 'There is a problem'],
  ['approver', '/people/dev/erase', async (page) => {
    await page.getByRole('textbox').first().fill('Dev Patel');
    await page.getByRole('button', { name: 'Erase all of it now' }).click();
  }, 'This is the proof of it.'],
];

test('what is shown once, or comes of something that was done, is free of barriers and of what runs over the edge', async () => {
  for (const [who, path, go, says] of afterwards) {
    const page = await openAs(who, 320, 740);
    await page.goto(world.house.origin + path);
    await go(page);
    await page.getByText(says).first().waitFor();
    await page.waitForLoadState('load');
    expect([path, says, await barriers(page), await page.evaluate<number>(overTheEdge)]).toEqual([path, says, [], 0]);
    await page.context().close();
  }
}, 120_000);
