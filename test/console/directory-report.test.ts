// Promise: whoever keeps the catalogue sees what became of the council's feed when it was read last: what was used, used with doubts or refused, and why; hostile words come back as text.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepDirectoryReport } from '../../lambda/store/directory-report-rows.ts';
import { instant } from '../../models/shared/index.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const path = '/catalogue/last-read';

test('the directory of the demonstration tells what was doubtful in it', async () => {
  const lund = await world.as('administrator');
  expect((await lund.get('/catalogue')).html).toContain(`href="${path}"`);
  expect((await lund.get(path)).text).toMatch(/from a file\. Services in the directory from it \d+ Used \d+ Used with doubts \d+ Kept as they were 0 Refused \d+ Not in it any more 0/);
});

test('a feed that could not be read leaves the directory as it was, and says since when; what was refused can be sent on as a file', async () => {
  const lund = await world.as('administrator');
  await keepDirectoryReport(world.house.table, harrow, {
    at: instant(Date.parse('2026-12-01T03:15:00Z')), from: 'https://services.harrow.example/v3', outcome: 'not-fetched', why: 'page 2 could not be read: it answered 500', services: 0, gone: 0, counts: { used: 0, doubtful: 1, kept: 0, refused: 120 },
    records: [...Array.from({ length: 120 }, (_, number) => ({ id: `s-${number}`, name: number === 0 ? '<script>x</script>' : '=cmd()', outcome: 'refused', words: 'has no name' } as const)), { id: 'd', outcome: 'used-with-doubts', words: 'minimum_age is -1' }],
  });
  const { text, html } = await lund.get(path);
  expect(text).toMatch(/Read 1 December 2026, 3:15am, from https:\/\/services\.harrow\.example\/v3\. The feed could not be read: page 2 could not be read: it answered 500\. The directory stands as it was, as read .*Services taken None .*Used with doubts 1 .*Refused 120/);
  expect(html).toContain('&lt;script&gt;x&lt;/script&gt;');
  expect(html).not.toContain('<script>x');
  expect((await lund.get(`${path}?page=2`)).text).toMatch(/Used with doubts minimum_age is -1/);
  for (const page of ['0', '99', 'x', '-1']) expect((await lund.get(`${path}?page=${page}`)).status).toBe(200);
  const lines = (await lund.get(`${path}.csv`)).html.split('\r\n');
  expect([lines.length, lines[0], lines[2]]).toEqual([123, 'Record,Name,What became of it,Why', expect.stringMatching(/^s-1,'=cmd\(\),Refused,has no name$/)]);
});

test('nobody else sees it', async () => {
  for (const who of ['margaret', 'susan', 'auditor']) expect((await (await world.as(who)).get(path)).status).toBe(404);
});
