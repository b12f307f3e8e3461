// Promise: an approver sees what a file of money would do before anything moves, brings it in once however often it is sent, above £500 only with a second, and every row left out says how to mend it; the accounts reconcile afterwards.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reconcilePerson } from '../../lambda/reconciling/reconcile-person.ts';
import { waitingProposals } from '../../lambda/store/proposal-rows.ts';
import { localDate, personId } from '../../models/shared/index.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const recordOf = async (person: string) => (await world.house.services.records.byPerson(harrow, personId(person)))!;
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll('&#39;', '\'').replaceAll('&quot;', '"').replaceAll(/\s+/g, ' ');

async function send(one: Browser, fields: Readonly<Record<string, string>>, file?: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await one.get('/money-in')).html)?.[1] ?? '');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file !== undefined) form.set('file', new File([file], 'money.csv'));
  const response = await fetch(`${world.house.origin}/money-in`, { method: 'POST', headers: { Cookie: one.cookie(), Accept: 'text/html' }, body: form, redirect: 'manual' });
  const html = await response.text();
  return { status: response.status, html, text: textOf(html), held: /name="held" value="([^"]*)"/.exec(html)?.[1] ?? '' };
}
const fileOf = (...rows: readonly string[]) => ['Council number,Date,Kind,Amount,Reference,Words', ...rows].join('\r\n');
const today = () => localDate(world.house.clock(), 'Europe/London').split('-').reverse().join('/');

describe('a file of money', () => {
  test('is looked at first, brought in with a yes, and taken once', async () => {
    const lund = await world.as('approver');
    const before = await recordOf('margaret');
    const file = fileOf(`margaret,${today()},allocation,"£1,00.00",A0,wrong`, `MARGARET,${today()},allocation,£40.50,A1,winter money`, `margaret,${today()},payment,12.25,A2,<b>gardening</b>`, `nobody-we-know,${today()},payment,1,A3,`, `joyce,${today()},allocation,"£1,000.00",A4,a year’s money`);
    const seen = await send(lund, { source: 'Oracle' }, file);
    expect(seen.status).toBe(200);
    expect(seen.text).toMatch(/Nothing is changed yet\..*Would go into the ledger 2 Would wait for a second yes 1 There already 0 Not taken 2/);
    expect(seen.text).toMatch(/“£1,00.00” is not a sum in pounds Write it like.*Nobody here has that number Check it/);
    expect(seen.html).not.toContain('<b>gardening');
    expect((await recordOf('margaret')).budget).toEqual(before.budget);

    const done = await send(lund, { source: 'Oracle', held: seen.held, do: 'bring-in' });
    expect(done.text).toMatch(/Now in the ledger 2 Wait for a second yes 1 There already 0 Not taken 2.*Pay in £40.50, from the council.*Pay out £12.25/);
    const after = (await recordOf('margaret')).budget!;
    expect([after.figures.paidInPence - before.budget!.figures.paidInPence, after.figures.paidOutPence - before.budget!.figures.paidOutPence]).toEqual([4050, 1225]);
    expect((await waitingProposals(world.house.table, harrow)).filter(({ personId: person }) => person === 'joyce')).toMatchObject([{ id: 'money-in.oracle.A4', amountPence: 100_000, by: { id: 'lund' } }]);

    expect((await send(lund, { source: ' oracle ' }, file)).text).toMatch(/Would go into the ledger 0 .* yes 0 There already 3 Not taken 2/);
    await send(lund, { source: 'Oracle', held: seen.held, do: 'bring-in' });
    expect((await recordOf('margaret')).budget).toEqual(after);
    expect((await waitingProposals(world.house.table, harrow)).filter(({ personId: person }) => person === 'joyce')).toHaveLength(1);

    const okafor = await world.as('adviser');
    await okafor.post('/people/joyce/budget/waiting', { do: 'agree', id: 'money-in.oracle.A4' });
    expect((await recordOf('joyce')).budget?.recent[0]).toMatchObject({ id: 'money-in.oracle.A4', amountPence: 100_000 });
    expect((await send(lund, { source: 'Oracle' }, file)).text).toMatch(/There already 3/);
    for (const person of ['margaret', 'joyce']) expect(await reconcilePerson(await recordOf(person), world.house.services.records)).toEqual([]);
    expect((await lund.get('/people/margaret/budget')).text).toContain('winter money');
  });

  test('a payment that may be for a request is proposed for somebody to confirm, and never booked by itself', async () => {
    const lund = await world.as('approver');
    const before = (await recordOf('margaret')).budget!;
    const open = before.openSetAsides[0]!;
    const seen = await send(lund, { source: 'Bank' }, fileOf(`margaret,${today()},payment,${(open.amountPence / 100).toFixed(2)},D1,card payment`));
    expect(seen.text).toContain(`It may be for a request: ${open.what} (the same sum`);
    expect(seen.html).toContain(`href="/people/margaret/requests/${open.requestId}/steps"`);
    expect((await lund.get(`/people/margaret/requests/${open.requestId}/steps`)).status).toBe(200);
    await send(lund, { source: 'Bank', held: seen.held, do: 'bring-in' });
    expect((await recordOf('margaret')).budget).toEqual(before);
  });

  test('that is the statement of somebody’s card is looked at as it is, each payment beside what is set aside', async () => {
    const lund = await world.as('approver');
    const open = (await recordOf('margaret')).budget!.openSetAsides[0]!;
    const statement = `Date,Description,Paid out,Paid in\r\n${today()},CARD ${open.what.toUpperCase()},${(open.amountPence / 100).toFixed(2)},\r\n${today()},CORNER SHOP <i>,3.45,\r\n${today()},HARROW COUNCIL,,128.00\r\n`;
    expect((await send(lund, { source: 'Prepaid card' }, statement)).text).toContain('It is a statement, and does not say whose');
    const seen = await send(lund, { source: 'Prepaid card', owner: 'margaret' }, statement);
    expect(seen.text).toMatch(/Would go into the ledger 1 .*Not taken 2/);
    expect(seen.text).toContain(`It may be for a request: ${open.what} (the same sum`);
    expect(seen.text).toContain('Money came in, and a statement does not say what for');
    const done = await send(lund, { source: 'Prepaid card', owner: 'margaret', held: seen.held, do: 'bring-in' });
    expect(done.text).toMatch(/Now in the ledger 1 .*Pay out £3.45/);
    expect((await send(lund, { source: 'Prepaid card', owner: 'margaret' }, statement)).text).toMatch(/Would go into the ledger 0 .*There already 1/);
    expect(await reconcilePerson(await recordOf('margaret'), world.house.services.records)).toEqual([]);
  });

  test('of many rows is looked at and brought in a thousand at a time, and each part is listed with who brought it in', async () => {
    const lund = await world.as('approver');
    const before = (await recordOf('dev')).budget!.figures.paidInPence;
    const rows = Array.from({ length: 1_003 }, (_, row) => (row < 2 || row > 1_000 ? `dev,${today()},allocation,1.00,P${row},` : `nobody-${row},${today()},allocation,1.00,P${row},`));
    const seen = await send(lund, { source: 'Agresso' }, fileOf(...rows));
    expect(seen.text).toMatch(/part 1 of 2 .*1000 rows of 1003: this is part 1 of 2\..*Would go into the ledger 2 .*Bring in part 1/);
    const first = await send(lund, { source: 'Agresso', held: seen.held, fileName: '<i>big</i>.csv', part: '1', do: 'bring-in' });
    expect(first.text).toMatch(/Now in the ledger 2 .*Not taken 998.*Look at part 2/);
    expect((await recordOf('dev')).budget!.figures.paidInPence - before).toBe(200);
    const second = await send(lund, { source: 'Agresso', held: seen.held, part: '1', do: 'next' });
    expect(second.text).toMatch(/this is part 2 of 2\..*Would go into the ledger 2 .*Not taken 1 .*Bring in part 2/);
    expect((await send(lund, { source: 'Agresso', held: seen.held, part: '2', do: 'bring-in' })).text).not.toContain('Look at part');
    expect((await recordOf('dev')).budget!.figures.paidInPence - before).toBe(400);
    const page = await lund.get('/money-in');
    expect(page.text).toMatch(/Files brought in.*A file, part 2 of 2 agresso .* Ms Lund 3 2 taken, 1 not taken &lt;i&gt;big&lt;\/i&gt;\.csv, part 1 of 2 agresso .* Ms Lund 1000 2 taken, 998 not taken/);
    expect(page.html).not.toContain('<i>big');
  });

  test('two who send it at the same moment take it once', async () => {
    const lund = await world.as('approver');
    const { held } = await send(lund, { source: 'Oracle' }, fileOf(`dev,${today()},allocation,1.00,B1,`, `dev,${today()},allocation,2.00,B2,`));
    const before = (await recordOf('dev')).budget!.figures.paidInPence;
    await Promise.all([1, 2, 3].map(async () => send(lund, { source: 'Oracle', held, do: 'bring-in' })));
    expect((await recordOf('dev')).budget!.figures.paidInPence - before).toBe(300);
  });

  test('has an example to try, which shows all that can become of a row', async () => {
    const lund = await world.as('approver');
    const example = await lund.get('/money-in/example.csv');
    expect((await send(lund, { source: 'Example' }, example.html)).text).toMatch(/From Example, 5 rows\. .*Would go into the ledger 2 Would wait for a second yes 1 There already 0 Not taken 2/);
  });

  test('is told row by row in a file that no spreadsheet runs', async () => {
    const lund = await world.as('approver');
    const { held } = await send(lund, { source: 'Oracle' }, fileOf(`=HYPERLINK(1),${today()},payment,1,C1,`, `dev,${today()},payment,x,C2,`));
    expect((await send(lund, { source: 'Oracle', held, do: 'report' })).html).toBe('Row,Person,Reference,What becomes of it,What is wrong,What to do\r\n2,\'=HYPERLINK(1),C1,Not taken: payment of £1,Nobody here has that number,"Check it, or put the council’s number in the person’s details"\r\n3,,C2,Not taken,“x” is not a sum in pounds,"Write it like 1,234.50, or (12.00) for what goes back; at most a million"\r\n');
  });

  test.each<[string, Readonly<Record<string, string>>, string | undefined, string]>([
    ['no file', { source: 'Oracle' }, undefined, 'Choose the file'], ['no system', { source: ' ' }, 'x', 'Enter the name of the system'], ['other headings', { source: 'Oracle' }, 'a,b\n1,2', 'There is no row of headings with Council number'],
    ['what was made up as held', { source: 'Oracle', held: '!!!', do: 'bring-in' }, undefined, 'Choose the file'], ['a held that is no file', { source: 'Oracle', held: 'AAAAAAAA', do: 'bring-in' }, undefined, 'CSV'],
  ])('with %s is refused kindly, and what was typed stays', async (_what, fields, file, message) => {
    const answer = await send(await world.as('approver'), fields, file);
    expect([answer.status, answer.text.includes(message)]).toEqual([400, true]);
    if (fields['source'] === 'Oracle') expect(answer.html).toContain('value="Oracle"');
  });

  test('is for approvers alone', async () => {
    for (const who of ['adviser', 'desk', 'auditor', 'administrator', 'susan', 'margaret']) expect((await (await world.as(who)).get('/money-in')).status).toBe(404);
  });
});
