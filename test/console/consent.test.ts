// Promise: what somebody agreed to is written down with how and by whom, is taken back at once, and is honoured where it matters; whoever leaves is told nothing more, nor is anybody told of them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isOpen } from '../../models/alert/index.ts';
import { consentTo, isCounted, saysNo } from '../../models/household/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { contactHashOf, contactsOf } from '../../lambda/store/contact-rows.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let okafor: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  okafor = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const base = '/people/margaret';
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const household = async () => (await record()).household;
const said = async (intent: string) => {
  const { ask, config } = world.house.services;
  const { response } = await ask(intentRequest(intent, {}, { applicationId: config.skillId, userId: deskAlexaId('margaret') }));
  return response.outputSpeech?.type === 'SSML' ? response.outputSpeech.ssml : '';
};

describe('a yes or a no', () => {
  test('is written down by staff with how, when and who, and asked of nobody is neither', async () => {
    expect([isCounted(await household()), consentTo(await household(), 'figures')]).toEqual([true, undefined]);
    expect((await okafor.get(`${base}/consent`)).text).toMatch(/Counted in the council’s figures.*Now Not asked yet/);
    expect((await okafor.post(`${base}/consent/figures`, { says: 'no', how: 'by-phone', 'on-day': '1', 'on-month': '6', 'on-year': '2026' })).location).toBe(`${base}/consent?said=kept`);
    expect((await okafor.get(`${base}/consent`)).text).toContain('No, by phone, on 1 June 2026. Recorded by Mr Okafor.');
    expect([isCounted(await household()), saysNo(await household(), 'figures')]).toEqual([false, true]);
    expect((await (await world.as('auditor')).get(`${base}/audit`)).text).toContain('Consent no');
  });

  test('the person gives theirs themselves, and takes it back with one press', async () => {
    const own = await world.as('margaret');
    await own.post(`${base}/consent/figures`, { says: 'yes', how: 'best-interests' });
    expect(consentTo(await household(), 'figures')).toMatchObject({ says: 'yes', how: 'themselves', recordedBy: { name: 'Margaret' } });
    expect((await own.post(`${base}/consent`, { withdraw: 'figures' })).location).toBe(`${base}/consent?said=withdrawn`);
    expect([isCounted(await household()), (await household()).consents?.filter(({ kind }) => kind === 'figures').map(({ says }) => says)]).toEqual([false, ['no', 'yes', 'withdrawn']]);
  });

  test('for somebody’s best interests says with whom it was decided', async () => {
    const page = await okafor.post(`${base}/consent/messages`, { says: 'yes', how: 'best-interests' });
    expect([page.status, page.text.includes('Enter with whom it was decided')]).toEqual([400, true]);
    await okafor.post(`${base}/consent/messages`, { says: 'yes', how: 'best-interests', decidedWith: 'Susan, daughter, and Dr Shah' });
    expect((await okafor.get(`${base}/consent`)).text).toContain('Yes, decided in their best interests with Susan, daughter, and Dr Shah');
  });

  test.each([[{ says: '' }, 'Choose yes or no'], [{ how: 'by-owl' }, 'Choose how it was said'], [{ how: 'themselves' }, 'Choose how it was said'], [{ 'on-day': '31', 'on-month': '2', 'on-year': '2026' }, 'in the calendar'], [{ 'on-day': '1', 'on-month': '1', 'on-year': '2999' }, 'a day that has gone by']])('with %o keeps nothing', async (change, message) => {
    const before = (await household()).consents;
    const page = await okafor.post(`${base}/consent/figures`, { says: 'yes', how: 'in-person', ...change });
    expect([page.status, page.text.includes(message), (await household()).consents]).toEqual([400, true, before]);
  });

  test('is not for family to give, and the auditor only reads', async () => {
    for (const who of ['susan', 'ann']) expect((await (await world.as(who)).get(`${base}/consent`)).status).toBe(404);
    const auditor = await world.as('auditor');
    expect([(await auditor.get(`${base}/consent`)).status, (await auditor.get(`${base}/consent/figures`)).status, (await auditor.post(`${base}/consent`, { withdraw: 'messages' })).status]).toEqual([200, 404, 404]);
  });
});

describe('without a yes', () => {
  test('nothing private is spoken aloud, and nobody but the person may have it otherwise', async () => {
    expect(await said('HowMuchLeftIntent')).toMatch(/\d/);
    await okafor.post(`${base}/consent/answers-aloud`, { says: 'no', how: 'in-person' });
    expect((await household()).privacy.answers).toBe('to-phone');
    expect(await said('HowMuchLeftIntent')).not.toMatch(/£|pounds/);
    const form = { pace: '100', pause: '300', length: '3', interruptions: '6', answers: 'open' };
    expect((await (await world.as('susan')).post(`${base}/speech`, form)).text).toContain('said no to private answers being spoken aloud');
    expect((await household()).privacy.answers).toBe('to-phone');
    await okafor.post(`${base}/consent/answers-aloud`, { says: 'yes', how: 'in-person' });
    expect((await household()).privacy.answers).toBe('open');
  });

  test('family is told of nothing, and staff are', async () => {
    await okafor.post(`${base}/consent/alerts-to-circle`, { says: 'no', how: 'in-person' });
    const texted = world.house.texts.length;
    const { id } = await world.house.raise('help-wanted');
    const alert = await until(() => world.house.find(id), (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
    expect([alert?.attempts.filter(({ to }) => to.kind === 'member'), world.house.texts.length]).toEqual([[], texted]);
    await world.house.services.alerts.answer({ councilId: harrow, personId: margaret, alertId: id }, { by: { kind: 'desk' }, word: 'on-my-way', at: world.house.clock(), through: 'console' });
    await okafor.post(`${base}/consent/alerts-to-circle`, { says: 'yes', how: 'in-person' });
    const again = await world.house.raise('help-wanted');
    await until(() => world.house.find(again.id), (found) => found?.attempts.some(({ to }) => to.kind === 'member') === true);
    expect(world.house.texts.length).toBeGreaterThan(texted);
  });

  test('nobody sends a message', async () => {
    await okafor.post(`${base}/consent/messages`, { says: 'no', how: 'in-person' });
    const susan = await world.as('susan');
    const before = (await record()).messageBook.forPerson.length;
    expect((await susan.get(`${base}/messages`)).text).toContain('Margaret does not want messages here');
    expect((await susan.post(`${base}/messages`, { words: 'Hello' }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await susan.get('/account')).html)![1]! })).status).toBe(400);
    expect((await record()).messageBook.forPerson.length).toBe(before);
  });
});

describe('leaving', () => {
  test('shows what happens and what is still open, and does nothing before the yes', async () => {
    const { text } = await okafor.get(`${base}/leave`);
    expect(text).toMatch(/See to this besides .*Asked for and not over: .*of the budget is not used\..*visits are planned in the next 28 days/);
    expect((await okafor.post(`${base}/leave`, { why: 'moved' })).text).toContain('Tick that you have read what happens');
    expect((await okafor.post(`${base}/leave`, { sure: 'yes' })).text).toContain('Choose why they leave');
    expect((await household()).left).toBeUndefined();
  });

  test('ends at once: the speaker, the screens, the alerts, the circle, the sign-in', async () => {
    const [own, susan] = [await world.as('margaret'), await world.as('susan')];
    await okafor.post(`${base}/about`, { full: 'Margaret Ellis', preferred: 'Margaret', area: 'Harrow', phone: '07700 900 345' });
    await world.house.board.addHomeAssistant({ personId: margaret, name: 'Hall', shows: 'names' });
    const open = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).find((alert) => isOpen(alert) && alert.kind === 'help-wanted'), (found) => found !== undefined);
    expect((await okafor.post(`${base}/leave`, { why: 'moved', sure: 'yes' })).location).toBe(`${base}/leave?said=left`);
    expect(await world.house.services.records.bySpeaker(speakerKeyOf(deskAlexaId('margaret')))).toBeUndefined();
    expect(await world.house.board.of(margaret)).toEqual([]);
    expect([(await susan.get(base)).status, (await own.get(base)).location]).toEqual([404, '/sign-in?next=%2Fpeople%2Fmargaret']);
    expect(await contactsOf(world.house.table, harrow, contactHashOf('07700900345'), world.house.clock())).toEqual([]);
    const ended = await until(() => world.house.find(open!.id), (found) => found !== undefined && !isOpen(found));
    expect(ended?.decisions.at(-1)?.reason).toBe('end:no-longer-true');
    expect((await (await world.as('margaret')).get(base)).status).toBe(404);
    expect([(await household()).circle.every(({ stoppedAt, mayKnow }) => stoppedAt !== undefined && mayKnow.length === 0), isCounted(await household())]).toEqual([true, false]);
  });

  test('tells nobody of what comes later, and links no speaker', async () => {
    const texted = world.house.texts.length;
    const { id } = await world.house.raise('help-wanted');
    const alert = await until(() => world.house.find(id), (found) => found !== undefined && !isOpen(found));
    expect([alert?.attempts, world.house.texts.length]).toEqual([[], texted]);
    expect((await okafor.post(`${base}/devices`)).text).toContain('They have left, so no speaker is linked to them');
    expect((await okafor.get(base)).text).toContain('Margaret left on');
    const again = await world.house.services.links.linkByAccount(harrow, margaret, { key: speakerKeyOf('her-account'), alexaId: 'her-account' }, world.house.clock());
    expect(again).toEqual({ kind: 'refused', reason: 'no-such-person' });
  });

  test('can be undone: they are back, and who may know what is said anew', async () => {
    expect((await okafor.post(`${base}/leave`, { do: 'back' })).location).toBe(`${base}/set-up?said=back`);
    expect([(await household()).left, (await household()).circle.every(({ stoppedAt }) => stoppedAt !== undefined)]).toEqual([undefined, true]);
    expect((await contactsOf(world.house.table, harrow, contactHashOf('07700900345'), world.house.clock())).length).toBe(1);
    expect((await (await world.as('susan')).get(base)).status).toBe(404);
    expect((await (await world.as('margaret')).get(base)).status).toBe(200);
  });
});
