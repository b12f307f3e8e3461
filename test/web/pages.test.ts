// Promise: every page is safe to open, says plainly what went wrong, and never passes for GOV.UK.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scriptedSpeaker } from './scripted-speaker.ts';
import { servePages, type ServedPages } from './serve-pages.ts';

let pages: ServedPages;
beforeAll(async () => { pages = await servePages(scriptedSpeaker({ elsewhere: () => Promise.reject(new Error('Margaret’s store is away')) })); });
afterAll(() => pages.close());
const get = (path: string, headers: Record<string, string> = {}) => fetch(pages.origin + path, { redirect: 'manual', headers });

describe('Opening the site', () => {
  test('the bare address leads to a page listing the others', async () => {
    expect((await get('/')).headers.get('location')).toBe('/start');
    expect(await (await get('/start')).text()).toContain('href="/speaker"');
  });

  test('whoever watches the server is told that it answers', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' });
  });

  test('styles, script and icon are served and always checked for freshness', async () => {
    for (const [path, type] of [['site.css', 'text/css'], ['speaker.css', 'text/css'], ['speaker/speaker.js', 'text/javascript'], ['icon.svg', 'image/svg+xml']] as const) {
      const { status, headers } = await get(`/assets/${path}`);
      expect({ status, type: headers.get('content-type')?.split(';')[0], cache: headers.get('cache-control') }).toEqual({ status: 200, type, cache: 'no-cache' });
    }
  });

  test('nothing else in the folders of the pages can be fetched', async () => {
    for (const path of ['/assets/app.ts', '/assets/speaker/speaker.ts', '/assets/speaker/../speaker.njk', '/assets/%2e%2e/package.json', '/assets/speaker/%2e%2e/speaker.njk']) expect((await get(path)).status).toBe(404);
  });
});

describe('Safety in the browser', () => {
  test('only our own scripts and styles may run', async () => {
    const { headers } = await get('/start');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('permissions-policy')).toContain('microphone=(self)');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('the one inline script is the template’s and its hash is right', async () => {
    const { headers } = await get('/start');
    const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
    const template = await readFile(join(govuk, 'dist/govuk/template.njk'), 'utf8');
    const script = /<script[^>]*>(.+?)<\/script>/s.exec(template)?.[1] ?? '';
    expect(headers.get('content-security-policy')).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  });

  test('no mark, letter or colour of GOV.UK is used', async () => {
    for (const path of ['/start', '/assets/site.css', '/assets/speaker.css', '/assets/icon.svg', '/nowhere']) {
      expect(await (await get(path)).text()).not.toMatch(/GDS Transport|GOV\.UK|crown|crest|#1d70b8|#0b0c0c/i);
    }
  });
});

describe('When something is wrong', () => {
  test('an address with nothing there says so kindly', async () => {
    const response = await get('/speakr');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/<h1>Page not found<\/h1>/);
  });

  test('a fault of ours is logged and its details are not shown', async () => {
    const response = await get('/speaker');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('Something went wrong at our end');
    expect(text).not.toMatch(/Margaret|store is away|at .*\.ts/);
    expect(pages.faults).toEqual(['page-failed']);
  });

  test('a script that asks is told in JSON', async () => {
    const response = await get('/speaker/elsewhere?person=nobody', { Accept: 'application/json' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'I do not know that person. Choose who is speaking from the page.' });
  });
});
