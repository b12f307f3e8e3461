// Promise: goals stand in the person's own words, with what they are about and how they go over time; the adviser sets them, the person and whoever may says how it is going, and what a goal pays for counts from that moment.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { themeOf, type Theme } from '../../models/outcome/index.ts';
import { goalFor } from '../../models/outcome/index.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let okafor: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  okafor = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const base = '/people/margaret/goals';
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const goals = async () => (await record()).outcomeBook.goals;
const idIn = (html: string) => /name="id" value="([^"]+)"/.exec(html)![1]!;
const progress = async (one: Browser, goalId: string, form: Readonly<Record<string, string>>) => {
  const id = idIn((await one.get(`${base}/${goalId}/progress`)).html);
  return { id, page: await one.post(`${base}/${goalId}/progress`, { id, ...form }) };
};

describe('goals', () => {
  test('are read with their theme, since when, what they pay for, and how it went over time', async () => {
    const { text } = await (await world.as('margaret')).get(base);
    expect(text).toMatch(/Getting out and seeing people How it is going 7 out of 10, from 3 at first About Active and supportive communities/);
    expect(text).toMatch(/Day Out of 10 What was said By .* 7 I see Joan at the lunch club now as well\. Margaret .* 3 Margaret has hardly been out/);
    expect(text).toMatch(/Keeping the house and garden nice .*: due Pays for gardening/);
    expect(text).not.toMatch(/Add a goal|Change or end/);
  });

  test('are set by the adviser, and what one pays for is in the plan from then on', async () => {
    expect(goalFor(await goals(), 'a greenhouse')).toBeUndefined();
    const id = idIn((await okafor.get(`${base}/new`)).html);
    const form = { id, words: 'making things  with\r\nmy hands', theme: 'communities', covers: 'a greenhouse\r\n\r\na greenhouse\nknitting group', 'review-day': '1', 'review-month': '3', 'review-year': '2999' };
    expect((await okafor.post(`${base}/new`, form)).location).toBe(`${base}?said=kept`);
    await okafor.post(`${base}/new`, form);
    expect((await goals()).filter((goal) => goal.id === id)).toEqual([expect.objectContaining({ words: 'making things with my hands', covers: ['a greenhouse', 'knitting group'], theme: 'communities', reviewOn: '2999-03-01' })]);
    expect(goalFor(await goals(), 'a greenhouse')?.id).toBe(id);
    const { words: _, ...rest } = form;
    await okafor.post(`${base}/${id}`, { ...rest, words: 'making pots', 'review-day': '', 'review-month': '', 'review-year': '' });
    expect((await goals()).find((goal) => goal.id === id)).toMatchObject({ words: 'making pots' });
    expect((await goals()).find((goal) => goal.id === id)).not.toHaveProperty('reviewOn');
  });

  test('that ended pay for nothing, and stay to be read', async () => {
    const goal = (await goals()).find(({ words }) => words === 'making pots')!;
    expect((await okafor.post(`${base}/${goal.id}`, { do: 'end' })).text).toContain('Choose how it ended');
    await okafor.post(`${base}/${goal.id}`, { do: 'end', how: 'wants-something-else' });
    expect([goalFor(await goals(), 'a greenhouse'), (await record()).outcomeBook.pastGoals?.length]).toEqual([undefined, 1]);
    expect((await okafor.get(base)).text).toMatch(/Goals that ended .*Making pots .*They want something else now/);
    expect((await okafor.get(`${base}/${goal.id}`)).status).toBe(404);
  });

  test.each([
    [{ words: ' ' }, 'Enter the goal'], [{ words: 'x'.repeat(161) }, 'at most 160 letters'], [{ theme: 'nonsense' }, 'Choose what it is about'], [{ covers: Array.from({ length: 21 }, (_, place) => `thing ${place}`).join('\n') }, 'at most 20 lines'],
    [{ covers: 'x'.repeat(61) }, 'at most 60 letters'], [{ 'review-day': '31', 'review-month': '2', 'review-year': '2999' }, 'in the calendar'], [{ 'review-day': '1', 'review-month': '2', 'review-year': '2020' }, 'has not gone by'],
  ])('with %o nothing is set', async (change, message) => {
    const page = await okafor.post(`${base}/new`, { words: 'a goal', theme: 'wellbeing', covers: '', ...change });
    expect([page.status, page.text.includes(message)]).toEqual([400, true]);
  });

  test('are twelve at the most', async () => {
    const before = (await goals()).length;
    for (let number = before; number < 12; number += 1) await okafor.post(`${base}/new`, { words: `goal ${number}`, theme: 'wellbeing' });
    expect((await okafor.post(`${base}/new`, { words: 'one more', theme: 'wellbeing' })).text).toContain('There are 12 goals already');
    expect((await goals()).length).toBe(12);
  });

  test('what the money may not be used for is set line by line', async () => {
    await okafor.post(base, { excluded: 'alcohol\nscratch cards\n' });
    expect((await record()).outcomeBook.excluded).toEqual(['alcohol', 'scratch cards']);
    expect((await (await world.as('margaret')).post(base, { excluded: '' }, { csrf: 'x' })).status).toBe(404);
  });
});

describe('how it is going', () => {
  test('is said by the person in words and from nought to ten; the same form twice is one note', async () => {
    const own = await world.as('margaret');
    const { id, page } = await progress(own, 'on-my-feet', { words: 'I walk <b>further</b> now', rating: '10' });
    expect(page.location).toBe(`${base}?said=kept`);
    await own.post(`${base}/on-my-feet/progress`, { id, words: 'I walk <b>further</b> now', rating: '10' });
    expect((await goals()).find((goal) => goal.id === 'on-my-feet')?.notes?.filter((note) => note.id === id)).toEqual([expect.objectContaining({ rating: 10, by: { id: 'person:margaret', name: 'Margaret' } })]);
    const { html, text } = await own.get(base);
    expect([html.includes('<b>further'), text.includes('10 out of 10, from 6 at first')]).toEqual([false, true]);
  });

  test.each([[{ words: '', rating: '' }, 'in words or with a number'], [{ rating: '11' }, 'Choose a number'], [{ rating: '7.5' }, 'Choose a number'], [{ words: 'x'.repeat(401) }, 'at most 400 letters']])('with %o nothing is kept', async (form, message) => {
    const { page } = await progress(await world.as('margaret'), 'on-my-feet', form);
    expect([page.status, page.text.includes(message)]).toEqual([400, true]);
  });

  test('is seen by family once the person lets them know of requests, and said by those who may act', async () => {
    const susan = await world.as('susan');
    expect((await susan.get(base)).status).toBe(404);
    const { household } = await record();
    const let_ = async (change: object) => world.house.services.records.save(await record(), { idempotencyKey: `let-${JSON.stringify(change)}`, at: world.house.clock(), household: { ...household, circle: household.circle.map((member) => (member.id === 'susan' ? { ...member, ...change } : member)) }, audit: [] });
    await let_({ mayKnow: ['visits', 'requests'] });
    expect([(await susan.get(base)).status, (await susan.get(`${base}/on-my-feet/progress`)).status]).toEqual([200, 404]);
    await let_({ mayKnow: ['visits', 'requests'], mayAct: ['requests'] });
    expect((await progress(susan, 'on-my-feet', { words: 'Mum came up the stairs' })).page.location).toBe(`${base}?said=kept`);
    expect((await goals()).find((goal) => goal.id === 'on-my-feet')?.notes?.at(-1)).toMatchObject({ by: { name: 'Susan' }, words: 'Mum came up the stairs' });
  });
});

test.each<readonly [string, 'visit' | 'service' | 'general', Theme]>([
  ['she was lovely', 'visit', 'workforce'], ['they came late again', 'visit', 'my-way'], ['it was cancelled at short notice', 'visit', 'change'], ['nobody told me anything', 'general', 'information'], ['I met two friends', 'service', 'communities'],
  ['I feel safe', 'general', 'wellbeing'], ['fine', 'visit', 'workforce'], ['fine', 'service', 'communities'], ['', 'general', 'wellbeing'], ['ＳＨＥ was kind', 'general', 'workforce'],
])('%j of a %s is about %s', (words, kind, theme) => {
  expect(themeOf(words, { kind })).toBe(theme);
});
