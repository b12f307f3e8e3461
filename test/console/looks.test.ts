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
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { localDate } from '../../models/shared/index.ts';
import { openBrowser } from '../support/browser.ts';
import { until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof consoleWorld>>;
let axe: string;
beforeAll(async () => {
  [browser, world, axe] = await Promise.all([openBrowser(), consoleWorld(), readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')]);
  const alert = await world.house.raise('help-wanted');
  await until(() => world.house.find(alert.id), (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.house.close();
});

const shots = process.env['SHOTS'];
const seen: readonly (readonly [who: string, paths: readonly string[]])[] = [
  ['nobody', ['/sign-in', '/sign-in/code', '/accessibility']],
  ['margaret', ['/people/margaret', '/people/margaret/feedback', '/people/margaret/wellbeing', '/people/margaret/wellbeing/ons4', '/people/margaret/consent', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/visits-done', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['nobody', ['/sign-in', '/sign-in/code', '/work/sign-in', '/accessibility']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/requests/margaret-request-1/steps', '/people/margaret/requests/margaret-waiting-1/cancel', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/assistants', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/calendars', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/calendars', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/requests/margaret-request-1/steps', '/people/margaret/requests/margaret-waiting-1/cancel', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['susan', ['/home', '/board/pair', '/phone', '/people/joyce', '/people/margaret/messages', '/people/margaret/routines/new?like=before']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people/margaret/consent', '/people/margaret/consent/figures', '/people/margaret/leave', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/requests?why=more-asked', '/budget-changes', '/people/dev/budget/waiting', '/people/dev/budget', '/people/dev/requests', '/people/dev/requests/dev-waiting-2', '/people/dev/requests/dev-waiting-2/answer', '/people/margaret/requests/margaret-waiting-1/question', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people/margaret/consent', '/people/margaret/consent/figures', '/people/margaret/leave', '/people/margaret/goals', '/people/margaret/budget-settings', '/people/margaret/goals/seeing-people', '/people/margaret/goals/seeing-people/progress', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/calendars', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/jobs', '/people/margaret/jobs/new', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['adviser', ['/people', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/requests?why=more-asked', '/people/dev/requests', '/people/dev/requests/dev-waiting-2', '/people/dev/requests/dev-waiting-2/answer', '/people/margaret/requests/margaret-waiting-1/question', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people/margaret/consent', '/people/margaret/consent/figures', '/people/margaret/leave', '/people/margaret/goals', '/people/margaret/budget-settings', '/people/margaret/data', '/people/margaret/erase', '/erasures', '/people/margaret/goals/seeing-people', '/people/margaret/goals/seeing-people/progress', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/jobs', '/people/margaret/jobs/new', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['susan', ['/home', '/people/margaret/jobs?show=mine', '/people/margaret/jobs?show=ended', '/board/pair', '/phone', '/people/joyce', '/people/margaret/messages', '/people/margaret/routines/new?like=before']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people/margaret/consent', '/people/margaret/consent/figures', '/people/margaret/leave', '/people/margaret/goals', '/people/margaret/goals/seeing-people', '/people/margaret/goals/seeing-people/progress', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['margaret', ['/people/margaret', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/calendars', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/circle/invite/new', '/people/margaret/jobs', '/people/margaret/jobs/new', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account']],
  ['susan', ['/home', '/invitations', '/people/margaret/leave-circle', '/people/margaret/jobs?show=mine', '/people/margaret/jobs?show=ended', '/board/pair', '/phone', '/people/joyce', '/people/margaret/messages', '/people/margaret/routines/new?like=before']],
  ['adviser', ['/people', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/requests?why=more-asked', '/people/dev/requests', '/people/dev/requests/dev-waiting-2', '/people/dev/requests/dev-waiting-2/answer', '/people/margaret/requests/margaret-waiting-1', '/people/margaret/requests/margaret-waiting-1/question', '/people/margaret/requests/margaret-waiting-1/part', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people/margaret/consent', '/people/margaret/consent/figures', '/people/margaret/leave', '/people/margaret/goals', '/people/margaret/feedback', '/people/margaret/wellbeing', '/people/margaret/goals/seeing-people', '/people/margaret/goals/seeing-people/progress', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/providers', '/providers/kindly-care', '/people/margaret/visits', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['adviser', ['/people', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/requests?why=more-asked', '/people/dev/requests', '/people/dev/requests/dev-waiting-2', '/people/dev/requests/dev-waiting-2/answer', '/people/margaret/requests/margaret-waiting-1', '/people/margaret/requests/margaret-waiting-1/question', '/people/margaret/requests/margaret-waiting-1/part', '/people/margaret/requests/margaret-request-1/steps', '/people/margaret/requests/margaret-request-2/steps', '/people/margaret/requests/margaret-request-2/cancel', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['nobody', ['/sign-in', '/sign-in/code', '/accessibility', '/work/sign-in']],
  ['margaret', ['/people/margaret', '/people/margaret/feedback', '/people/margaret/wellbeing', '/people/margaret/wellbeing/ons4', '/people/margaret/consent', '/people/margaret/routines', '/people/margaret/routines/new?like=tablets', '/people/margaret/alerts', '/people/margaret/circle', '/people/margaret/circle/susan', '/people/margaret/budget', '/people/margaret/requests', '/people/margaret/services', '/people/margaret/services?need=gardening', '/people/margaret/services?words=zzzz', '/people/margaret/services/ideas', '/people/margaret/services/compare?id=aeb76add-f250-51d0-bea9-12a3d0a6ad59&id=1eaf2519-527a-5d50-b012-17c7b96e6430', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/people/margaret/services/aeb76add-f250-51d0-bea9-12a3d0a6ad59/ask', '/people/margaret/speech', '/people/margaret/devices', '/people/margaret/screens', '/people/margaret/phrases', '/account', '/people/margaret/requests/margaret-request-1/steps', '/people/margaret/requests/margaret-waiting-1/cancel', '/people/margaret/jobs', '/people/margaret/jobs/new']],
  ['susan', ['/home', '/board/pair', '/phone', '/people/joyce', '/people/margaret/messages', '/people/margaret/routines/new?like=before', '/people/margaret/jobs?show=mine', '/people/margaret/jobs?show=ended']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people/margaret/consent', '/people/margaret/consent/figures', '/people/margaret/leave', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes', '/requests?why=more-asked', '/people/dev/requests', '/people/dev/requests/dev-waiting-2', '/people/dev/requests/dev-waiting-2/answer', '/people/margaret/requests/margaret-waiting-1/question', '/people/margaret/goals', '/people/margaret/goals/seeing-people', '/people/margaret/goals/seeing-people/progress', '/people/margaret/requests/margaret-waiting-1', '/people/margaret/requests/margaret-waiting-1/part', '/people/margaret/feedback', '/people/margaret/wellbeing', '/providers', '/providers/kindly-care', '/people/margaret/visits', '/people/margaret/requests/margaret-request-1/steps', '/people/margaret/requests/margaret-request-2/steps', '/people/margaret/requests/margaret-request-2/cancel']],
  ['adviser', ['/people', '/people/new', '/people/margaret/about', '/people/margaret/set-up', '/people?name=marg', '/catalogue', '/catalogue?show=stale', '/catalogue/providers', '/providers', '/providers/kindly-care', '/achieved', '/achieved/use', '/achieved/understood?weeks=13', '/achieved/alerts', '/achieved/requests?weeks=52', '/achieved/outcomes', '/achieved/fairness', '/achieved/report?weeks=13', '/people/margaret/visits', '/catalogue/aeb76add-f250-51d0-bea9-12a3d0a6ad59', '/requests', '/people/margaret/rehearse?from=2026-12-01&off=yes']],
  ['approver', ['/people/margaret/budget/change', '/people/dev/budget/waiting']],
  ['auditor', ['/people/margaret/audit']],
  ['margaret', ['/people/margaret/told/susan']],
  ['auditor', ['/people/dev/visits-done', '/people/margaret/audit']],
  ['administrator', ['/care-workers', '/care-workers/kindly-care', '/people/margaret/visit-code']],
  ['priya', ['/work', '/work?for=sam', '/work/visits/dev/dev-morning@{today}']],
  ['desk', ['/desk', '/rules', '/rules/visit-late', '/rules/budget-low?find=dev', '/rules/help-wanted', '/rules/visit-late?person=margaret', '/rules/visit-late/versions', '/rules/reach']],
];
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
    for (const path of paths.map((each) => each.replace('{today}', localDate(world.house.clock(), 'Europe/London')))) {
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
