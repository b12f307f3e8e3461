// Promise: whoever may can find a service for somebody, compare, and ask for it by the very rules of the voice: no money goes before they were shown the price and said yes, and the person hears who asked.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { leftPence } from '../../models/budget/index.ts';
import { addDays, councilId, localDate, type LocalDate } from '../../models/shared/index.ts';
import type { ServiceRequest } from '../../models/service-request/index.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const base = '/people/margaret/services';
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const left = async () => leftPence((await record()).budget!);
const newest = async (): Promise<ServiceRequest> => (await record()).requestBook.requests.at(-1)!;
const idOf = async (name: string) => [...(await world.house.services.directory(harrow)).byId.values()].find(({ service }) => service.name === name)!.service.id;
/** A Tuesday, so many weeks on; each test its own, so that none is taken for another’s asking. */
const tuesday = (weeks: number): LocalDate => {
  const today = localDate(world.house.clock(), 'Europe/London');
  return Array.from({ length: 7 }, (_, day) => addDays(today, 7 * weeks + day)).find((day) => new Date(day).getUTCDay() === 2)!;
};
const onDay = (day: LocalDate) => ({ 'on-year': day.slice(0, 4), 'on-month': day.slice(5, 7), 'on-day': day.slice(8) });
const hiddenIn = (html: string): Record<string, string> => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!]).filter(([name]) => name !== '_csrf'));
const askPage = async (name: string) => `${base}/${await idOf(name)}/ask`;
async function readBack(one: Browser, name: string, form: Readonly<Record<string, string>>) {
  const page = await one.post(await askPage(name), form);
  return { page, send: async (change: Readonly<Record<string, string>> = {}) => one.post(await askPage(name), { ...hiddenIn(page.html), do: 'send', ...change }) };
}

describe('the directory', () => {
  test('is looked through by need, each with its price, when, how far, who runs it and when it was checked', async () => {
    const susan = await world.as('susan');
    expect((await susan.get(base)).text).toContain('Help at home, getting about and advice');
    const { text } = await susan.get(`${base}?need=gardening`);
    expect(text).toMatch(/3 services.*Green Fingers.*£15 an hour Monday to Friday, 8am to 5pm/);
    expect(text).toMatch(/Harrow Helping Hands Free Voluntary Not approved/);
    expect(text).toContain('Last checked in');
  });

  test('is searched in a person’s own words; nothing found leads on', async () => {
    const susan = await world.as('susan');
    expect((await susan.get(`${base}?words=somebody+to+cut+the+grass`)).text).toContain('Green Fingers');
    expect((await susan.get(`${base}?words=zzzz&need=`)).text).toContain('Nothing was found. Look through all kinds of service');
    expect((await susan.get(`${base}?words=gardening&free=yes`)).text).toMatch(/1 service\. Harrow Helping Hands/);
    expect((await susan.get(`${base}?page=-7&need=%00&words=${'x'.repeat(5000)}`)).status).toBe(200);
  });

  test('says of a service what was not checked for three months', async () => {
    const { text } = await (await world.as('susan')).get(`${base}/${await idOf('Tech at Home')}`);
    expect(text).toMatch(/more than 3 months ago\. Ring first: it may have changed\./);
    expect(text).toContain('£25 an hour');
  });

  test('compares up to three, and says which is cheapest', async () => {
    const susan = await world.as('susan');
    const ids = await Promise.all(['Green Fingers', "Smith's Gardens", 'Harrow Helping Hands', 'Handy Fix'].map(idOf));
    const { text } = await susan.get(`${base}/compare?${ids.map((id) => `id=${id}`).join('&')}`);
    expect(text).toMatch(/These are the first 3.*Price £15 an hour £22 an hour Free Cheapest/);
    expect(text).not.toContain('Handy Fix');
    expect((await susan.get(`${base}/compare?id=${ids[0]}`)).text).toContain('Tick 2 or 3 services in a list');
  });

  test('gives the ideas the person would hear, with why, to those who may know what they ask for', async () => {
    const own = await world.as('margaret');
    expect((await own.get(`${base}/ideas`)).text).toContain('You told us you like singing');
    expect((await (await world.as('adviser')).get(`${base}/ideas`)).text).toContain('Margaret told us they like singing');
    expect((await own.get(base)).text).toContain('Ideas for Margaret');
    expect((await (await world.as('ann')).get(`${base}/ideas`)).status).toBe(404);
    expect((await (await world.as('ann')).get(base)).text).not.toContain('Ideas for Margaret');
  });
});

describe('asking on somebody’s behalf', () => {
  test('reads all of it back, moves no money before the yes, and then asks and sets aside; the person hears who asked and may take it back', async () => {
    const [okafor, before, count] = [await world.as('adviser'), await left(), (await record()).requestBook.requests.length];
    const { page, send } = await readBack(okafor, 'Green Fingers', { units: '1.5', ...onDay(tuesday(2)), part: 'morning' });
    expect(page.text).toMatch(/Check what you ask for What 1½ hours of gardening with Green Fingers When Tuesday \d+ \w+ \d{4}, in the morning/);
    expect(page.text).toContain(`Price £22.50 What would be left £${((before - 2250) / 100).toFixed(2)}`);
    expect(page.text).toContain('It is asked for at once, and £22.50 is set aside for it. Margaret is told that you asked, and can take it back for a day');
    expect([await left(), (await record()).requestBook.requests.length]).toEqual([before, count]);
    expect((await send()).location).toMatch(/said=asked-for$/);
    expect(await newest()).toMatchObject({ state: 'approved', costPence: 2250, units: 1.5, askedBy: { id: 'staff:okafor', name: 'Mr Okafor' }, history: [{ state: 'asked', by: 'Mr Okafor' }, { state: 'approved', by: 'rules' }] });
    expect(await left()).toBe(before - 2250);
    // The same page sent twice is the same asking.
    expect((await send()).location).toMatch(/said=asked-for$/);
    expect([await left(), (await record()).requestBook.requests.length]).toEqual([before - 2250, count + 1]);
    const { id } = await newest();
    const alert = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).find(({ kind, facts }) => kind === 'request-decided' && facts['requestId'] === id), (it) => it !== undefined);
    expect(alert?.facts).toMatchObject({ askedBy: 'Mr Okafor', what: 'gardening' });
    const own = await world.as('margaret');
    expect((await own.get('/people/margaret/alerts')).text).toContain('Mr Okafor asked for gardening with Green Fingers');
    expect((await own.get('/people/margaret/requests')).text).toContain('Asked for by Mr Okafor');
    expect((await (await world.as('auditor')).get('/people/margaret/audit')).text).toMatch(/asked for/i);
    const { ask, config } = world.house.services;
    const said = await ask(intentRequest('CancelThatIntent', {}, { applicationId: config.skillId, userId: deskAlexaId('margaret') }));
    expect(plainSpeech(said.response.outputSpeech?.type === 'SSML' ? said.response.outputSpeech.ssml : '')).toContain('I’ve cancelled gardening with Green Fingers, that Mr Okafor asked for.');
    expect(await left()).toBe(before);
  });

  test('over the limit it goes to the adviser with its reason, and nothing is set aside', async () => {
    const [own, before] = [await world.as('margaret'), await left()];
    const { page, send } = await readBack(own, 'Green Fingers', { units: '4', ...onDay(tuesday(3)) });
    expect(page.text).toContain('Why Mr Okafor decides Over the limit for a yes at once');
    expect(page.text).toMatch(/Mr Okafor is asked, and answers within \d+ working days\. Nothing is spent until the answer is yes\./);
    expect((await send()).location).toMatch(/said=adviser-asked$/);
    expect([(await newest()).state, (await newest()).askedBy, await left()]).toEqual(['needs-review', undefined, before]);
    expect((await record()).messageBook.wordLeft.at(-1)?.words).toBe('Margaret asks for 4 hours of gardening with Green Fingers.');
    expect((await (await world.as('adviser')).get('/requests')).text).toContain('Over the limit for a yes at once');
  });

  test('more than is left is said so, with what it is short, and the adviser may be asked', async () => {
    const okafor = await world.as('adviser');
    const { page } = await readBack(okafor, 'Green Fingers', { units: '40', ...onDay(tuesday(4)) });
    expect(page.text).toMatch(/There is not enough left for this: it is £[\d.,]+ short\./);
    expect(page.text).toContain('Find something that costs less');
    expect(page.text).toContain('More than is left');
  });

  test('the same a few minutes ago is questioned, and asked twice only by a second yes', async () => {
    const okafor = await world.as('adviser');
    const form = { units: '1', ...onDay(tuesday(5)) };
    await (await readBack(okafor, 'Green Fingers', form)).send();
    const [first, before] = [await newest(), await left()];
    const again = await (await readBack(okafor, 'Green Fingers', form)).send();
    expect([again.status, again.text.includes(`The same was asked for a few minutes ago. Its reference is ${first.reference}`), await left()]).toEqual([200, true, before]);
    expect((await okafor.get(await askPage('Green Fingers'))).text).toContain(`Margaret has this coming already: 1 hour of gardening with Green Fingers. The reference is ${first.reference}.`);
    expect((await okafor.post(await askPage('Green Fingers'), { ...hiddenIn(again.html), do: 'send' })).location).toMatch(/said=asked-for$/);
    expect(await left()).toBe(before - 1500);
  });

  test('at a price or an approval that changed since it was shown, nothing is asked before it is shown anew', async () => {
    const okafor = await world.as('adviser');
    const { send } = await readBack(okafor, 'Sparkle Cleaning', { units: '2', ...onDay(tuesday(6)) });
    const serviceId = await idOf('Sparkle Cleaning');
    const [before, count] = [await left(), (await record()).requestBook.requests.length];
    const changePage = `/catalogue/${serviceId}`;
    expect((await okafor.post(changePage, { version: '0', do: 'price', price: '16.50', unit: 'hour' })).location).toBe(`${changePage}?said=kept`);
    const stopped = await send();
    expect(stopped.text).toMatch(/Something changed since you were shown this, so nothing was asked\..*Price £33/);
    expect([await left(), (await record()).requestBook.requests.length]).toEqual([before, count]);
    expect((await okafor.post(await askPage('Sparkle Cleaning'), { ...hiddenIn(stopped.html), do: 'send' })).location).toMatch(/said=asked-for$/);
    expect([(await newest()).costPence, await left()]).toEqual([3300, before - 3300]);
  });

  test.each([
    [{ units: '' }, 'Enter how many hours, like 2'], [{ units: '1.3' }, 'Enter whole or half hours, at most 40'], [{ units: '-1' }, 'Enter whole or half hours'], [{ units: '1e9' }, 'at most 40'], [{ units: 'two' }, 'Enter whole or half hours'],
    [{ 'on-day': '31', 'on-month': '2' }, 'Enter a day that is in the calendar'], [{ 'on-year': '2020' }, 'Enter a day that has not gone by'], [{ 'on-day': '', 'on-month': '', 'on-year': '' }, 'Enter the day it is for'],
  ])('with %o nothing is read back: it says how to mend it, and keeps what was typed', async (change, message) => {
    const page = await (await world.as('adviser')).post(await askPage('Green Fingers'), { units: '2', ...onDay(tuesday(7)), ...change });
    expect([page.status, page.text.includes('There is a problem'), page.text.includes(message)]).toEqual([400, true, true]);
    for (const [name, typed] of Object.entries(change)) if (typed !== '') expect(page.html).toMatch(new RegExp(`name="${name}"[^>]* value="${typed}"`));
  });

  test('is not for a day on which the service is not there', async () => {
    const page = await (await world.as('adviser')).post(await askPage('Green Fingers'), { units: '2', ...onDay(addDays(tuesday(7), 5)) });
    expect(page.text).toContain('It is not there on that day. It is there Monday to Friday, 8am to 5pm');
  });

  test('what is free needs no money, and what comes round no day', async () => {
    const okafor = await world.as('adviser');
    const free = await readBack(okafor, 'Visiting Friends', { ...onDay(tuesday(8)) });
    expect(free.page.text).toContain('Price Free');
    expect((await free.send()).location).toMatch(/said=asked-for$/);
    expect((await newest()).costPence).toBe(0);
    const round = await readBack(okafor, 'Green Fingers', { units: '1', every: '2' });
    expect(round.page.text).toContain('1 hour of gardening with Green Fingers, every 2 weeks When On a day to be agreed');
  });

  test('only those may who may act on requests: not family without it, not the auditor, not another council', async () => {
    for (const who of ['susan', 'ann', 'auditor', 'desk']) {
      const one = await world.as(who);
      expect((await one.get(await askPage('Green Fingers'))).status).toBe(404);
      expect((await one.post(await askPage('Green Fingers'), { units: '1', ...onDay(tuesday(9)), do: 'send' }, { csrf: 'x' })).status).toBe(404);
      expect((await one.get(`${base}/${await idOf('Green Fingers')}`)).text).not.toContain('Ask for this');
    }
    const token = await sessions(world.house.table).start({ kind: 'staff', councilId: councilId('brent'), id: 'x', name: 'X', roles: ['adviser', 'administrator'] }, world.house.clock());
    // Here a sign-in of another council is none.
    const elsewhere = await fetch(`${world.house.origin}${await askPage('Green Fingers')}`, { redirect: 'manual', headers: { Cookie: `my_care_session=${token}` } });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/sign-in/)]);
  });

  test('family whom the person lets act on requests ask in their own name, and see no money they may not know of', async () => {
    const { household } = await record();
    const circle = household.circle.map((member) => (member.id === 'susan' ? { ...member, mayKnow: [...member.mayKnow, 'requests' as const], mayAct: [...member.mayAct, 'requests' as const] } : member));
    await world.house.services.records.save(await record(), { idempotencyKey: 'susan-may', at: world.house.clock(), household: { ...household, circle }, audit: [] });
    const susan = await world.as('susan');
    const { page, send } = await readBack(susan, 'Green Fingers', { units: '1', ...onDay(tuesday(10)) });
    expect([page.status, page.text.includes('Price £15'), page.text.includes('What would be left')]).toEqual([200, true, false]);
    await send();
    expect((await newest()).askedBy).toEqual({ id: 'carer:susan', name: 'Susan' });
  });
});
