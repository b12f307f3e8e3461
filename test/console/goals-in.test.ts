// Promise: an adviser sends a file of support plans, sees what it would do before anything is changed, and brings it in; hostile words come back as text; nobody else may.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { margaret, harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const path = '/goals-in';
const goal = (value: string, text: string | undefined, person: string, more: object = {}) => ({ resource: { resourceType: 'Goal', identifier: [{ value }], lifecycleStatus: 'active', ...(text !== undefined && { description: { text } }), subject: { identifier: { value: person } }, ...more } });
const bundleOf = (...entry: readonly object[]) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
const goals = async () => (await world.house.services.records.byPerson(harrow, margaret))!.outcomeBook.goals;
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');

async function send(one: Browser, { file, form = {} }: { readonly file?: string; readonly form?: Readonly<Record<string, string>> }) {
  const body = new FormData();
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await one.get(path)).html)?.[1] ?? '');
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  if (file !== undefined) body.set('file', new File([file], 'plans.json'));
  const response = await fetch(world.house.origin + path, { method: 'POST', headers: { Cookie: one.cookie(), Accept: 'text/html' }, body, redirect: 'manual' });
  const html = await response.text();
  return { status: response.status, html, text: textOf(html), held: /name="held" value="([^"]+)"/.exec(html)?.[1] ?? '' };
}

test('a file is looked at, brought in, and the same once more changes nothing', async () => {
  const okafor = await world.as('adviser');
  const before = await goals();
  const file = bundleOf(goal('G-1', 'going to <b>temple</b> on my own', 'margaret'), goal('G-2', undefined, 'margaret'), goal('G-3', 'anything', 'HC-NOBODY'), goal('G-4', 'cooking', 'margaret', { lifecycleStatus: 'completed' }));
  const looked = await send(okafor, { file });
  expect(looked.status).toBe(200);
  expect(looked.text).toMatch(/Nothing is changed yet\..*Would be brought in 1 Stay as they are 1 Not taken 2/);
  expect(looked.text).toMatch(/2 G-2 The goal has no words Write it into Goal\.description\.text, as the person says it 3 G-3 Nobody here has that number/);
  expect(looked.html).toContain('Going to &lt;b&gt;temple&lt;/b&gt; on my own');
  expect(await goals()).toEqual(before);
  const done = await send(okafor, { form: { do: 'bring-in', held: looked.held } });
  expect(done.text).toMatch(/This is what became of each\..*Brought in 1/);
  const [added] = (await goals()).slice(before.length);
  expect(added).toMatchObject({ words: 'going to <b>temple</b> on my own', covers: [] });
  expect((await send(okafor, { form: { do: 'bring-in', held: looked.held } })).text).toMatch(/Brought in 0 Stay as they are 2/);
  const other = await send(okafor, { file: bundleOf(goal('G-1', 'going to the library', 'margaret')) });
  expect(other.text).toContain('Other words. Before: “going to <b>temple</b> on my own”'.replaceAll(/<\/?b>/g, (tag) => tag.replace('<', '&lt;').replace('>', '&gt;')));
  await send(okafor, { form: { do: 'bring-in', held: other.held } });
  expect((await goals()).slice(before.length)).toEqual([expect.objectContaining({ id: added!.id, words: 'going to the library' })]);
  const { text } = await (await world.as('auditor')).get('/people/margaret/audit');
  expect(text).toMatch(/Goals brought in/);
});

test('the example can be tried out at once: what is sound in it is taken, and the slip in it is told of', async () => {
  const okafor = await world.as('adviser');
  const example = await okafor.get('/goals-in/example.json');
  expect((await send(okafor, { file: example.html })).text).toMatch(/Would be brought in 2 .*EX-g2 The goal has no words/);
});

test('what is no such file is refused with how to mend it; nobody but an adviser may send one', async () => {
  const okafor = await world.as('adviser');
  expect(await send(okafor, {})).toMatchObject({ status: 400, text: expect.stringContaining('Choose the file as your system exported it') });
  expect(await send(okafor, { file: 'not a bundle' })).toMatchObject({ status: 400, text: expect.stringContaining('Send a Bundle with CarePlan and Goal resources') });
  expect(await send(okafor, { form: { do: 'bring-in', held: '%%%' } })).toMatchObject({ status: 400 });
  for (const who of ['administrator', 'margaret', 'auditor']) expect((await (await world.as(who)).get(path)).status).toBe(404);
});
