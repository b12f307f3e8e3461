// Promise: staff add a calendar by its address and say whose it is, see what it brought and what went wrong, have it looked at or stop it; its address is shown to nobody again, and is in no address of ours.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rotaCalendarStore } from '../../lambda/store/rota-calendar-rows.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let okafor: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  okafor = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const [list, add] = ['/visits-in/calendars', '/visits-in/calendars/new'];
const secret = 'https://rota.example.org/clients/a-secret-7f3a9c4e-k3f9';
const calendars = async () => (await rotaCalendarStore(world.house.table).all(harrow)).map(({ calendar }) => calendar);
const added = async () => (await calendars()).find(({ secretAddress }) => secretAddress === secret);

describe('the list', () => {
  test('says of each calendar whose it is, when it was read, what it brought and what went wrong', async () => {
    const { text, html } = await okafor.get(list);
    expect(text).toMatch(/Kindly Care rota, calendar 1 .*rota\.kindly-care\.example\/…4e63… .*Margaret Ellis .*14 visits\. Nothing was new\. 1 visit that was there before is missing, and not cancelled\. Rows not taken 1/);
    expect(text).toMatch(/Kindly Care rota, calendar 2 .*Whoever it is named for.*Not yet\. Longer ago than 24 hours .*There is no calendar at this address any more\. Ask the agency for the address it is at now\. Found so .*first /);
    expect(html).not.toContain('5d1f0c7e2b9a4e63');
    expect((await okafor.get('/visits-in')).text).toMatch(/Calendars that are read : 2 calendars, 1 of them with something wrong/);
  });

  test('an auditor sees it, and can change nothing', async () => {
    const auditor = await world.as('auditor');
    expect((await auditor.get(list)).text).not.toMatch(/Look now|Stop reading|Add a calendar/);
    expect((await auditor.get(add)).status).toBe(404);
    expect((await auditor.post(list, { do: 'stop', calendar: 'kindly-care-calendar-1' })).status).toBe(404);
    expect(await calendars()).toHaveLength(2);
  });
});

describe('a calendar', () => {
  const form = { source: 'kindly-care-rota', address: secret, whose: 'person', words: 'dev' };
  test.each([
    [{ ...form, address: 'http://rota.example.org/x' }, 'ask the agency for one that begins with https'], [{ ...form, address: '<b>x' }, 'Enter the whole address of the calendar'], [{ ...form, source: 'none' }, 'Choose which source it is of'], [{ ...form, whose: '' }, 'Choose whose calendar it is'],
    [{ ...form, words: '' }, 'Enter a name, or the council’s number'], [{ ...form, person: 'nobody-here' }, 'Choose who it is'], [{ ...form, person: 'a#b' }, 'Choose who it is'], [{ ...form, person: 'margaret' }, 'A calendar of this source is read for them already'],
    [{ ...form, whose: 'name', address: 'https://rota.kindly-care.example/client/5d1f0c7e2b9a4e63/rota.ics' }, 'This calendar is read already'],
  ])('%j is refused with how to mend it, and what was typed stays', async (sent, words) => {
    const answer = await okafor.post(add, sent);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(words)]);
    expect(answer.html).toContain(`value="${sent.address.replace('<', '&lt;').replace('>', '&gt;')}"`);
    expect(await calendars()).toHaveLength(2);
  });

  test('is added once somebody is chosen, looked at when asked, and stopped; its address is in no address of ours, and is not shown again', async () => {
    // No script of ours opens what a radio button hides.
    expect((await okafor.get(add)).html).not.toContain('radios__conditional');
    const people = { ...form, words: 'zzz' };
    expect((await okafor.post(add, people)).text).toContain('Nobody here has the name or number “zzz”');
    const chosen = await okafor.post(add, form);
    expect(chosen.text).toMatch(/Whose calendar is it\?/);
    expect(chosen.html).toMatch(/name="person" type="radio" value="dev"/);
    const kept = await okafor.post(add, { ...form, person: 'dev' });
    expect(kept).toMatchObject({ status: 303, location: '/visits-in/calendars?said=calendar-added' });
    const calendar = (await added())!;
    expect(calendar).toMatchObject({ sourceId: 'kindly-care-rota', number: 3, personId: 'dev', addedBy: 'staff:okafor' });
    expect(calendar.nextAt).toBeLessThanOrEqual(world.house.clock());
    const shown = await okafor.get(list);
    expect(shown.text).toMatch(/Kindly Care rota, calendar 3 Address rota\.example\.org\/…k3f9… .*Not yet Next look Within a minute/);
    expect(shown.html).not.toContain('secret-7f3a');
    await rotaCalendarStore(world.house.table).keep(harrow, { ...calendar, nextAt: (calendar.nextAt + 3_600_000) as never }, 1);
    expect((await okafor.post(list, { do: 'look-now', calendar: calendar.id })).location).toMatch(/said=calendar-asked$/);
    expect((await added())!.nextAt).toBeLessThanOrEqual(world.house.clock());
    expect((await okafor.post(list, { do: 'stop', calendar: calendar.id })).location).toMatch(/said=calendar-stopped$/);
    expect(await added()).toBeUndefined();
    expect((await okafor.post(list, { do: 'look-now', calendar: calendar.id })).text).toContain('That calendar is not read any more');
    expect((await okafor.post(list, { do: 'x', calendar: 'a#b' })).status).toBe(400);
    expect((await okafor.post(add, { ...form, whose: 'name' })).location).toMatch(/said=calendar-added$/);
    expect(await added()).not.toHaveProperty('personId');
  });
});
