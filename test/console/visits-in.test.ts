// Promise: staff send an agency’s file, see what it would do before anything is changed, bring it in, link whom it does not know, and decide about what went missing; nobody else may.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { visitsOn } from '../../models/care-visit/index.ts';
import { addDays, localDate } from '../../models/shared/index.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const source = '/visits-in/sources/kindly-care-rota';
const zone = 'Europe/London';
const day = (ahead: number) => addDays(localDate(world.house.clock(), zone), ahead);
const access = 'Visit ID,Visits Date,Visit Start Time,Visit End Time,Employee ID,Customer ID,Workplan ID';
const visitsAt = async (ahead: number) => visitsOn((await world.house.services.records.byPerson(harrow, margaret))!.visitBook, day(ahead), zone).map(({ from, status, id }) => `${from} ${status}${id.startsWith('kindly-care-rota.') ? ' *' : ''}`);

async function sendFile(one: Browser, text: string | Uint8Array<ArrayBuffer>, { path = source, csrf, name = 'rota.csv' }: { readonly path?: string; readonly csrf?: string; readonly name?: string } = {}) {
  const token = csrf ?? /name="_csrf" value="([^"]+)"/.exec((await one.get(path)).html)?.[1] ?? '';
  const form = new FormData();
  form.set('_csrf', token);
  form.set('file', new File([text], name));
  const response = await fetch(world.house.origin + path, { method: 'POST', headers: { Cookie: one.cookie(), Accept: 'text/html' }, body: form, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');

describe('a file', () => {
  test('is looked at first, brought in with a yes, and what the next lacks is listed for staff to decide', async () => {
    const okafor = await world.as('adviser');
    const row = (ref: string, ahead: number, from: string, to: string, client = 'KC-MARGARET') => `${ref},${day(ahead)},${from},${to},asha,${client},`;
    const sent = await sendFile(okafor, [access, row('n1', 9, '15:00', '15:15'), row('n2', 9, '20:00', '20:30'), row('n3', 9, '25:00', '20:30'), row('n4', 9, '15:00', '15:15', 'KC-NOBODY')].join('\n'));
    expect(sent).toMatchObject({ status: 303, location: expect.stringMatching(/^\/visits-in\/runs\//) });
    const run = sent.location;
    const preview = await okafor.get(run);
    expect(preview.text).toContain('Nothing is changed yet.');
    expect(preview.text).toMatch(/New 2 .*KC-NOBODY: 1 visit.*1 row was not taken.*“25:00” is not a time Write it like 08:30/);
    expect((await okafor.get(`${run}/rows.csv`)).html).toBe('Row,Visit,Taken or not,What is wrong,What to do\r\n4,n3,Not taken,“25:00” is not a time,Write it like 08:30\r\n');
    expect((await visitsAt(9)).filter((line) => line.endsWith('*'))).toEqual([]);
    await okafor.post(run, { do: 'bring-in' });
    expect((await okafor.get(run)).text).toContain('Brought in ');
    expect((await visitsAt(9)).filter((line) => line.endsWith('*'))).toEqual(['15:00 planned *', '20:00 planned *']);

    const next = (await sendFile(okafor, [access, row('n1', 9, '16:00', '16:15')].join('\n'))).location;
    expect((await okafor.get(next)).text).toMatch(/Moved 1 Were there before, and are not now 1.*Margaret Ellis, .* 8pm/);
    await okafor.post(next, { do: 'bring-in' });
    expect((await visitsAt(9)).filter((line) => line.endsWith('*'))).toEqual(['16:00 confirmed *', '20:00 planned *']);
    expect((await okafor.post(next, { do: 'cancel' })).text).toContain('Choose the visits that the agency says are cancelled');
    expect((await okafor.post(next, { do: 'cancel', visit: 'dev kindly-care-rota.n2' })).status).toBe(400);
    expect((await okafor.post(next, { do: 'cancel', visit: 'margaret kindly-care-rota.n2' })).location).toMatch(/said=visits-cancelled$/);
    expect((await visitsAt(9)).filter((line) => line.endsWith('*'))).toEqual(['16:00 confirmed *', '20:00 cancelled *']);
    expect((await okafor.get(next)).text).toMatch(/8pm: cancelled/);
    const told = (await world.house.services.alerts.list(harrow, margaret, '2020', '2100')).map(({ kind, facts }) => `${kind} ${String(facts['visitId'] ?? facts['visitIds'])}`);
    expect(told).toEqual(expect.arrayContaining(['visit-changed kindly-care-rota.n1', 'visit-cancelled ["kindly-care-rota.n2"]']));
  });

  test('thrown away changes nothing, and cannot be brought in', async () => {
    const okafor = await world.as('adviser');
    const run = (await sendFile(okafor, `${access}\nt1,${day(10)},15:00,15:15,asha,KC-MARGARET,\n`)).location;
    expect((await okafor.post(run, { do: 'throw-away' })).location).toMatch(/said=visits-thrown-away$/);
    expect((await okafor.post(run, { do: 'bring-in' }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await okafor.get('/account')).html)![1]! })).location).toMatch(/said=uncertain$/);
    expect((await visitsAt(10)).filter((line) => line.endsWith('*'))).toEqual([]);
  });

  test.each([['no file', '', 'Choose the file as your system exported it'], ['a spreadsheet', 'PK\u0003\u0004', 'Save a spreadsheet as CSV'], ['something else', 'hello', 'No row of headings was found']])('%s is refused, with how to mend it', async (_what, text, message) => {
    const answer = await sendFile(await world.as('adviser'), text);
    expect([answer.status, textOf(answer.html).includes(message)]).toEqual([400, true]);
  });

  test('of a kind nobody knows asks once which column says what', async () => {
    const okafor = await world.as('adviser');
    await okafor.post('/visits-in/sources/new/settings', { name: 'Sunrise rota', agency: 'Sunrise Care', hours: '24', workers: 'E1, Asha' });
    const path = '/visits-in/sources/sunrise-rota';
    const file = `Call no;Whom;Call date;From;To;Colour\nc1;KC-MARGARET;${day(3)};10:00;10:30;<b>red</b>\n`;
    const asked = await sendFile(okafor, file, { path });
    expect([asked.status, asked.html.includes('&lt;b&gt;red'), /name="date">[\s\S]*?<option value="Call date" selected>/.test(asked.html)]).toEqual([200, true, true]);
    const headings = ['Call no', 'Whom', 'Call date', 'From', 'To', 'Colour'];
    const csrf = /name="_csrf" value="([^"]+)"/.exec(asked.html)![1]!;
    const keep = async (form: Record<string, string>) => {
      const body = new URLSearchParams([['_csrf', csrf], ...headings.map((heading) => ['heading', heading]), ...Object.entries(form)] as [string, string][]);
      return fetch(`${world.house.origin}${path}/columns`, { method: 'POST', headers: { Cookie: okafor.cookie(), 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' }, body: body.toString(), redirect: 'manual' });
    };
    const faulty = await keep({ client: 'Whom', date: 'Call date', start: 'From', end: 'To' });
    expect([faulty.status, textOf(await faulty.text()).includes('Choose the column with the system’s own number of the visit')]).toEqual([400, true]);
    expect((await keep({ ref: 'Call no', client: 'Whom', date: 'Call date', start: 'From', end: 'To' })).status).toBe(303);
    expect((await sendFile(okafor, file, { path })).location).toMatch(/^\/visits-in\/runs\//);
  });
});

describe('whom it does not know', () => {
  test('is linked by name or number, found by the next file, and unlinked again', async () => {
    const okafor = await world.as('adviser');
    const clients = `${source}/clients`;
    expect((await okafor.post(clients, { client: 'MARHUG', words: 'zzzz' })).text).toContain('Nobody has that name or number.');
    expect((await okafor.post(clients, { client: 'MARHUG', words: 'marg' })).html).toMatch(/Who is “MARHUG”[\s\S]*value="margaret"/);
    expect((await okafor.post(clients, { client: 'MARHUG', words: 'marg', do: 'link', person: 'nobody-here' })).text).toContain('Choose who it is');
    expect((await okafor.post(clients, { client: 'MARHUG', do: 'link', person: 'margaret' })).location).toMatch(/said=client-linked$/);
    const run = (await sendFile(okafor, `${access}\nm1,${day(12)},15:00,15:15,asha,mar hug,\n`)).location;
    expect((await okafor.get(run)).text).toMatch(/New 1 .*Margaret Ellis/);
    await okafor.post(clients, { client: 'MARHUG', do: 'unlink' });
    expect((await okafor.get(clients)).text).not.toContain('MARHUG is Margaret');
  });
});

describe('who may', () => {
  test('look, and send: by the table alone; a file without the form’s mark, or from another’s, is nothing', async () => {
    const file = `${access}\nx1,${day(3)},10:00,10:30,asha,KC-MARGARET,\n`;
    for (const who of ['auditor', 'margaret', 'susan']) expect((await sendFile(await world.as(who), file, { csrf: 'x' })).status).toBe(404);
    expect((await (await world.as('auditor')).get(source)).text).not.toContain('Send a file');
    expect((await sendFile(await world.as('adviser'), file, { csrf: 'x' })).status).toBe(403);
  });

  test('what is larger than 25 megabytes is refused before it is read', async () => {
    const answer = await sendFile(await world.as('adviser'), new Uint8Array(27 * 1_024 * 1_024));
    expect([answer.status, textOf(answer.html).includes('larger than 25 megabytes')]).toEqual([413, true]);
  });

  test.each(['<script>alert(1)</script>', '{{7177*7177}}', '=HYPERLINK("x")', '\u202Etxet'])('%j in a file comes back as text', async (hostile) => {
    const okafor = await world.as('adviser');
    const run = (await sendFile(okafor, `${access}\n${hostile},${hostile},10:00,10:30,${hostile},${hostile},\nz,${day(3)},10:00,10:30,asha,${hostile},\n`, { name: `${hostile}.csv` })).location;
    const [page, rows] = [await okafor.get(run), await okafor.get(`${run}/rows.csv`)];
    expect([page.status, /<script>alert|51509329/.test(page.html), /^"?=/m.test(rows.html)]).toEqual([200, false, false]);
  });
});

test('visits go out as FHIR appointments to whoever may see them, and come in again as they were', async () => {
  const answer = await (await world.as('susan')).get('/people/margaret/appointments.json');
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('application/fhir+json'), 'attachment; filename="appointments.json"']);
  const { entry } = JSON.parse(answer.html) as { entry: readonly { resource: { resourceType: string; start: string } }[] };
  expect([entry.length > 30, new Set(entry.map(({ resource }) => resource.resourceType))]).toEqual([true, new Set(['Appointment'])]);
  const okafor = await world.as('adviser');
  await okafor.post(`${source}/clients`, { client: 'margaret', do: 'link', person: 'margaret' });
  const run = (await sendFile(okafor, answer.html, { name: 'appointments.json' })).location;
  const { text } = await okafor.get(run);
  expect(text).toMatch(/Nothing is changed yet\./);
  expect(text).not.toMatch(/ (?:Moved|Cancelled|Other care workers|Other tasks|Longer or shorter|Missed) \d/);
}, 30_000);

test('the demonstration has a file that waits, with something of everything', async () => {
  const page = await (await world.as('adviser')).get('/visits-in');
  expect(page.text).toMatch(/Kindly Care rota Kindly Care .*rota-this-week\.csv Kindly Care rota .* Waits for a yes/);
  const run = /href="(\/visits-in\/runs\/[^"]+week)"/.exec(page.html)![1]!;
  expect((await (await world.as('adviser')).get(run)).text).toMatch(/As they were [1-9]\d* Other care workers 1 New 1 .*KC-PENDLE.*1 row was not taken/);
});
