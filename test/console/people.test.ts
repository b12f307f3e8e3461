// Promise: whoever may adds a person once, is shown a likely double before, and sees what is still to do; who somebody is can be put right by them and by staff, and how they sign in by staff alone.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { maySameName } from '../../models/household/index.ts';
import { personId } from '../../models/shared/index.ts';
import { listedNow, listedPeople } from '../../lambda/store/listed-people.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let okafor: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  okafor = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const idIn = (html: string) => /name="id" value="([^"]+)"/.exec(html)![1]!;
const formId = async () => idIn((await okafor.get('/people/new')).html);
const household = async (id: string) => (await world.house.services.records.byPerson(harrow, personId(id)))?.household;
const about = { full: 'Winston Clarke', preferred: 'Winston', area: 'Wealdstone', phone: '07700 900 311', adviser: 'Mr Okafor' };
let winston = '';

describe('adding somebody', () => {
  test('keeps who they are, answers nothing private aloud yet, and leads to what is still to do', async () => {
    winston = await formId();
    const added = await okafor.post('/people/new', { ...about, id: winston, 'born-day': '9', 'born-month': '3', 'born-year': '1944', councilNumber: 'H-1044' });
    expect(added.location).toBe(`/people/${winston}/set-up?said=added`);
    expect(await household(winston)).toMatchObject({ name: { full: 'Winston Clarke', preferred: 'Winston' }, ownPhone: '07700900311', bornOn: '1944-03-09', councilNumber: 'H-1044', privacy: { answers: 'to-phone' }, circle: [], council: { adviser: 'Mr Okafor' } });
    const { text, html } = await okafor.get(added.location!);
    expect(text).toMatch(/1 of \d+ done\..*How they sign in .* Done Speaker .* To do Circle .* To do Budget .* To do/);
    for (const [, address] of html.matchAll(/class="govuk-link govuk-task-list__link" href="([^"]+)"/g)) expect([address, (await okafor.get(address!)).status]).toEqual([address, 200]);
    expect((await (await world.as('auditor')).get(`/people/${winston}/audit`)).text).toContain('Person added');
  });

  test('every page of somebody with nothing yet can be opened', async () => {
    for (const end of ['', '/routines', '/alerts', '/circle', '/messages', '/budget', '/requests', '/services', '/services/ideas', '/speech', '/devices', '/phrases', '/rehearse?from=2026-12-01']) expect([end, (await okafor.get(`/people/${winston}${end}`)).status]).toEqual([end, 200]);
  });

  test('the same form sent twice adds one person', async () => {
    expect((await okafor.post('/people/new', { ...about, id: winston })).location).toBe(`/people/${winston}/set-up?said=added`);
    expect((await household(winston))?.councilNumber).toBe('H-1044');
  });

  test('of a name that is there already says so first, and adds nobody before the yes', async () => {
    const id = await formId();
    const typed = { full: 'CLARKE, Winston Élie', area: 'Pinner', adviser: 'Mr Okafor', preferred: 'Win', id };
    const asked = await okafor.post('/people/new', typed);
    expect(asked.text).toMatch(/Is it one of these\? Nobody is added yet\. The name is like that of: Winston Clarke/);
    expect([idIn(asked.html), await household(id), asked.html.includes('value="Pinner"')]).toEqual([id, undefined, true]);
    expect((await okafor.post('/people/new', { ...typed, anyway: 'yes' })).location).toBe(`/people/${id}/set-up?said=added`);
  });

  test('lets them sign in by their own number at once', async () => {
    const one = world.browser();
    await one.post('/sign-in', { contact: '+447700900311' });
    await one.post('/sign-in/code', { code: /\b(\d{6})\b/.exec(world.house.codes.at(-1)!.words)![1]! });
    expect((await one.get('/home')).location).toBe(`/people/${winston}`);
  });

  test('takes no number that another signs in with', async () => {
    const page = await okafor.post('/people/new', { ...about, full: 'Edna Marsh', id: await formId() });
    expect([page.status, page.text.includes('Somebody else signs in with this number')]).toEqual([400, true]);
  });

  test.each([
    [{ full: ' ' }, 'Enter their full name'], [{ full: 'x'.repeat(81) }, 'at most 80 letters'], [{ area: '' }, 'Enter where they live'], [{ phone: '12' }, 'Enter a UK mobile number'], [{ phone: 'ring me' }, 'Enter a UK mobile number'], [{ email: 'a@b' }, 'Enter an e-mail address'],
    [{ adviser: '' }, 'Enter who at the council decides'], [{ 'born-day': '31', 'born-month': '2', 'born-year': '1944' }, 'Enter a day that is in the calendar'], [{ 'born-day': '1', 'born-month': '2', 'born-year': '2999' }, 'that has gone by'], [{ id: '../x' }, 'Send it once more'],
  ])('with %o adds nobody, and says how to mend it', async (change, message) => {
    const page = await okafor.post('/people/new', { ...about, phone: '', full: 'Nobody Atall', id: await formId(), ...change });
    expect([page.status, page.text.includes('There is a problem'), page.text.includes(message)]).toEqual([400, true, true]);
  });

  test('a name with markup, a line break or a formula in it comes back as text', async () => {
    const id = await formId();
    await okafor.post('/people/new', { ...about, phone: '', full: '<script>alert(1)</script>\r\n=HYPERLINK()', preferred: '"><b>', id });
    const { html } = await okafor.get(`/people/${id}`);
    expect([html.includes('<script>alert(1)'), html.includes('"><b>'), (await household(id))?.name.full]).toEqual([false, false, '<script>alert(1)</script> =HYPERLINK()']);
  });
});

describe('finding somebody', () => {
  test('by the council’s number too; those who have left only when they are asked for', async () => {
    await okafor.post('/people/dev/leave', { why: 'moved', sure: 'yes' });
    expect((await listedNow(world.house.table, harrow)).filter(({ hasLeft }) => hasLeft).map(({ personId: id }) => id)).toEqual(['dev']);
    const find = listedPeople(world.house.table, world.house.clock);
    expect((await find(harrow, 'h-1044')).map(({ name }) => name)).toEqual(['Winston Clarke']);
    expect((await okafor.get('/people?name=joyce&left=yes')).text).toContain('1 person. Joyce Bennett');
    await okafor.post('/people/dev/leave', { do: 'back' });
    expect((await listedNow(world.house.table, harrow)).some(({ hasLeft }) => hasLeft)).toBe(false);
  });
});

describe('putting right who somebody is', () => {
  const typed = { full: 'Margaret Ellis', preferred: 'Maggie', area: 'Harrow', phone: '', email: 'maggie@example.org', councilNumber: '77' };

  test('by staff changes the name everywhere, and the list', async () => {
    expect((await okafor.post('/people/margaret/about', typed)).location).toBe('/people/margaret/about?said=kept');
    expect(await household(margaret)).toMatchObject({ name: { preferred: 'Maggie' }, ownEmail: 'maggie@example.org', councilNumber: '77', area: { name: 'Harrow', latitude: 51.5802 } });
    expect((await okafor.get('/people/margaret')).text).toContain('Maggie');
    await okafor.post('/people/margaret/about', { ...typed, area: 'Pinner' });
    expect((await household(margaret))?.area).toEqual({ name: 'Pinner' });
    for (const area of ['harrow', 'HA1', 'ha1 2ab']) {
      await okafor.post('/people/margaret/about', { ...typed, area });
      const place = (await household(margaret))!.area;
      expect([place.name, Math.abs(place.latitude! - 51.58) < 0.1, Math.abs(place.longitude! + 0.34) < 0.1]).toEqual([area, true, true]);
    }
  });

  test('by themselves leaves how they sign in as it is, and says whom to ring', async () => {
    const own = await world.as('margaret');
    expect((await own.get('/people/margaret/about')).text).toMatch(/How you sign in With maggie@example\.org\. To change this, ring Harrow Council on 020 7946 0001/);
    await own.post('/people/margaret/about', { ...typed, preferred: 'Margaret', email: 'thief@example.org', phone: '07700900999', councilNumber: '1' });
    expect(await household(margaret)).toMatchObject({ name: { preferred: 'Margaret' }, ownEmail: 'maggie@example.org', councilNumber: '77' });
  });

  test('is not for family, nor for the auditor; adding is for neither, nor for the person', async () => {
    for (const who of ['susan', 'ann', 'auditor', 'desk']) expect([who, (await (await world.as(who)).get('/people/margaret/about')).status, (await (await world.as(who)).get('/people/new')).status]).toEqual([who, 404, 404]);
    expect((await (await world.as('margaret')).get('/people/new')).status).toBe(404);
  });
});

test.each([
  ['Margaret Ellis', 'margaret ellis', true], ['Margaret Ellis', 'Ellis, Margaret Ann', true], ['José O’Brien', "Jose O'Brien", true], ['Margaret Ellis', 'Susan Ellis', false], ['Margaret', 'Margaret Ellis', false], ['Ali', 'ali', true], ['', 'Ali', false], ['ܐܒܐ', 'ܐܒܐ', true],
])('%j and %j may be one person: %s', (one, other, may) => {
  expect([maySameName(one, other), maySameName(other, one)]).toEqual([may, may]);
});
