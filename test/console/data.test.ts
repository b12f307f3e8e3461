// Promise: somebody can read and take all that is held about them, and nobody else's family can; a record is erased by two people once its person has left, with a proof that stays.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personId } from '../../models/shared/index.ts';
import { readable } from '../../web/console/data-words.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let okafor: Browser;
let lund: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  [okafor, lund] = [await world.as('adviser'), await world.as('approver')];
}, 60_000);
afterAll(async () => { await world.house.close(); });

describe('everything held', () => {
  test('is read by the person in words, from who they are to each money line', async () => {
    const own = await world.as('margaret');
    expect((await own.get('/people/margaret/data')).text).toMatch(/What How many Who you are, how you are spoken to, your circle and consent 1 .*Money, line by line \d\d/);
    const { status, text } = await own.get('/people/margaret/data/readable');
    expect(status).toBe(200);
    for (const held of ['Full: Margaret Ellis', 'Susan', 'getting out and seeing people', 'Amount pence: £18', 'Sent at:', 'Lunch on Sunday', 'Satisfied: 4']) expect([held, text.includes(held)]).toEqual([held, true]);
    expect((await own.get('/people/margaret/audit')).text).toContain('Looked at all that is held');
  });

  test('is a file of every row for another program, without what opens something', async () => {
    const { headers, html } = await (await world.as('margaret')).get('/people/margaret/data.json');
    expect([headers.get('content-disposition'), headers.get('content-type')]).toEqual(['attachment; filename="everything-held.json"', expect.stringContaining('application/json')]);
    const file = JSON.parse(html) as { held: readonly { kind: string; rows: readonly { name: string; value: unknown }[] }[] };
    const ledger = await world.house.services.records.entries(harrow, personId('margaret'));
    expect(file.held.find(({ kind }) => kind === 'entry')?.rows.map(({ value }) => value)).toEqual(ledger);
    expect(file.held.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['spoken-household', 'wellbeing', 'alert', 'list', 'contact', 'speaker', 'sign-in', 'provider']));
    expect(html).not.toMatch(/"csrf": "(?!kept secret)/);
  });

  test('is for the person and for those who answer for it, not for family nor the care desk', async () => {
    for (const who of ['susan', 'ann', 'desk', 'auditor']) for (const end of ['data', 'data/readable', 'data.json', 'erase']) expect([who, end, (await (await world.as(who)).get(`/people/margaret/${end}`)).status]).toEqual([who, end, 404]);
    expect((await (await world.as('margaret')).get('/people/margaret/erase')).status).toBe(404);
    expect((await okafor.get('/people/joyce/data.json')).html).not.toMatch(/"(?:salt|hash)": "(?!kept secret)/);
  });

  test('keeps its words as text, whatever they are', async () => {
    const { html } = await okafor.get('/people/margaret/goals');
    const id = /goals\/([a-z-]+)\/progress/.exec(html)![1]!;
    const page = await (await world.as('margaret')).get(`/people/margaret/goals/${id}/progress`);
    await (await world.as('margaret')).post(`/people/margaret/goals/${id}/progress`, { id: /name="id" value="([^"]+)"/.exec(page.html)![1]!, words: '<img src=x onerror=alert(1)>' });
    expect((await okafor.get('/people/margaret/data/readable')).html).not.toContain('<img src=x');
  });
});

describe('erasing', () => {
  const erase = '/people/dev/erase';

  test('waits until the person has left', async () => {
    expect((await okafor.get(erase)).text).toContain('Nothing can be erased before Dev has left');
    expect((await okafor.post(erase, { do: 'ask', why: 'x' }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await okafor.get('/account')).html)![1]! })).text).toContain('They have to leave first');
    await okafor.post('/people/dev/leave', { why: 'moved', sure: 'yes' });
    expect((await okafor.get(erase)).text).toContain('It cannot be undone.');
  });

  test('is asked for with a reason, may be taken back, and is not agreed to by who asked', async () => {
    expect((await okafor.post(erase, { do: 'ask', why: ' ' })).text).toContain('Say why');
    await okafor.post(erase, { do: 'ask', why: 'He wrote on 3 March' });
    expect((await okafor.get(erase)).text).toContain('Somebody else of the council has to agree');
    expect((await okafor.post(erase, { do: 'erase', typed: 'Dev Patel' })).text).toContain('Somebody else has to agree: you asked for it');
    expect((await lund.post(erase, { do: 'take-back' })).location).toBe(`${erase}?said=erasure-taken-back`);
    expect((await lund.get(erase)).text).toContain('Why it is to be erased');
  });

  test('happens when another types the name; the record is gone, the proof and the money stay', async () => {
    const entries = await world.house.services.records.entries(harrow, personId('dev'));
    await okafor.post(erase, { do: 'ask', why: 'He wrote on 3 March' });
    expect((await lund.post(erase, { do: 'erase', typed: 'dev' })).text).toContain('Type their full name just as it is shown');
    const done = await lund.post(erase, { do: 'erase', typed: 'Dev Patel' });
    expect(done.location).toMatch(/^\/erasures\/.*said=erased$/);
    const { text } = await lund.get(done.location!);
    expect(text).toMatch(new RegExp(`Asked for by Council staff, okafor .*Agreed to by Council staff, lund .*Removed .*${entries.length} money lines, without their words, until`));
    expect(await world.house.services.records.byPerson(harrow, personId('dev'))).toBeUndefined();
    expect((await lund.get('/people/dev')).status).toBe(404);
    expect((await (await world.as('auditor')).get('/erasures')).text).toMatch(/dev Council staff, lund Erased/);
    expect((await (await world.as('desk')).get('/erasures')).status).toBe(404);
    const kept = await world.house.services.records.entries(harrow, personId('dev'));
    expect([kept.map(({ amountPence, kind, on }) => [amountPence, kind, on]), JSON.stringify(kept).includes('Callum')]).toEqual([entries.map(({ amountPence, kind, on }) => [amountPence, kind, on]), false]);
  });

  test('that is done is not done again by sending the form once more', async () => {
    expect((await lund.post(erase, { do: 'erase', typed: 'Dev Patel' }, { csrf: 'x' })).status).toBe(404);
    expect((await lund.get('/erasures/..%2F..%2Fx')).status).toBe(404);
  });
});

test.each<readonly [string, unknown, unknown]>([
  ['amountPence', 1850, { label: 'Amount pence', text: '£18.50' }], ['sentAt', 1_796_112_000_000, { label: 'Sent at', text: '1 December 2026, 8am' }], ['isShort', false, { label: 'Is short', text: 'No' }], ['nothing', null, { label: 'Nothing', text: 'Nothing' }],
  ['list', [], { label: 'List', text: 'None' }], ['name', { full: 'A' }, { label: 'Name', text: 'Full: A' }], ['deep', { name: { full: 'A' }, list: Array.from({ length: 13 }, () => 'x') }, { label: 'Deep', parts: [{ label: 'Name', text: 'Full: A' }, expect.objectContaining({ label: 'List', parts: expect.anything() })] }], ['minutes', 45, { label: 'Minutes', text: '45' }],
])('%s %p is read as %o', (label, value, shown) => {
  expect(readable(label, value, 'Europe/London')).toEqual(shown);
});
