// Promise: whoever may see money sees the four facts, why each sum is set aside, what could be taken back and when, and the statement a month at a time, on paper and in a file that no spreadsheet takes for formulas.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { leftPence, post, type NewEntry } from '../../models/budget/index.ts';
import { addDays, localDate, pence } from '../../models/shared/index.ts';
import { dateText, monthText } from '../../web/console/words.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const page = '/people/margaret/budget';
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const today = () => localDate(world.house.clock(), 'Europe/London');
async function posted(line: NewEntry): Promise<void> {
  const now = await record();
  const result = post(now.budget!, line, world.house.clock());
  if (result.kind !== 'posted') throw new Error(result.reason);
  await world.house.services.records.save(now, { idempotencyKey: line.id, at: world.house.clock(), budget: { after: result.budget, entries: result.entries }, audit: [] });
}

test('says what is left, set aside and why, paid out, and what could be taken back and when', async () => {
  const own = await world.as('margaret');
  const { text, html } = await own.get(page);
  expect(text).toMatch(/Left to use until \w+day \d+ \w+ \d{4} £184 Set aside for what was asked for £92 Paid out since [^£]+£\d+ May go back to the council £24, on \d+ \w+ \d{4}/);
  expect(text).toMatch(/£32 for foot care\s?\. Booked for \w+day \d+ \w+ \d{4}, reference amber two\. It is free again by itself on/);
  expect(html).toContain('href="/people/margaret/requests/margaret-request-2/steps"');
  expect(text).toMatch(/The council looks at this budget on \w+day .* What is left then above what may be kept could be taken back; nothing is before\. Up to 4 weeks’ money, £160, stays\. .* As it stands today that is £24\. If nothing more were used until then, it would be £\d+\./);
});

test('tells a month at a time: each begins with what was left before it, and the newest ends with what is left', async () => {
  const own = await world.as('margaret');
  const newest = await own.get(page);
  // On the first of a month nothing may have happened in it yet.
  const last = (await world.house.services.records.entries(harrow, margaret)).at(-1)!.on.slice(0, 7);
  expect(newest.text).toContain(`Statement for ${monthText(last)}`);
  expect(newest.text).toContain(`Left at the end of ${monthText(last)}: £184.`);
  const [, before] = /Left before [^:]+: (£[\d.,]+)\./.exec(newest.text)!;
  const earlier = /rel="prev" href="([^"]+)"/.exec(newest.html)![1]!;
  const month = await own.get(`${page}${earlier.replace('#statement', '')}`);
  expect(month.text).toMatch(new RegExp(`Left at the end of [^:]+: ${before!.replaceAll('.', '\\.')}\\.`));
  expect(month.html).toContain('rel="next"');
  for (const odd of ['2099-13', '..', '<script>', '']) expect((await own.get(`${page}?month=${encodeURIComponent(odd)}`)).text).toContain(`Statement for ${monthText(last)}`);
});

describe('the file', () => {
  test.each(['=1+1', '+44', '-2', '@SUM(A1)', '\tx', '"a",b'])('holds %j as text', async (what) => {
    await posted({ kind: 'spend', id: `odd-${what}`, amountPence: pence(1), what });
    const { html } = await (await world.as('margaret')).get(`${page}.csv`);
    const line = html.split('\r\n').findLast((each) => each.includes(what.replaceAll('"', '""')))!;
    expect(line).toMatch(/^\d+,\d{4}-\d\d-\d\d,Paid out,("?'|"")/);
  });

  test('has every line of the ledger, with what was left after each', async () => {
    const rows = (await (await world.as('margaret')).get(`${page}.csv`)).html.trim().split('\r\n');
    const entries = await world.house.services.records.entries(harrow, margaret);
    expect([rows.length, rows[0]]).toEqual([entries.length + 1, 'Number,Date,What happened,What for,Pounds,Pounds left to use after it']);
    expect(Number(rows.at(-1)!.split(',').at(-1))).toBe(leftPence((await record()).budget!) / 100);
  });
});

test('says so when the day to look at it has gone by, and when nothing is set aside', async () => {
  const now = await record();
  await world.house.services.records.save(now, { idempotencyKey: 'review-gone', at: world.house.clock(), budget: { after: { ...now.budget!, settings: { ...now.budget!.settings, reviewOn: addDays(today(), -3) } }, entries: [] }, audit: [] });
  const { text } = await (await world.as('margaret')).get(page);
  expect(text).toContain(`The council was to look at this budget on ${dateText(addDays(today(), -3))}, and has set no new day yet. What is above what may be kept could still be taken back.`);
  expect((await (await world.as('adviser')).get('/people/joyce/budget')).text).toContain('Nothing is set aside just now.');
});

test('is for nobody who may not know of money, and shows no way to requests to whoever may not know of them', async () => {
  for (const who of ['susan', 'ann', 'desk']) for (const end of ['', '.csv']) expect([who, (await (await world.as(who)).get(page + end)).status]).toEqual([who, 404]);
  const { household } = await record();
  const circle = household.circle.map((member) => (member.id === 'susan' ? { ...member, mayKnow: [...member.mayKnow, 'money' as const] } : member));
  await world.house.services.records.save(await record(), { idempotencyKey: 'susan-money', at: world.house.clock(), household: { ...household, circle }, audit: [] });
  const seen = await (await world.as('susan')).get(page);
  expect([seen.status, seen.text.includes('reference amber two'), seen.html.includes('/requests')]).toEqual([200, true, false]);
});
