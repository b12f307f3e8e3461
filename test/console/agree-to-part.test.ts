// Promise: staff agree to a part and say what becomes of the rest; the two cost together what the whole did, each part's money is set aside once and only after its own yes, and splitting is no way past the second pair of eyes.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figuresFrom, leftPence, post } from '../../models/budget/index.ts';
import { pence, type Pence } from '../../models/shared/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => {
  world = await consoleWorld();
  await world.payIn(pence(200_000));
}, 60_000);
afterAll(async () => { await world.house.close(); });

const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const left = async () => leftPence((await record()).budget!);
const requests = async () => (await record()).requestBook.requests;
let made = 0;
/** Four hours of gardening at £15.01, so that halves do not come out even; or at another price. */
async function waiting(costPence: Pence = pence(6004)): Promise<string> {
  const now = await record();
  const like = now.requestBook.requests.find(({ reference }) => reference === 'dancing pebble')!;
  const id = `four-hours-${made += 1}`;
  await world.house.services.records.save(now, { idempotencyKey: id, at: world.house.clock(), requestBook: { requests: [...now.requestBook.requests, { ...like, id, costPence, reference: `heron ${made}`, state: 'needs-review', history: like.history.slice(0, 2) }] }, audit: [] });
  return id;
}
const pageOf = (id: string) => `/people/margaret/requests/${id}/part`;
async function partsOf(id: string) {
  return (await requests()).filter((each) => each.id === id || each.partOf?.id === id);
}

test('two of four hours are agreed to and the rest declined: the person hears both, and one ledger line is written', async () => {
  const [okafor, id, before] = [await world.as('adviser'), await waiting(), await left()];
  expect((await okafor.get(`/people/margaret/requests/${id}`)).html).toContain(`href="${pageOf(id)}"`);
  const form = { units: '2', rest: 'declined', note: 'Two hours do what the plan is for.' };
  const shown = await okafor.post(pageOf(id), { ...form, do: 'preview' });
  expect(shown.text).toContain('2 of the 4 hours of gardening with Green Fingers, £30.02, is agreed to, and its money is set aside. Margaret will hear: The council has agreed to two hours out of four hours of gardening with Green Fingers Gardens Ltd.');
  expect(shown.text).toContain('£30.02, is declined. Margaret will hear: The council said no to two hours out of four hours of gardening with Green Fingers Gardens Ltd. Ask me why.');
  expect([await left(), await partsOf(id)]).toEqual([before, [expect.objectContaining({ state: 'needs-review' })]]);
  expect((await okafor.post(pageOf(id), form)).location).toBe('/requests?said=part-agreed');
  expect(await partsOf(id)).toMatchObject([{ id, state: 'approved', units: 2, costPence: 3002 }, { state: 'declined', units: 2, costPence: 3002, history: expect.arrayContaining([expect.objectContaining({ state: 'declined', note: form.note })]) }]);
  expect(await left()).toBe(before - 3002);
  const entries = await world.house.services.records.entries(harrow, margaret);
  expect([entries.filter(({ requestId }) => requestId === id).map(({ kind, amountPence }) => [kind, amountPence]), figuresFrom(entries)]).toEqual([[['set-aside', 3002]], (await record()).budget!.figures]);
  const told = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).filter(({ facts }) => facts['ofUnits'] === 4), (found) => found.length === 2);
  expect(told.map(({ facts }) => facts['state']).sort()).toEqual(['approved', 'declined']);
  const { ask, config } = world.house.services;
  const { response: { outputSpeech } } = await ask(intentRequest('RequestStatusIntent', { need: 'gardening' }, { applicationId: config.skillId, userId: deskAlexaId('margaret'), isNew: false, attributes: { council: harrow, person: margaret, misses: 0 } }));
  expect(plainSpeech(outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '')).toMatch(/^Two hours out of four hours of gardening\. Yes\. Mr Okafor agreed to it today\. Mr Okafor said no to the rest\. The reason was: Two hours do what the plan is for\./);
});

test('one request is split into two, each decided by itself: no money moves and nothing is heard before its own yes', async () => {
  const [okafor, id, before] = [await world.as('adviser'), await waiting(), await left()];
  const form = { units: '2.5', rest: 'split' };
  const shown = await okafor.post(pageOf(id), { ...form, do: 'preview' });
  expect([shown.text.includes('waits for a decision of its own. Nothing is said of it until then'), shown.text.includes('will hear, once it is agreed to:'), (await partsOf(id)).length]).toEqual([true, true, 1]);
  expect((await okafor.post(pageOf(id), form)).location).toBe(`/people/margaret/requests/${id}?said=request-split`);
  const parts = await partsOf(id);
  expect(parts.map(({ state, units, costPence }) => [state, units, costPence])).toEqual([['needs-review', 2.5, 3753], ['needs-review', 1.5, 2251]]);
  const told = (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).filter((alert) => parts.some((part) => JSON.stringify(alert).includes(part.id)));
  expect([new Set(parts.map(({ reference }) => reference)).size, await left(), told]).toEqual([2, before, []]);
  for (const part of parts) await okafor.post(`/people/margaret/requests/${part.id}`, part.units === 2.5 ? { decision: 'approve' } : { decision: 'decline', note: 'One is enough.' });
  expect([(await partsOf(id)).map(({ state }) => state), before - await left()]).toEqual([['approved', 'declined'], 3753]);
});

test.each([{ units: '4', rest: 'split' }, { units: '0.3', rest: 'split' }, { units: '', rest: 'split' }])('%o splits nothing', async (form) => {
  const [okafor, id] = [await world.as('adviser'), await waiting()];
  expect([(await okafor.post(pageOf(id), form)).status, (await partsOf(id)).length]).toEqual([400, 1]);
});

test('a split is no way past the second pair of eyes: each part still needs two', async () => {
  const [okafor, id] = [await world.as('adviser'), await waiting(pence(120_000))];
  await okafor.post(pageOf(id), { units: '1', rest: 'split' });
  for (const part of await partsOf(id)) {
    await okafor.post(`/people/margaret/requests/${part.id}`, { decision: 'approve' });
    expect((await requests()).find((each) => each.id === part.id)?.state).toBe('needs-review');
  }
});

test('the rest may wait, with a reference of its own, and be agreed to later: then all of it is set aside, to the penny', async () => {
  const [okafor, id, before] = [await world.as('adviser'), await waiting(), await left()];
  expect((await okafor.post(pageOf(id), { units: '1.5', rest: 'waiting' })).location).toBe('/requests?said=part-agreed-rest-waits');
  const [part, rest] = await partsOf(id);
  expect([part!.costPence, rest!.costPence, rest!.state, rest!.units, rest!.reference === part!.reference]).toEqual([2252, 3752, 'needs-review', 2.5, false]);
  expect(await left()).toBe(before - 2252);
  expect((await okafor.get('/requests')).text).toContain('2½ of the 4 hours of gardening with Green Fingers £37.52');
  expect((await okafor.get('/people/margaret/requests')).text).toMatch(/2½ of the 4 hours of gardening.*1½ of the 4 hours of gardening/);
  await okafor.post(`/people/margaret/requests/${rest!.id}`, { decision: 'approve' });
  expect(await left()).toBe(before - 6004);
});

describe('splitting', () => {
  test('twice by one press, or by two colleagues at once, happens once', async () => {
    const [okafor, lund, id, before] = [await world.as('adviser'), await world.as('approver'), await waiting(), await left()];
    const csrfOf = async (one: typeof okafor) => /name="_csrf" value="([^"]+)"/.exec((await one.get(pageOf(id))).html)![1]!;
    const [own, theirs] = [await csrfOf(okafor), await csrfOf(lund)];
    const all = await Promise.all([okafor.post(pageOf(id), { units: '2', rest: 'waiting' }, { csrf: own }), okafor.post(pageOf(id), { units: '2', rest: 'waiting' }, { csrf: own }), lund.post(pageOf(id), { units: '1', rest: 'declined', note: 'Once.' }, { csrf: theirs })]);
    expect([(await partsOf(id)).length, before - await left(), (await partsOf(id))[0]!.costPence]).toEqual([2, (await partsOf(id))[0]!.costPence, (await partsOf(id))[0]!.costPence]);
    expect(all.every(({ status }) => status === 303 || status === 400)).toBe(true);
    const late = await lund.post(pageOf(id), { units: '1', rest: 'waiting' }, { csrf: theirs });
    expect([late.status, late.text.includes('This has been decided already'), late.text.includes('This does not wait for a decision any more.')]).toEqual([400, true, true]);
  });

  test('is no way past two who have to agree: each part of what is above £500 needs both', async () => {
    const [okafor, lund, id, before] = [await world.as('adviser'), await world.as('approver'), await waiting(pence(60_000)), await left()];
    expect((await okafor.get(pageOf(id))).text).toContain('The same goes for each part.');
    const shown = await okafor.post(pageOf(id), { units: '2', rest: 'waiting', do: 'preview' });
    expect(shown.text).toContain('£300, is agreed to by you. A second has to agree. Margaret will hear, once somebody else has agreed as well: The council has agreed to two hours');
    expect((await okafor.post(pageOf(id), { units: '2', rest: 'waiting' })).location).toBe('/requests?said=half-agreed');
    expect([(await partsOf(id)).map(({ state, costPence }) => [state, costPence]), await left()]).toEqual([[['needs-review', 30_000], ['needs-review', 30_000]], before]);
    const again = await okafor.post(`/people/margaret/requests/${id}`, { decision: 'approve' });
    expect([again.status, again.text.includes('Somebody else has to agree as well')]).toEqual([400, true]);
    const rest = (await partsOf(id))[1]!;
    expect((await okafor.get(`/people/margaret/requests/${rest.id}`)).text).toContain('Above £500 two people have to agree');
    expect((await lund.post(`/people/margaret/requests/${id}`, { decision: 'approve' })).location).toBe('/requests?said=agreed');
    expect(await left()).toBe(before - 30_000);
  });

  test.each([
    [{ units: '4' }, 'Enter whole or half hours, fewer than 4'], [{ units: '0' }, 'fewer than 4'], [{ units: '1.3' }, 'Enter whole or half hours'], [{ units: '-1' }, 'Enter how many hours you agree to'], [{ units: 'two<b>' }, 'Enter how many hours you agree to'], [{ units: '1e1' }, 'Enter how many hours'],
    [{ rest: '' }, 'Choose what becomes of the rest'], [{ rest: 'declined' }, 'Enter the reason, in words that can be read out'], [{ rest: 'declined', note: 'x'.repeat(201) }, 'at most 200 letters'],
  ])('with %o nothing is done, and it says how to mend it', async (change, message) => {
    const before = await left();
    const page = await (await world.as('adviser')).post(pageOf('margaret-waiting-1'), { units: '2', rest: 'waiting', ...change });
    expect([page.status, page.text.includes('There is a problem'), page.text.includes(message), page.html.includes('two<b>'), await left()]).toEqual([400, true, true, false, before]);
  });

  test('is not for what has no price, for what more was asked about, or for what there is one of', async () => {
    const okafor = await world.as('adviser');
    expect((await okafor.get(pageOf(await waiting(pence(0))))).text).toContain('There is no price to share out.');
    const id = await waiting();
    await okafor.post(`/people/margaret/requests/${id}/question`, { question: 'Which end?' });
    expect((await okafor.get(pageOf(id))).text).toContain('More was asked about this. Write down the answer first');
  });

  test('is refused when there is not enough for the part, and leaves the request as it was', async () => {
    const now = await record();
    const id = await waiting(pence(40_000));
    const spent = post((await record()).budget!, { kind: 'spend', id: 'gone', amountPence: pence(leftPence(now.budget!) - 1000), what: 'gone' }, world.house.clock());
    if (spent.kind !== 'posted') throw new Error(spent.reason);
    await world.house.services.records.save(await record(), { idempotencyKey: 'gone', at: world.house.clock(), budget: { after: spent.budget, entries: spent.entries }, audit: [] });
    const page = await (await world.as('adviser')).post(pageOf(id), { units: '2', rest: 'waiting' });
    expect([page.status, page.text.includes('There is not enough left in the budget for this'), (await partsOf(id)).length]).toEqual([400, true, 1]);
  });
});
