// Promise: how somebody is spoken to, when, and how often, is set on one page that says what it does, and refuses kindly what would leave them without news.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const path = '/people/margaret/speech';
const passport = async () => (await world.house.services.records.byPerson(harrow, margaret))!.household.passport;
const usual = { pace: '100', pause: '300', length: '3', interruptions: '6', answers: 'open', quietFrom: '', quietTo: '' };

describe('quiet hours and interruptions', () => {
  test('are as the council has them until the person says otherwise, and can be so again', async () => {
    const own = await world.as('margaret');
    expect((await own.get(path)).text).toContain('Leave both empty for the council’s hours, 9pm to 7:30am.');
    expect((await own.post(path, { ...usual, quietFrom: '20:00', quietTo: '08:30', interruptions: '2' })).location).toBe(`${path}?said=kept`);
    expect(await passport()).toMatchObject({ quietHours: { from: '20:00', to: '08:30' }, interruptionsADay: 2 });
    const { html, text } = await own.get(path);
    expect(html).toMatch(/name="quietFrom" type="time" value="20:00"[\s\S]*name="quietTo" type="time" value="08:30"/);
    expect(text).toContain('There is a routine in the quiet hours, at 8am. A question waits until they are over, and what is only said is not said that day.');
    expect(text).toContain('What is urgent comes at any hour.');
    await own.post(path, usual);
    expect(await passport()).not.toHaveProperty('quietHours');
  });

  test.each([
    [{ quietFrom: '21:00' }, 'Enter both times, or leave both empty'],
    [{ quietFrom: '21:00', quietTo: '21:00' }, 'Enter another time than the first'],
    [{ quietFrom: '08:00', quietTo: '23:00' }, 'Quiet is at most 14 hours'],
    [{ quietFrom: '<script>alert(1)</script>', quietTo: '"><img src=x onerror=alert(1)>' }, 'Enter a time, like 21:00'],
    [{ quietFrom: '24:00', quietTo: '07:00' }, 'Enter a time, like 21:00'],
    [{ interruptions: '21' }, 'Enter a number from 0 to 20'],
    [{ interruptions: '3 or 4' }, 'Enter a number from 0 to 20'],
    [{ interruptions: '' }, 'Enter a number from 0 to 20'],
  ])('as %j are refused, and what was typed stays', async (form, message) => {
    const page = await (await world.as('susan')).post(path, { ...usual, ...form });
    expect([page.status, page.text.includes(message)]).toEqual([400, true]);
    expect(page.html).not.toMatch(/<script>alert|<img src=x/);
    for (const [field, typed] of Object.entries(form).filter(([, value]) => /^[\d:]+$/.test(value))) expect(page.html).toMatch(new RegExp(`name="${field}"[^>]* value="${typed}"`));
  });
});
