// Promise: family set up what comes round, staff decide what was asked for, the desk closes what climbed to it, and whoever is stopped sees nothing from then on.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { leftPence, post, spend } from '../../models/budget/index.ts';
import { pence, personId } from '../../models/shared/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });
const record = async (person = margaret) => (await world.house.services.records.byPerson(harrow, person))!;

describe('a spoken request', () => {
  /** Asked for by voice: something the plan says nothing of, so that a person has to decide. */
  async function askedByVoice(what = 'piano lessons'): Promise<string> {
    const { ask, config } = world.house.services;
    const draft = { serviceId: what, serviceName: 'Harrow Music', providerName: 'Harrow Music', what, category: 'music', isProviderApproved: true, unit: 'hour', unitPence: 2000, units: 2, on: '2099-12-08' };
    await ask(intentRequest('AMAZON.YesIntent', {}, { applicationId: config.skillId, userId: deskAlexaId('margaret'), isNew: false, attributes: { council: harrow, person: margaret, misses: 0, pending: { kind: 'send-request', draft, toAdviser: true } } }));
    return (await record()).requestBook.requests.at(-1)!.id;
  }

  test('lands on the council’s screen, is agreed to, and its money is set aside', async () => {
    const id = await askedByVoice();
    const okafor = await world.as('adviser');
    expect((await okafor.get('/requests')).text).toContain('2 hours of piano lessons with Harrow Music £40 Not in the support plan');
    const before = leftPence((await record()).budget!);
    const page = await okafor.get(`/people/margaret/requests/${id}`);
    expect(page.text).toContain(`What would be left £${(before - 4000) / 100} of £${before / 100}`);
    const preview = await okafor.post(`/people/margaret/requests/${id}`, { decision: 'approve', do: 'preview' });
    expect(preview.text).toContain('Margaret will hear: The council has agreed to piano lessons with Harrow Music.');
    expect((await record()).requestBook.requests.at(-1)!.state).toBe('needs-review');
    const done = await okafor.post(`/people/margaret/requests/${id}`, { decision: 'approve' });
    expect([done.status, done.location]).toEqual([303, '/requests?said=agreed']);
    expect((await record()).requestBook.requests.at(-1)).toMatchObject({ state: 'approved', history: expect.arrayContaining([expect.objectContaining({ by: 'Mr Okafor' })]) });
    expect(leftPence((await record()).budget!)).toBe(before - 4000);
    expect((await okafor.get('/requests')).text).not.toContain('piano lessons');
    const alert = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).find(({ kind, facts }) => kind === 'request-decided' && facts['requestId'] === id), (found) => found !== undefined);
    expect(alert?.facts).toMatchObject({ what: 'piano lessons', state: 'approved' });
  });

  test('is not declined without a reason that can be read out, and what was typed is kept', async () => {
    const id = await askedByVoice('harp lessons');
    const okafor = await world.as('adviser');
    const faulty = await okafor.post(`/people/margaret/requests/${id}`, { decision: 'decline' });
    expect([faulty.status, faulty.text.includes('Enter the reason, in words that can be read out')]).toEqual([400, true]);
    const long = await okafor.post(`/people/margaret/requests/${id}`, { decision: 'decline', note: `<b>No</b> ${'x'.repeat(200)}` });
    expect([long.status, long.html.includes('&lt;b&gt;No&lt;/b&gt;')]).toEqual([400, true]);
    await okafor.post(`/people/margaret/requests/${id}`, { decision: 'decline', note: 'The plan is about getting out.' });
    expect((await record()).requestBook.requests.at(-1)).toMatchObject({ state: 'declined' });
    expect((await (await world.as('margaret')).get('/people/margaret/requests')).text).toContain('Reason The plan is about getting out.');
  });

  test('above £500 two have to agree, and only then is anything set aside', async () => {
    const id = await askedByVoice('organ lessons');
    const { records, clock } = world.house.services;
    const now = await record();
    const more = post(now.budget!, { kind: 'allocation', id: 'more', amountPence: pence(90_000), source: 'council', what: 'more' }, clock());
    if (more.kind !== 'posted') throw new Error(more.reason);
    const dear = { requests: now.requestBook.requests.map((request) => (request.id === id ? { ...request, costPence: pence(60_000) } : request)) };
    await records.save(now, { idempotencyKey: 'dear', at: clock(), requestBook: dear, budget: { after: more.budget, entries: more.entries }, audit: [] });
    const before = leftPence((await record()).budget!);
    const [okafor, lund] = [await world.as('adviser'), await world.as('approver')];
    const page = `/people/margaret/requests/${id}`;
    expect((await okafor.get(page)).text).toContain('Above £500 two people have to agree, and one of them has to be an approver.');
    expect((await okafor.post(page, { decision: 'approve' })).location).toBe('/requests?said=half-agreed');
    expect([(await record()).requestBook.requests.at(-1)!.state, leftPence((await record()).budget!)]).toEqual(['needs-review', before]);
    const again = await okafor.post(page, { decision: 'approve' });
    expect([again.status, again.text.includes('Somebody else has to agree as well')]).toEqual([400, true]);
    expect((await lund.get('/requests')).text).toContain('Mr Okafor agreed, a second has to');
    expect((await lund.get(page)).text).toContain('Mr Okafor has agreed.');
    expect((await lund.post(page, { decision: 'approve' })).location).toBe('/requests?said=agreed');
    expect([(await record()).requestBook.requests.at(-1)!.state, leftPence((await record()).budget!)]).toEqual(['approved', before - 60_000]);
  });
});

describe('a routine', () => {
  test('is made from a template, shown for fourteen days, and waits for the person’s yes', async () => {
    const susan = await world.as('susan');
    expect((await susan.get('/people/margaret/routines')).text).toContain('Make a routine');
    const fresh = await susan.get('/people/margaret/routines/new?like=eaten');
    expect(fresh.text).toContain('How it sounds: Have you had your dinner?');
    const form = { does: 'question', about: 'whether they have had their dinner', medicine: '', words: 'Have you had your dinner?', at: '13:00', days: '1', tell: 'susan' };
    const shown = await susan.post('/people/margaret/routines/new', { ...form, do: 'preview' });
    expect((shown.html.match(/Monday \d+ \w+ \d{4}, 1pm/g) ?? []).length).toBe(2);
    const kept = await susan.post('/people/margaret/routines/new', form);
    expect(kept.location).toBe('/people/margaret/routines?said=asked');
    expect((await susan.get('/people/margaret/routines')).text).toContain('Waiting for Margaret’s yes');
    const asked = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).find(({ kind }) => kind === 'routine-consent'), (found) => found !== undefined);
    expect(asked?.facts).toMatchObject({ setByName: 'Susan', about: 'whether they have had their dinner' });
  });

  test.each([
    [{ words: 'Take two tablets now.' }, 'It may ask, but never say what to take or how much.'], [{ words: 'Have you eaten' }, 'A question ends with a question mark.'], [{ at: '23:30' }, 'Between nine at night and seven in the morning'],
    [{ at: 'soon' }, 'Enter a time, like 08:30'], [{ words: '' }, 'Enter what is to be said'], [{ words: `${'a'.repeat(121)}?` }, '120 letters at most'],
  ])('with %o it is not kept, and says how to mend it', async (change, message) => {
    const susan = await world.as('susan');
    const refused = await susan.post('/people/margaret/routines/new', { does: 'question', about: 'x', words: 'Have you eaten?', at: '13:00', days: '1', ...change });
    expect([refused.status, refused.text.includes('There is a problem'), refused.text.includes(message)]).toEqual([400, true, true]);
  });

  test('keeps its first and last day, the days left out and where it is heard, and says so in words', async () => {
    const susan = await world.as('susan');
    const path = '/people/margaret/routines/new';
    const monday = /value="(\d{4}-\d\d-\d\d)"[^>]*>\s*<label[^>]*>\s*Monday/.exec((await susan.get(`${path}?like=well`)).html)?.[1] ?? '';
    const form = { does: 'question', about: 'whether they are all right', words: 'Are you all right this morning?', at: '10:30', days: '1', tell: 'susan' };
    const faulty = await susan.post(path, { ...form, startsOn: '2027-02-31', endsOn: 'soon' });
    expect([faulty.status, faulty.text.includes('Enter the first day as a date'), faulty.text.includes('Enter the last day as a date')]).toEqual([400, true, true]);
    expect((await susan.post(path, { ...form, startsOn: '2099-01-02', endsOn: '2099-01-01' })).text).toContain('The last day must be the first day or later');
    expect((await susan.post(path, { ...form, endsOn: '2099-01-01', notOn: monday, devices: 'screens' })).status).toBe(303);
    const { text, html } = await susan.get('/people/margaret/routines');
    expect(text).toContain('10:30am, Monday, until 1 January 2099, on screens');
    const id = /href="\/people\/margaret\/routines\/(routine-[^"]+)"[^>]*>\s*Change<span[^>]*>[^<]*Are you all right/.exec(html)?.[1] ?? '';
    const kept = (await alertStore(world.house.table).whomToTell(harrow, margaret))?.routines.routines.find((each) => each.id === id);
    expect(kept).toMatchObject({ notOn: [monday], endsOn: '2099-01-01', devices: 'screens' });
  });

  test('what the person sets themselves they have agreed to', async () => {
    const own = await world.as('margaret');
    expect((await own.post('/people/margaret/routines/new', { does: 'say', words: 'The bins go out tonight.', at: '18:00', days: '2' })).location).toBe('/people/margaret/routines?said=kept');
    expect((await own.get('/people/margaret/routines')).text).toContain('The bins go out tonight.');
  });
});

test('a message is announced with its sender, and kept word for word', async () => {
  const susan = await world.as('susan');
  expect((await susan.post('/people/margaret/messages', { words: 'I’ll be round on Sunday <3' })).location).toBe('/people/margaret/messages?said=sent');
  const page = await susan.get('/people/margaret/messages');
  expect(page.html).toContain('I’ll be round on Sunday &lt;3');
  expect((await record()).messageBook.forPerson.at(-1)).toMatchObject({ fromMemberId: 'susan', fromName: 'Susan', words: 'I’ll be round on Sunday <3' });
  expect((await susan.post('/people/margaret/messages', { words: 'x'.repeat(301) })).text).toContain('This one has 301');
});

test('an alert that climbed to the desk is closed there for everybody', async () => {
  const alert = await world.house.raise('help-wanted');
  await until(() => world.house.find(alert.id), (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
  const grace = await world.as('desk');
  const desk = await grace.get('/desk');
  expect(desk.text).toContain('Margaret asked for help: Margaret');
  expect(desk.text).toContain('Susan, daughter: 07700 900123');
  expect((await grace.post('/desk', { alertId: alert.id, personId: 'margaret' })).location).toBe('/desk?said=answered');
  expect((await world.house.find(alert.id))?.answer).toMatchObject({ by: { kind: 'desk' }, through: 'console' });
  expect((await grace.get('/desk')).text).not.toContain('Margaret asked for help');
  expect((await (await world.as('susan')).get('/people/margaret/alerts')).text).toContain('Answered by the care desk');
});

test('a rule is changed after hearing how it sounds; what is urgent cannot be switched off', async () => {
  const grace = await world.as('desk');
  const shown = await grace.post('/rules/visit-late', { isOn: 'yes', threshold: '20', from: '22:00', to: '07:00', wording: 'Somebody is late today.', do: 'preview' });
  expect(shown.text).toContain('How it sounds: Somebody is late today.');
  expect((await grace.post('/rules/visit-late', { isOn: 'yes', threshold: '20', from: '22:00', to: '07:00', wording: 'Somebody is late today.' })).location).toBe('/rules?said=kept');
  expect((await world.house.services.rules.of(harrow)).find(({ kind }) => kind === 'visit-late')).toMatchObject({ threshold: 20, wording: 'Somebody is late today.', quietHours: { from: '22:00', to: '07:00' } });
  await grace.post('/rules/help-wanted', { threshold: '0' });
  expect((await world.house.services.rules.of(harrow)).find(({ kind }) => kind === 'help-wanted')?.isOn).toBe(true);
  expect((await grace.post('/rules/visit-late', { threshold: '20', wording: 'x'.repeat(161) })).text).toContain('160 letters at most');
  expect((await grace.post('/rules/visit-late', { do: 'usual' })).location).toBe('/rules?said=kept');
  expect((await world.house.services.rules.of(harrow)).some(({ kind }) => kind === 'visit-late')).toBe(false);
});

test('whoever is stopped sees nothing from that moment, and hears nothing', async () => {
  const ann = await world.as('ann');
  expect((await ann.get('/people/margaret')).status).toBe(200);
  const own = await world.as('margaret');
  expect((await own.post('/people/margaret/circle/ann', { do: 'stop' })).location).toBe('/people/margaret/circle?said=stopped');
  expect((await ann.get('/people/margaret')).status).toBe(404);
  expect((await ann.get('/home')).text).toContain('Nobody has you in their circle just now.');
  expect((await own.get('/people/margaret/circle')).text).toContain('Stopped. They are told nothing.');
});

test('six digits link a speaker, and the card says only what is understood', async () => {
  const okafor = await world.as('adviser');
  const made = await okafor.post('/people/dev/devices');
  expect(made.text).toMatch(/my code is \d \d \d \d \d \d/);
  const card = await okafor.get('/people/margaret/phrases');
  expect(card.text).toContain('“Who’s coming today”');
  expect((await okafor.get('/people/margaret/phrases.svg')).html).toMatch(/^<svg/);
});

test('the statement is a file that no spreadsheet takes for formulas', async () => {
  const { records, clock } = world.house.services;
  const now = await record();
  const spent = spend(now.budget!, { id: 'evil', amountPence: 100 as never, what: '=HYPERLINK("http://x","y")' }, clock());
  if (spent.kind !== 'posted') throw new Error(spent.reason);
  await records.save(now, { idempotencyKey: 'evil', at: clock(), budget: { after: spent.budget, entries: spent.entries }, audit: [] });
  const file = await (await world.as('margaret')).get('/people/margaret/budget.csv');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="statement.csv"');
  expect(file.html.split('\r\n')[0]).toBe('Number,Date,What happened,What for,Pounds,Pounds left to use after it');
  expect(file.html).toContain(`"'=HYPERLINK(""http://x"",""y"")",1.00,`);
});

describe('a week in seconds', () => {
  test('shows who would be told when nobody answers, and again with everything at home off', async () => {
    const okafor = await world.as('adviser');
    const quiet = await okafor.get('/people/joyce/rehearse?from=2027-01-11');
    expect(quiet.text).toMatch(/\d+ tellings, \d+ between nine at night and seven in the morning\./);
    expect(quiet.text).toMatch(/Susan, by text/);
    expect(quiet.text).toMatch(/The care desk, by desk/);
    const answered = await okafor.get('/people/joyce/rehearse?from=2027-01-11&answers=yes');
    const count = (text: string) => Number(/(\d+) tellings?,/.exec(text)?.[1] ?? 0);
    expect(count(answered.text)).toBeLessThanOrEqual(count(quiet.text));
    const before = JSON.stringify(await alertStore(world.house.table).list(harrow, personId('joyce'), '2027', '2028'));
    await okafor.get('/people/joyce/rehearse?from=2027-01-11&off=yes');
    expect(JSON.stringify(await alertStore(world.house.table).list(harrow, personId('joyce'), '2027', '2028'))).toBe(before);
    expect(world.house.texts.some(({ personId: person }) => person === 'joyce')).toBe(false);
  });

  test.each([
    ['forward', '2027-03-26', ['26 March 2027', '27 March 2027', '28 March 2027', '29 March 2027', '30 March 2027', '31 March 2027', '1 April 2027']],
    ['back', '2027-10-29', ['29 October 2027', '30 October 2027', '31 October 2027', '1 November 2027', '2 November 2027', '3 November 2027', '4 November 2027']],
  ])('rehearses the clocks going %s: the check-in comes once each day, at nine by the wall clock', async (_, from, days) => {
    const page = await (await world.as('desk')).get(`/people/joyce/rehearse?from=${from}`);
    expect(page.text).toMatch(/The clocks next change in the weeks from \w+ \d+ \w+ \d{4} and \w+ \d+ \w+ \d{4}/);
    const checkedIn = [...page.html.matchAll(/(\d+ \w+ 2027), 9am<\/td>/g)].map(([, day]) => day);
    expect(new Set(checkedIn)).toEqual(new Set(days));
  });
});
