// Promise: an approver changes a budget by the ledger’s own ways, having seen all of it first; the same press twice is one line; above £500 nothing moves before somebody else’s yes; and whoever may not, cannot.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figuresFrom, leftPence } from '../../models/budget/index.ts';
import { addDays, localDate } from '../../models/shared/index.ts';
import { waitingProposals } from '../../lambda/store/proposal-rows.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const [page, waitingPage] = ['/people/margaret/budget/change', '/people/margaret/budget/waiting'];
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const left = async () => leftPence((await record()).budget!);
const entries = async () => world.house.services.records.entries(harrow, margaret);
const waiting = async () => (await waitingProposals(world.house.table, harrow)).filter(({ personId }) => personId === 'margaret');
const hiddenIn = (html: string): Record<string, string> => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]).filter(([name]) => name !== '_csrf'));
const csrfIn = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)![1]!;
/** Fills the form in and is shown all of it; `send` is the yes to what was shown. */
async function shown(one: Browser, form: Readonly<Record<string, string>>) {
  const check = await one.post(page, { kind: 'allocation', amount: '100', source: 'council', what: 'a summer break', ...form });
  return { check, send: async () => one.post(page, { ...hiddenIn(check.html), do: 'send' }, { csrf: csrfIn(check.html) }) };
}

test('money is paid in once it was shown, once however often the button is pressed, and the statement has it', async () => {
  const [lund, before] = [await world.as('approver'), await left()];
  expect((await lund.get('/people/margaret/budget')).html).toContain(`href="${page}"`);
  const { check, send } = await shown(lund, {});
  expect(check.text).toContain(`What Pay in £100, from the council What for a summer break Left to use now £${before / 100} Left to use after it £${before / 100 + 100} It is in the ledger at once`);
  expect(await left()).toBe(before);
  const [both, late] = [await Promise.all([send(), send()]), await send()];
  expect(both.map(({ status }) => status).includes(303)).toBe(true);
  expect(late.location).toBe('/people/margaret/budget?said=budget-changed');
  expect([await left(), (await entries()).filter(({ what }) => what === 'a summer break').length]).toEqual([before + 10_000, 1]);
  expect((await lund.get('/people/margaret/budget')).text).toContain('Paid in by the council a summer break £100');
  expect(figuresFrom(await entries())).toEqual((await record()).budget!.figures);
  expect((await (await world.as('auditor')).get('/people/margaret/audit')).text).toContain('Budget allocation');
});

test('a change by somebody else between the showing and the yes is shown first', async () => {
  const lund = await world.as('approver');
  const [one, other] = [await shown(lund, { what: 'first' }), await shown(lund, { what: 'second', amount: '7' })];
  await one.send();
  const stopped = await other.send();
  expect([stopped.status, stopped.text.includes('The budget changed since you were shown this, so nothing was done.')]).toEqual([200, true]);
  expect((await entries()).some(({ what }) => what === 'second')).toBe(false);
  expect((await lund.post(page, { ...hiddenIn(stopped.html), do: 'send' }, { csrf: csrfIn(stopped.html) })).status).toBe(303);
  expect((await entries()).filter(({ what }) => what === 'second')).toHaveLength(1);
});

test('money is kept back and let go again, and a mistaken line is put right with its reason', async () => {
  const [lund, before] = [await world.as('approver'), await left()];
  await (await shown(lund, { kind: 'kept-back', amount: '20', what: 'for emergencies' })).send();
  expect(await left()).toBe(before - 2000);
  await (await shown(lund, { kind: 'kept-back-released', amount: '20', what: 'not needed' })).send();
  const mistaken = (await entries()).find(({ what }) => what === 'first')!;
  const { check, send } = await shown(lund, { kind: 'reversal', entry: mistaken.id, what: 'It was paid in twice' });
  expect(check.text).toContain('Put right a line of £100: paid in by the council, first');
  await send();
  expect(await left()).toBe(before - 10_000);
  expect((await lund.get('/people/margaret/budget')).text).toContain('Put right first. It was paid in twice £100');
  expect((await lund.get(page)).html).not.toContain(`value="${mistaken.id}"`);
});

describe('above £500', () => {
  test('it waits where everybody sees it who may agree, moves nothing, and is posted by the second yes', async () => {
    const [lund, okafor, before] = [await world.as('approver'), await world.as('adviser'), await left()];
    const { check, send } = await shown(lund, { amount: '600', what: 'a ramp' });
    expect(check.text).toContain('Above £500, counting what you did alone to this budget in the last day, two people have to agree. It waits for somebody else, and no money moves before their yes.');
    expect((await send()).location).toBe(`${waitingPage}?said=budget-waits`);
    expect((await send()).status).toBe(303);
    expect([await left(), (await waiting()).length]).toEqual([before, 1]);
    const own = await lund.get(waitingPage);
    expect([own.text.includes('You asked for this. Somebody else has to agree.'), own.html.includes('value="agree"')]).toEqual([true, false]);
    const [proposal] = await waiting();
    const forced = await lund.post(waitingPage, { id: proposal!.id, do: 'agree' });
    expect([forced.status, forced.text.includes('Somebody else has to agree')]).toEqual([400, true]);
    expect((await okafor.get('/requests')).text).toContain('2 changes of budgets wait for a second yes');
    expect((await okafor.get('/budget-changes')).text).toContain('Margaret Ellis Pay in £600, from the council a ramp Ms Lund. You can agree Today');
    expect((await okafor.get('/people/margaret/budget')).text).toContain('A change waits for a second yes');
    const csrf = csrfIn((await okafor.get(waitingPage)).html);
    const both = await Promise.all([1, 2].map(async () => okafor.post(waitingPage, { id: proposal!.id, do: 'agree' }, { csrf })));
    expect(both.some(({ location }) => location === '/people/margaret/budget?said=budget-changed')).toBe(true);
    expect([await left(), (await waiting()).length, (await entries()).filter(({ what }) => what === 'a ramp').length]).toEqual([before + 60_000, 0, 1]);
    const late = await okafor.post(waitingPage, { id: proposal!.id, do: 'agree' }, { csrf });
    expect([late.status, late.text.includes('That waits no more. Somebody has agreed to it, or let it go'), await left()]).toEqual([400, true, before + 60_000]);
  });

  test('it is let go by whoever asked, or not agreed to, and no money has moved', async () => {
    const [lund, before] = [await world.as('approver'), await left()];
    await (await shown(lund, { amount: '700', what: 'a mistake' })).send();
    expect((await lund.post(waitingPage, { id: (await waiting())[0]!.id, do: 'let-go' })).location).toBe('/people/margaret/budget?said=budget-not-agreed');
    expect([await left(), await waiting()]).toEqual([before, []]);
  });

  test('the second yes is refused when the ledger would not have it any more, and it goes on waiting', async () => {
    const [lund, okafor] = [await world.as('approver'), await world.as('adviser')];
    await (await shown(lund, { kind: 'kept-back', amount: String(Math.floor(await left() / 100)), what: 'all of it' })).send();
    expect(await waiting()).toHaveLength(1);
    await (await shown(lund, { kind: 'kept-back', amount: '50', what: 'some first' })).send();
    const refused = await okafor.post(waitingPage, { id: (await waiting())[0]!.id, do: 'agree' });
    expect([refused.status, refused.text.includes('There is not so much left.'), (await waiting()).length]).toEqual([400, true, 1]);
    await okafor.post(waitingPage, { id: (await waiting())[0]!.id, do: 'let-go' });
  });
});

test('nothing is taken back before the day the council looks at the budget; on that day, what is above what may be kept', async () => {
  const lund = await world.as('approver');
  const early = await lund.post(page, { kind: 'taken-back', amount: '5', what: 'not used' });
  expect([early.status, early.text.includes('Nothing is taken back before the day on which the council looks at this budget.')]).toEqual([400, true]);
  const now = await record();
  await world.house.services.records.save(now, { idempotencyKey: 'review-today', at: world.house.clock(), budget: { after: { ...now.budget!, settings: { ...now.budget!.settings, reviewOn: localDate(world.house.clock(), 'Europe/London') } }, entries: [] }, audit: [] });
  const surplus = await left() - 16_000;
  const over = await lund.post(page, { kind: 'taken-back', amount: String((surplus + 1) / 100), what: 'not used' });
  expect(over.text).toContain('That is more than is above what may be kept');
  await (await shown(lund, { kind: 'taken-back', amount: '5', what: 'not used' })).send();
  expect(await left()).toBe(surplus + 16_000 - 500);
  const then = await record();
  await world.house.services.records.save(then, { idempotencyKey: 'review-later', at: world.house.clock(), budget: { after: { ...then.budget!, settings: { ...then.budget!.settings, reviewOn: addDays(localDate(world.house.clock(), 'Europe/London'), 60) } }, entries: [] }, audit: [] });
});

test.each([
  [{ kind: '' }, 'Choose what to do'], [{ kind: 'spend' }, 'Choose what to do'], [{ amount: '' }, 'Enter a sum in pounds'], [{ amount: '0' }, 'Enter a sum in pounds'], [{ amount: '-5' }, 'Enter a sum in pounds'], [{ amount: '1e3' }, 'Enter a sum in pounds'], [{ amount: '12.345' }, 'Enter a sum in pounds'],
  [{ source: 'nobody' }, 'Choose where the money is from'], [{ what: ' ' }, 'Enter what it is for, or why'], [{ what: `<b>${'x'.repeat(120)}` }, 'has at most 120 letters'], [{ kind: 'reversal', entry: 'no-such' }, 'Choose the line that is to be put right'], [{ kind: 'kept-back', amount: '99999' }, 'There is not so much left'], [{ kind: 'kept-back-released', amount: '99999' }, 'There is not so much kept back'],
])('with %o nothing is shown to say yes to: it says how to mend it, and keeps what was typed', async (change, message) => {
  const before = await left();
  const { check } = await shown(await world.as('approver'), change);
  expect([check.status, check.text.includes('There is a problem'), check.text.includes(message), check.html.includes('<b>xx'), await left()]).toEqual([400, true, true, false, before]);
});

test('is done by approvers, agreed to by those who decide, and by nobody else', async () => {
  for (const who of ['adviser', 'margaret', 'auditor', 'desk', 'susan']) {
    const one = await world.as(who);
    expect([who, (await one.get(page)).status, (await one.post(page, { kind: 'allocation', amount: '1', source: 'council', what: 'x', do: 'send' }, { csrf: 'x' })).status]).toEqual([who, 404, 404]);
    if (who !== 'adviser') expect([who, (await one.get(waitingPage)).status]).toEqual([who, 404]);
  }
  const price = await (await world.as('auditor')).get('/budget-changes');
  expect([price.status, price.html.includes('/people/dev/budget"'), price.html.includes('/waiting')]).toEqual([200, true, false]);
});
