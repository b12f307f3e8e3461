// Promise: what staff need to know before they decide is asked in words that are shown before they are sent; the person hears it, somebody answers, and it waits for the decision again. No money moves by it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { leftPence } from '../../models/budget/index.ts';
import { noMoney, personId } from '../../models/shared/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { consoleServices } from '../../lambda/console/console-services.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const record = async (person = margaret) => (await world.house.services.records.byPerson(harrow, person))!;
const requestOf = async (id: string) => (await record()).requestBook.requests.find((each) => each.id === id)!;
const asked = 'margaret-waiting-1';
const page = `/people/margaret/requests/${asked}`;
let made = 0;
/** Another like the one that waits, for each test its own. */
async function another(): Promise<string> {
  const now = await record();
  const like = now.requestBook.requests.find(({ id }) => id === asked)!;
  const id = `another-${made += 1}`;
  await world.house.services.records.save(now, { idempotencyKey: id, at: world.house.clock(), requestBook: { requests: [...now.requestBook.requests, { ...like, id, reference: `robin ${id}`, state: 'needs-review', history: like.history.slice(0, 2) }] }, audit: [] });
  return `/people/margaret/requests/${id}`;
}
const letSusan = async (may: boolean) => {
  const { household } = await record();
  const circle = household.circle.map((member) => (member.id !== 'susan' ? member : { ...member, mayKnow: may ? [...member.mayKnow, 'requests' as const] : member.mayKnow.filter((topic) => topic !== 'requests'), mayAct: may ? [...member.mayAct, 'requests' as const] : member.mayAct.filter((topic) => topic !== 'requests') }));
  await world.house.services.records.save(await record(), { idempotencyKey: `susan-${made += 1}`, at: world.house.clock(), household: { ...household, circle }, audit: [] });
};

test('a question goes to the person in words shown before, is answered by family, and is back in the queue', async () => {
  const okafor = await world.as('adviser');
  const before = leftPence((await record()).budget!);
  expect((await okafor.get(page)).html).toContain(`href="${page}/question"`);
  const shown = await okafor.post(`${page}/question`, { question: 'Is there a tap outside?', do: 'preview' });
  expect(shown.text).toContain('Margaret will hear: Mr Okafor asks about gardening with Green Fingers Gardens Ltd: Is there a tap outside? To answer, say: what happened to my request. Or ring the council.');
  expect((await requestOf(asked)).state).toBe('needs-review');
  await letSusan(true);
  const words = 'Mr Okafor asks about gardening with Green Fingers Gardens Ltd: Is there a tap outside? To answer, say: what happened to my request. Or tell Susan, or ring the council.';
  expect((await okafor.post(`${page}/question`, { question: 'Is there a tap outside?', do: 'preview' })).text).toContain(words);
  expect((await okafor.post(`${page}/question`, { question: 'Is there a tap outside?' })).location).toBe('/requests?said=more-asked');
  expect(await requestOf(asked)).toMatchObject({ state: 'more-asked', history: expect.arrayContaining([expect.objectContaining({ state: 'more-asked', by: 'Mr Okafor', note: 'Is there a tap outside?' })]) });

  // On the way to the person, with no answer asked of a speaker; and there when they ask what became of it.
  const alert = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).find(({ facts }) => facts['requestId'] === asked), (found) => found !== undefined);
  expect(alert?.facts).toMatchObject({ state: 'more-asked', question: 'Is there a tap outside?', by: 'Mr Okafor' });
  const { ask, config } = world.house.services;
  const { response: { outputSpeech } } = await ask(intentRequest('RequestStatusIntent', { need: 'gardening' }, { applicationId: config.skillId, userId: deskAlexaId('margaret'), isNew: false, attributes: { council: harrow, person: margaret, misses: 0 } }));
  const said = plainSpeech(outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '');
  expect(said).toMatch(/Mr Okafor asked something about Green Fingers today\. Is there a tap outside\?$/);

  expect((await okafor.get('/requests?why=more-asked')).text).toMatch(/Margaret Ellis 4 hours of gardening with Green Fingers £60 More was asked today/);
  expect((await okafor.get(page)).text).toMatch(/asked: Is there a tap outside\? Nobody has answered yet\./);
  const susan = await world.as('susan');
  expect((await susan.get('/people/margaret/requests')).text).toMatch(/Waits for an answer.*Is there a tap outside\?/);
  expect((await susan.post(`${page}/answer`, { answer: 'Yes, by the back door.' })).location).toBe('/people/margaret/requests?said=more-answered');
  expect((await requestOf(asked)).history.at(-1)).toMatchObject({ state: 'needs-review', by: 'Susan', note: 'Yes, by the back door.' });
  expect((await okafor.get('/requests?why=answered')).text).toContain('4 hours of gardening with Green Fingers £60 Your question was answered');
  expect((await okafor.get(page)).text).toMatch(/Susan, [^,]+, [^,]+, answered: Yes, by the back door\./);
  expect(leftPence((await record()).budget!)).toBe(before);
  const lines = await consoleServices(world.house.services, { madeUp: [], sendCode: () => Promise.resolve() }).audit.read(margaret, 400);
  expect(lines.filter(({ about }) => about === asked).map(({ action, by }) => [action, by])).toEqual([['request-more-answered', 'carer:susan'], ['request-more-asked', 'staff:okafor']]);
  await letSusan(false);
});

test('the person answers for themselves, staff write down what they were told, and either is known by who it was', async () => {
  const [okafor, own] = [await world.as('adviser'), await world.as('margaret')];
  const one = await another();
  await okafor.post(`${one}/question`, { question: 'Morning or afternoon?' });
  expect((await own.post(`${one}/answer`, { answer: 'Mornings.' })).location).toMatch(/more-answered$/);
  expect((await own.get('/people/margaret/requests')).text).toMatch(/Margaret, [^,]+, [^,]+, answered: Mornings\./);
  await okafor.post(`${one}/question`, { question: 'And which day?' });
  expect((await okafor.get(`${one}/answer`)).text).toContain('Write down what was said when you rang, and who said it.');
  expect((await okafor.post(`${one}/answer`, { answer: 'Margaret on the phone: Tuesdays.' })).location).toMatch(/more-answered$/);
  expect((await requestOf(one.split('/').at(-1)!)).history.slice(-4).map(({ state, by, note }) => [state, by, note])).toEqual([
    ['more-asked', 'Mr Okafor', 'Morning or afternoon?'], ['needs-review', 'person', 'Mornings.'], ['more-asked', 'Mr Okafor', 'And which day?'], ['needs-review', 'Mr Okafor', 'Margaret on the phone: Tuesdays.'],
  ]);
});

describe('a question', () => {
  test('is refused when empty or longer than can be listened to, and what was typed is kept', async () => {
    const [okafor, one] = [await world.as('adviser'), await another()];
    const empty = await okafor.post(`${one}/question`, { question: '  ' });
    expect([empty.status, empty.text.includes('Enter the question')]).toEqual([400, true]);
    const long = await okafor.post(`${one}/question`, { question: `<b>${'x'.repeat(200)}` });
    expect([long.status, long.text.includes('at most 200 letters. This one has 203'), long.html.includes('&lt;b&gt;x')]).toEqual([400, true, true]);
  });

  test('sent twice is asked once; a second one waits until the first is answered', async () => {
    const [okafor, lund, one] = [await world.as('adviser'), await world.as('approver'), await another()];
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await okafor.get(`${one}/question`)).html)![1]!;
    const both = await Promise.all([1, 2].map(async () => okafor.post(`${one}/question`, { question: 'Is it safe?' }, { csrf })));
    expect(both.some(({ location }) => location === '/requests?said=more-asked')).toBe(true);
    expect((await requestOf(one.split('/').at(-1)!)).history).toHaveLength(3);
    expect((await lund.get(`${one}/question`)).text).toContain('Mr Okafor has asked already: Is it safe? Nobody has answered yet.');
    const second = await lund.post(`${one}/question`, { question: 'And dry?' }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await lund.get('/people/margaret/requests/margaret-waiting-1')).html)![1]! });
    expect([second.status, second.text.includes('Mr Okafor has asked already')]).toEqual([400, true]);
  });

  test('does not stand in the way of the decision, and is no question any more after it', async () => {
    const [okafor, one] = [await world.as('adviser'), await another()];
    await okafor.post(`${one}/question`, { question: 'Is it safe?' });
    expect((await okafor.post(one, { decision: 'decline', note: 'Ask me again in spring.' })).location).toBe('/requests?said=declined');
    const late = await okafor.post(`${one}/answer`, { answer: 'It is' }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await okafor.get(page)).html)![1]! });
    expect([late.status, late.text.includes('Nothing is asked about this any more. Somebody may have answered already')]).toEqual([400, true]);
    expect((await okafor.get(`${one}/question`)).text).toContain('This does not wait for a decision any more');
  });

  test('and its answer come back as text, whatever is in them', async () => {
    const [okafor, one] = [await world.as('adviser'), await another()];
    const hostile = '"><img src=x onerror=alert(1)>{{7*7}}</speak>';
    expect((await okafor.post(`${one}/question`, { question: hostile, do: 'preview' })).html).not.toMatch(/<img src=x|49|<\/speak>/);
    await okafor.post(`${one}/question`, { question: hostile });
    await okafor.post(`${one}/answer`, { answer: hostile });
    for (const at of [one, '/people/margaret/requests', '/requests']) expect((await okafor.get(at)).html).not.toMatch(/<img src=x|<\/speak>/);
  });

  test('is answered by nobody who may not act on requests', async () => {
    const [okafor, one] = [await world.as('adviser'), await another()];
    await okafor.post(`${one}/question`, { question: 'Is it safe?' });
    for (const who of ['susan', 'ann', 'auditor', 'desk']) expect([who, (await (await world.as(who)).get(`${one}/answer`)).status]).toEqual([who, 404]);
    for (const who of ['margaret', 'auditor', 'desk']) expect([who, (await (await world.as(who)).get(`${one}/question`)).status]).toEqual([who, 404]);
  });
});

test('somebody whose answers are private hears only that there is a question', async () => {
  const joyce = personId('joyce');
  const [now, like] = [await record(joyce), await requestOf(asked)];
  await world.house.services.records.save(now, { idempotencyKey: 'joyce-asks', at: world.house.clock(), requestBook: { requests: [{ ...like, id: 'joyce-waiting', state: 'needs-review', costPence: noMoney, history: like.history.slice(0, 2) }] }, audit: [] });
  const okafor = await world.as('adviser');
  expect((await okafor.post('/people/joyce/requests/joyce-waiting/question', { question: 'Is there a tap outside?', do: 'preview' })).text).toContain('Joyce will hear: You have a question about something you asked for. Ask me when you’re ready.');
});
