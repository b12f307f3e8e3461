// Promise: after the yes, each step of a request is taken once, by whoever may, with its money in the same breath; everybody who may see requests reads who did what and when; and it is cancelled only as far as the rules let.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figuresFrom, leftPence } from '../../models/budget/index.ts';
import { addDays, instant, localDate, pence, type LocalDate } from '../../models/shared/index.ts';
import { decideRequest, type ServiceRequest } from '../../models/service-request/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => {
  world = await consoleWorld();
  await world.payIn(pence(50_000));
}, 60_000);
afterAll(async () => { await world.house.close(); });

const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const left = async () => leftPence((await record()).budget!);
const requestOf = async (id: string) => (await record()).requestBook.requests.find((each) => each.id === id)!;
const stepsOf = (id: string) => `/people/margaret/requests/${id}/steps`;
const onDay = (day: LocalDate) => ({ 'on-year': day.slice(0, 4), 'on-month': day.slice(5, 7), 'on-day': day.slice(8) });
const nextWeek = () => addDays(localDate(world.house.clock(), 'Europe/London'), 7);
let made = 0;
/** An hour at £15 that Mr Okafor agreed to a moment ago; it can be taken back by voice until then, or could. */
async function agreed(undoUntil = instant(0)): Promise<string> {
  const now = await record();
  const like = now.requestBook.requests.find(({ reference }) => reference === 'dancing pebble')!;
  const id = `an-hour-${made += 1}`;
  const waiting: ServiceRequest = { ...like, id, units: 1, costPence: pence(1500), reference: `heron ${made}`, undoUntil, history: like.history.slice(0, 2) };
  const decided = decideRequest({ id, decision: 'approve', by: { id: 'okafor', name: 'Mr Okafor', isApprover: false } }, { requestBook: { requests: [...now.requestBook.requests, waiting] }, budget: now.budget }, world.house.clock());
  if (decided.kind !== 'changed') throw new Error(decided.reason);
  await world.house.services.records.save(now, { idempotencyKey: id, at: world.house.clock(), requestBook: decided.requestBook, budget: decided.budget!, audit: [] });
  return id;
}
const seenIn = (html: string) => ({ seen: /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '', csrf: /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '' });
/** Opens the page and sends one of its forms. */
async function take(one: Browser, id: string, form: Readonly<Record<string, string>>) {
  const { seen, csrf } = seenIn((await one.get(stepsOf(id))).html);
  return one.post(stepsOf(id), { seen, ...form }, { csrf });
}
async function walk(one: Browser, id: string, ...forms: readonly Readonly<Record<string, string>>[]) {
  for (const form of forms) expect([form['do'], (await take(one, id, form)).location]).toEqual([form['do'], `${stepsOf(id)}?said=done`]);
}
const book = () => ({ do: 'book', ...onDay(nextWeek()), at: '10:30' });
const done = { do: 'deliver' };
const pay = (amount = '15') => ({ do: 'pay', amount });

test('is booked, done, paid, in question and refunded: the page tells it all in words, and the ledger adds up', async () => {
  const [okafor, id, before] = [await world.as('adviser'), await agreed(), await left()];
  await walk(okafor, id, book(), done, pay('12.50'), { do: 'dispute', note: 'Margaret: half the hedge was left.' }, { do: 'refund', amount: '5', note: 'They knocked it off.' });
  const { text } = await okafor.get(stepsOf(id));
  for (const said of [
    'Asked for by Margaret', 'Sent to the council to decide: over the limit for a yes at once', 'Agreed to by Mr Okafor', ', 10:30am, as Mr Okafor says', 'Done, as Mr Okafor says', 'Paid for by Mr Okafor',
    'Mr Okafor says that it was not right : Margaret: half the hedge was left.', 'Mr Okafor put money back into the budget : They knocked it off.', '£15: set aside', '£12.50: paid out', '£2.50: no longer set aside', '£5: paid back',
  ]) expect(text).toContain(said);
  expect(await left()).toBe(before + 1500 - 750);
  const entries = await world.house.services.records.entries(harrow, margaret);
  expect(figuresFrom(entries)).toEqual((await record()).budget!.figures);
  const audited = await (await world.as('auditor')).get('/people/margaret/audit');
  for (const deed of ['Request book', 'Request deliver', 'Request pay', 'Request dispute', 'Request refund']) expect(audited.text).toContain(deed);
  const told = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).filter(({ facts }) => facts['requestId'] === id), (found) => found.length > 0);
  expect(told.map(({ kind }) => kind)).toContain('request-decided');
});

test('a question is settled without paying, and the money is free again; or it stays paid', async () => {
  const [okafor, one, other, before] = [await world.as('adviser'), await agreed(), await agreed(), await left()];
  await walk(okafor, one, book(), done, { do: 'dispute', note: 'Nobody came.' });
  expect((await okafor.get('/requests?why=disputed')).html).toContain(`href="${stepsOf(one)}"`);
  expect((await okafor.get(`/people/margaret/requests/${one}`)).text).toContain('What comes next is on that page.');
  await walk(okafor, one, { do: 'settle-unpaid', note: 'They never came.' });
  expect([(await requestOf(one)).state, await left()]).toEqual(['declined', before + 1500]);
  await walk(okafor, other, book(), done, pay(), { do: 'dispute', note: 'It was short.' });
  expect((await okafor.get(stepsOf(other))).text).not.toContain('Settle it without paying');
  await walk(okafor, other, { do: 'settle-paid' });
  expect([(await requestOf(other)).state, await left()]).toEqual(['paid', before + 1500]);
  expect((await okafor.get(stepsOf(other))).text).toContain('Mr Okafor settled the question: it stays paid');
});

test('a yes is taken back with a reason that is read out, and its money is free again', async () => {
  const [okafor, id, before] = [await world.as('adviser'), await agreed(), await left()];
  const empty = await take(okafor, id, { do: 'withdraw', note: ' ' });
  expect([empty.status, empty.text.includes('Enter the reason')]).toEqual([400, true]);
  await walk(okafor, id, { do: 'withdraw', note: 'The firm has closed.' });
  expect([(await requestOf(id)).state, await left()]).toEqual(['declined', before + 1500]);
});

describe('a step', () => {
  test('sent twice, at once or one after the other, is taken once: no second payment, no second refund', async () => {
    const [okafor, lund, id] = [await world.as('adviser'), await world.as('approver'), await agreed()];
    await walk(okafor, id, book(), done);
    const page = seenIn((await okafor.get(stepsOf(id))).html);
    const both = await Promise.all([1, 2].map(async () => okafor.post(stepsOf(id), { seen: page.seen, ...pay() }, { csrf: page.csrf })));
    expect(both.some(({ status }) => status === 303)).toBe(true);
    const refund = seenIn((await okafor.get(stepsOf(id))).html);
    const theirs = seenIn((await lund.get(stepsOf(id))).html);
    const send = async () => okafor.post(stepsOf(id), { seen: refund.seen, do: 'refund', amount: '5', note: 'Short.' }, { csrf: refund.csrf });
    expect((await send()).status).toBe(303);
    const again = await send();
    expect([again.status, again.text.includes('Something happened to this since you opened the page.')]).toEqual([400, true]);
    expect((await lund.post(stepsOf(id), { seen: theirs.seen, do: 'refund', amount: '5', note: 'Short.' }, { csrf: theirs.csrf })).status).toBe(400);
    const entries = (await world.house.services.records.entries(harrow, margaret)).filter(({ requestId }) => requestId === id);
    expect(entries.map(({ kind, amountPence }) => [kind, amountPence])).toEqual([['set-aside', 1500], ['spend', 1500], ['refund', 500]]);
  });

  test.each([
    [{ do: 'book', 'on-day': '31', 'on-month': '2', 'on-year': '2027' }, 'Enter a day that is in the calendar'], [{ do: 'book' }, 'Enter the day that the provider gave'], [{ do: 'book', 'on-day': '1', 'on-month': '2', 'on-year': '2020' }, 'Enter a day that has not gone by'],
    [{ do: 'book', 'on-day': '1', 'on-month': '2', 'on-year': '2099', at: 'noonish<b>' }, 'Enter a time, like 14:30'], [{ do: 'pay', amount: '15' }, 'Something happened to this since you opened the page'], [{ do: '__proto__' }, 'Choose what to do'], [{ do: 'withdraw', note: 'x'.repeat(201) }, 'at most 200 letters'],
  ])('%o is refused with how to mend it, and changes nothing', async (form, message) => {
    const [okafor, id] = [await world.as('adviser'), await agreed()];
    const page = await take(okafor, id, { 'on-day': '', 'on-month': '', 'on-year': '', ...form });
    expect([page.status, page.text.includes(message), page.html.includes('noonish<b>'), (await requestOf(id)).state]).toEqual([400, true, false, 'approved']);
  });

  test.each([['15.01', 'That is more than is set aside for it'], ['0', 'Enter a sum in pounds'], ['-3', 'Enter a sum in pounds'], ['1e1', 'Enter a sum in pounds'], ['=1+1', 'Enter a sum in pounds']])('£%s is not paid', async (amount, message) => {
    const [okafor, id] = [await world.as('adviser'), await agreed()];
    await walk(okafor, id, book(), done);
    const page = await take(okafor, id, pay(amount));
    expect([page.status, page.text.includes(message), (await requestOf(id)).state]).toEqual([400, true, 'delivered']);
  });

  test('is read by whoever may see requests, and taken by nobody but those who decide', async () => {
    const id = await agreed();
    const [own, price, susan] = [await world.as('margaret'), await world.as('auditor'), await world.as('susan')];
    for (const one of [own, price]) {
      const page = await one.get(stepsOf(id));
      expect([page.status, page.text.includes('Agreed to by Mr Okafor'), page.html.includes('value="book"')]).toEqual([200, true, false]);
      expect((await one.post(stepsOf(id), { do: 'book', seen: '3' }, { csrf: 'x' })).status).toBe(404);
    }
    expect((await susan.get(stepsOf(id))).status).toBe(404);
  });
});

test('all that was asked for is listed a page at a time, what changed last first', async () => {
  const own = await world.as('margaret');
  const count = (await record()).requestBook.requests.length;
  expect(count).toBeGreaterThan(20);
  const [first, second] = [await own.get('/people/margaret/requests'), await own.get('/people/margaret/requests?page=2')];
  const cards = (html: string) => html.match(/class="govuk-summary-card"/g)?.length ?? 0;
  expect([cards(first.html), cards(second.html), first.text.includes('Page 1 of')]).toEqual([20, Math.min(20, count - 20), true]);
  for (const odd of ['-1', '99', 'x']) expect((await own.get(`/people/margaret/requests?page=${odd}`)).status).toBe(200);
});

describe('cancelling', () => {
  const cancelOf = (id: string) => `/people/margaret/requests/${id}/cancel`;

  test('is the person’s own until it is booked: the money is free again, and nobody tells them what they did', async () => {
    const [own, id, before] = [await world.as('margaret'), await agreed(), await left()];
    expect((await own.get(cancelOf(id))).text).toContain('£15 is no longer set aside for it, and can be used again.');
    expect((await own.post(cancelOf(id))).location).toBe('/people/margaret/requests?said=cancelled');
    expect([(await requestOf(id)).state, (await requestOf(id)).history.at(-1)!.by, await left()]).toEqual(['cancelled', 'person', before + 1500]);
    const again = await own.post(cancelOf(id), {}, { csrf: seenIn((await own.get('/people/margaret/speech')).html).csrf });
    expect([again.status, again.text.includes('It cannot be cancelled any more')]).toEqual([400, true]);
  });

  test('what is booked is cancelled by the council, with a reason that the person hears', async () => {
    const [own, okafor, id, before] = [await world.as('margaret'), await world.as('adviser'), await agreed(), await left()];
    await walk(okafor, id, book());
    expect((await own.get(cancelOf(id))).text).toMatch(/somebody may be on their way\. .* can still cancel it, on/);
    const refused = await own.post(cancelOf(id), {}, { csrf: seenIn((await own.get('/people/margaret/speech')).html).csrf });
    expect([refused.status, refused.text.includes('It is booked, so the council has to cancel it')]).toEqual([400, true]);
    const page = await okafor.get(cancelOf(id));
    expect(page.text).toContain('Margaret will hear: Mr Okafor has cancelled gardening with Green Fingers Gardens Ltd. You can ask for it again.');
    expect((await okafor.post(cancelOf(id), { note: '' })).text).toContain('Enter the reason, in words that can be read out');
    await okafor.post(cancelOf(id), { note: 'They have no van.' });
    expect([(await requestOf(id)).state, await left()]).toEqual(['cancelled', before + 1500]);
    const alert = await until(async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).find(({ facts }) => facts['requestId'] === id && facts['state'] === 'cancelled'), (found) => found !== undefined);
    expect(alert?.facts['by']).toBe('Mr Okafor');
  });

  test('what was booked within the time to take it back can be taken back', async () => {
    const [own, okafor, id] = [await world.as('margaret'), await world.as('adviser'), await agreed(instant(world.house.clock() + 600_000))];
    await walk(okafor, id, book());
    expect((await own.post(cancelOf(id), { note: '<i>Changed my mind' })).status).toBe(303);
    expect((await own.get(stepsOf(id))).html).toContain('Cancelled by Margaret</strong>: &lt;i&gt;Changed my mind');
  });

  test('is for nobody who may not act on requests', async () => {
    const id = await agreed();
    for (const who of ['susan', 'ann', 'auditor', 'desk']) expect([who, (await (await world.as(who)).get(cancelOf(id))).status]).toEqual([who, 404]);
  });
});
