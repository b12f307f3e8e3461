// Promise: those around somebody share jobs on a page: whoever may see them sees who has which, two who take one at once are told kindly, and staff look on.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, localDate } from '../../models/shared/index.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const base = '/people/margaret/jobs';
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const dayOn = (days: number) => {
  const [year = '', month = '', day = ''] = addDays(localDate(world.house.clock(), 'Europe/London'), days).split('-');
  return { 'on-year': year, 'on-month': month, 'on-day': day };
};
const job = async (words: string) => (await record()).jobBook.jobs.find((each) => each.words === words);
async function offer(one: Browser, words: string, form: Readonly<Record<string, string>> = {}) {
  expect((await one.post(`${base}/new`, { kind: 'shopping', words, ...dayOn(3), ...form })).location).toBe(`${base}?said=job-offered`);
  return (await job(words))!;
}
const doing = async (one: Browser, change: string, id: string) => one.post(base, { do: change, jobId: id });

describe('the page', () => {
  test('shows what there is to do, who has it and what became of it; whoever only looks has no buttons', async () => {
    const ann = await world.as('ann');
    const { text } = await ann.get(base);
    expect(text).toMatch(/A lift: To the foot clinic and back Not taken/);
    expect(text).toMatch(/Milk, bread and something nice for Sunday .*Susan has taken it\..*What became of it.*Susan took it/);
    expect(text).toContain('I will do it : To the foot clinic and back');
    expect((await ann.get(`${base}?show=mine`)).text).toMatch(/Company: Tea and the crossword/);
    expect((await ann.get(`${base}?show=mine`)).text).not.toContain('Milk, bread');
    expect((await ann.get(`${base}?show=ended`)).text).toContain('Done by Ann');
    const okafor = await world.as('adviser');
    expect((await okafor.get(base)).text).toContain('To the foot clinic and back');
    expect((await okafor.get(base)).html).not.toMatch(/name="jobId"|jobs\/new/);
    expect((await okafor.post(base, { do: 'take', jobId: 'margaret-lift' }, { csrf: 'x' })).status).toBe(404);
    expect((await okafor.get(`${base}/new`)).status).toBe(404);
  });

  test('puts what was taken among the visits of its day', async () => {
    const tomorrow = addDays(localDate(world.house.clock(), 'Europe/London'), 1);
    expect((await (await world.as('susan')).get(`/people/margaret?day=${tomorrow}`)).text).toMatch(/3pm Ann: company Tea and the crossword\. Ann has taken it\./);
  });

  test('bears any address', async () => {
    const susan = await world.as('susan');
    for (const query of ['?show=%00&page=-3', '?page=9999999999', `?show=${'x'.repeat(3000)}`, '?show=ended&page=abc']) expect([query, (await susan.get(base + query)).status]).toEqual([query, 200]);
  });
});

describe('a job', () => {
  test('goes from the person’s asking to the neighbour’s doing, each step said by whom', async () => {
    const [own, ann] = [await world.as('margaret'), await world.as('ann')];
    const { id } = await offer(own, 'Stamps and a birthday card');
    expect((await own.get(base)).text).not.toContain('I will do it : Stamps');
    expect((await doing(ann, 'take', id)).location).toBe(`${base}?said=job-take`);
    expect((await ann.get(`${base}?said=job-take`)).text).toContain('Thank you. It is yours, and everybody sees that.');
    expect((await doing(ann, 'give-back', id)).location).toContain('job-give-back');
    await doing(ann, 'take', id);
    expect((await doing(own, 'take-back', id)).location).toContain('job-take-back');
    await doing(ann, 'take', id);
    expect((await doing(ann, 'done', id)).location).toContain('job-done');
    expect((await job('Stamps and a birthday card'))?.history.map(({ deed, by }) => [deed, by.name])).toEqual([['offered', 'Margaret'], ['taken', 'Ann'], ['given-back', 'Ann'], ['taken', 'Ann'], ['taken-back', 'Margaret'], ['taken', 'Ann'], ['done', 'Ann']]);
    expect((await own.get(`${base}?show=ended`)).text).toMatch(/Stamps and a birthday card .*Done by Ann/);
    expect((await (await world.as('auditor')).get('/people/margaret/audit')).text).toMatch(/Ann Job take .*Margaret Job offered/);
  });

  test('that two take at once is one’s; the other reads who was quicker', async () => {
    const [susan, ann] = [await world.as('susan'), await world.as('ann')];
    const { id } = await offer(await world.as('margaret'), 'Bread');
    const answers = await Promise.all([doing(susan, 'take', id), doing(ann, 'take', id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 400]);
    const { takenBy } = (await job('Bread'))!;
    expect(answers.find(({ status }) => status === 400)?.text).toContain(`${takenBy!.name} was quicker and has taken it. Thank you for offering`);
    const loser = takenBy?.memberId === 'susan' ? ann : susan;
    expect((await doing(loser, 'give-back', id)).text).toContain('Only whoever has taken it, or offered it, can do that');
    expect((await doing(loser, 'take', 'never-was')).text).toContain('That job is not there any more');
    expect((await doing(loser, 'burn', id)).status).toBe(400);
  });

  test('may go with a visit, whose day and time it takes', async () => {
    const susan = await world.as('susan');
    const [, visitId = '', text = ''] = /<option value="([^"]+)">([^<]+)<\/option>/.exec((await susan.get(`${base}/new`)).html.split('None</option>')[1] ?? '') ?? [];
    await offer(susan, 'Sit with her while they are there', { visit: visitId, kind: 'company', 'on-day': '', 'on-month': '', 'on-year': '' });
    expect(await job('Sit with her while they are there')).toMatchObject({ visitId });
    expect((await susan.get(base)).text).toContain(`It goes with the visit: ${text.split(': ')[1]}`);
  });

  test('that is sent twice is asked for once', async () => {
    const susan = await world.as('susan');
    const id = /name="id" value="([^"]+)"/.exec((await susan.get(`${base}/new`)).html)![1]!;
    await offer(susan, 'Eggs', { id });
    await offer(susan, 'Eggs', { id });
    expect((await record()).jobBook.jobs.filter(({ words }) => words === 'Eggs')).toHaveLength(1);
  });

  test.each([
    [{}, ['Choose what kind of help it is', 'Enter the day', 'Enter what it is']],
    [{ kind: 'lift', words: 'x'.repeat(81), ...{ 'on-day': '31', 'on-month': '2', 'on-year': '2026' }, at: '25:99' }, ['Enter a real day', 'Enter a time, like 10:30', 'Say it in at most 80 letters']],
    [{ kind: 'lift', words: 'To town', 'on-day': '1', 'on-month': '1', 'on-year': '2020' }, ['That day is over']],
    [{ kind: 'lift', words: 'To town', visit: 'of-another' }, ['That visit has moved or is over']],
  ])('with %j is refused, says how to mend it, and keeps what was typed', async (form, messages) => {
    const page = await (await world.as('susan')).post(`${base}/new`, form);
    expect(page.status).toBe(400);
    for (const message of messages) expect(page.text).toContain(message);
    if ('words' in form) expect(page.html).toContain(`value="${form.words}"`);
  });

  test.each(['<script>alert(1)</script>', '{{7*7}}', '"><img src=x onerror=alert(1)>'])('named %j is text everywhere', async (hostile) => {
    const susan = await world.as('susan');
    await offer(susan, hostile);
    for (const page of [await susan.get(base), await susan.post(`${base}/new`, { words: hostile, at: hostile, kind: hostile, id: hostile, visit: hostile })]) expect(page.html).not.toMatch(/<script>alert|<img src=x|[ >]49[ <]/);
  });
});
