// Promise: how somebody is, they say themselves and nobody for them, in the unchanged wording, one question at a time, with skip and stop at each; what they say is shown over time, and a worrying answer has a human ring them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instruments, isWorthRinging, type InstrumentId } from '../../models/outcome/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { wellbeingOf } from '../../lambda/store/wellbeing-rows.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let own: Browser;
beforeAll(async () => {
  world = await consoleWorld();
  own = await world.as('margaret');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const base = '/people/margaret';
const answers = async () => wellbeingOf(world.house.table, harrow, margaret);
const rings = async () => (await alertStore(world.house.table).list(harrow, margaret, '2020', '2100')).filter(({ kind }) => kind === 'ring-wanted');
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;
const hiddenIn = (html: string): Record<string, string> => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!]).filter(([name]) => name !== '_csrf'));
type Shown = Awaited<ReturnType<Browser['post']>>;

/** Goes through the questions: an answer, `skip`, `back`, or a way to stop. */
async function answer(instrument: InstrumentId, given: readonly string[]): Promise<readonly Shown[]> {
  const path = `${base}/wellbeing/${instrument}`;
  const pages = [await own.post(path, { do: 'start' })];
  for (const each of given) {
    const { html } = pages.at(-1)!;
    const hidden = hiddenIn(html);
    const question = instruments[instrument].questions[Number(hidden['step'])]!.id;
    const isPress = ['skip', 'back', 'keep', 'forget'].includes(each);
    pages.push(await own.post(path, { ...hidden, ...(isPress ? { do: each } : { do: 'next', [question]: each }) }));
  }
  return pages;
}

describe('the questions', () => {
  test('are asked one by one in their own wording, and kept at the end with instrument, version and mode', async () => {
    const before = await answers();
    const pages = await answer('ons4', ['7', '8', '6', '2']);
    expect(pages[0]!.text).toContain('Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I’d like you to give an answer on a scale of 0 to 10, where 0 is “not at all” and 10 is “completely”.');
    expect(pages.slice(0, 4).map(({ text }, place) => text.includes(instruments.ons4.questions[place]!.words))).toEqual([true, true, true, true]);
    expect(pages[4]!.location).toBe(`${base}/wellbeing?said=thanks`);
    const after = await answers();
    expect([after.length, after.at(-1)]).toEqual([before.length + 1, expect.objectContaining({ instrument: 'ons4', version: '2020', mode: 'web', answers: { satisfied: '7', worthwhile: '8', happy: '6', anxious: '2' }, isStopped: false })]);
    expect((await own.get(`${base}/wellbeing`)).text).toMatch(/Day Satisfied Worthwhile Happy Anxious .* 7 8 6 2 .* 7 7 7 Skipped .* 6 6 7 4 .* 4 5 4 6/);
  });

  test('of loneliness end with the direct one, each with its own answers', async () => {
    const pages = await answer('ons-loneliness', ['often', 'some-of-the-time', 'hardly-ever-or-never', 'occasionally']);
    expect(pages[3]!.text).toMatch(/How often do you feel lonely\? Often\/always Some of the time Occasionally Hardly ever Never/);
    expect((await answers()).at(-1)?.answers).toEqual({ companionship: 'often', 'left-out': 'some-of-the-time', isolated: 'hardly-ever-or-never', lonely: 'occasionally' });
  });

  test('may be skipped, gone back to, and stopped with or without what was answered', async () => {
    const before = (await answers()).length;
    expect((await answer('ons4', ['5', 'forget'])).at(-1)!.location).toBe(`${base}/wellbeing?said=nothing-kept`);
    expect((await answer('ons4', ['skip', 'skip', 'skip', 'skip'])).at(-1)!.location).toBe(`${base}/wellbeing?said=nothing-kept`);
    expect((await answers()).length).toBe(before);
    await answer('ons4', ['5', 'skip', 'keep']);
    expect((await answers()).at(-1)).toMatchObject({ answers: { satisfied: '5' }, isStopped: true });
    await answer('ons4', ['5', '6', 'back', '9', '7', '3']);
    expect((await answers()).at(-1)?.answers).toEqual({ satisfied: '5', worthwhile: '9', happy: '7', anxious: '3' });
  });

  test.each(['11', '-1', '7.5', 'seven', '', '<b>'])('%j is no answer, and is asked again with what was answered', async (wrong) => {
    const page = (await answer('ons4', ['8', wrong])).at(-1)!;
    expect([page.status, page.text.includes('Choose an answer, or skip the question'), hiddenIn(page.html)['satisfied'], hiddenIn(page.html)['step']]).toEqual([400, true, '8', '1']);
  });

  test('sent twice are kept once, and nothing but answers is kept', async () => {
    const path = `${base}/wellbeing/ons4`;
    const hidden = hiddenIn((await own.post(path, { do: 'start' })).html);
    const before = (await answers()).length;
    const last = { ...hidden, step: '3', satisfied: '8', worthwhile: '99', happy: 'x', other: 'canary', anxious: '1', do: 'next' };
    await own.post(path, last);
    await own.post(path, last);
    expect([(await answers()).length, (await answers()).at(-1)?.answers]).toEqual([before + 1, { satisfied: '8', anxious: '1' }]);
    for (const step of ['-1', '99', 'NaN', '1e9']) expect((await own.post(path, { ...hidden, step, do: 'next' })).status).toBeLessThan(500);
  });

  test('are nobody else’s to answer: not family’s, not staff’s; and only the adviser reads them besides', async () => {
    for (const who of ['susan', 'ann', 'adviser', 'approver', 'auditor', 'desk']) {
      const one = await world.as(who);
      expect([who, (await one.get(`${base}/wellbeing/ons4`)).status, (await one.post(`${base}/wellbeing/ons4`, { do: 'next', step: '3', anxious: '9' }, { csrf: 'x' })).status]).toEqual([who, 404, 404]);
      expect([who, (await one.get(`${base}/wellbeing`)).status]).toEqual([who, who === 'adviser' || who === 'approver' ? 200 : 404]);
    }
    expect((await (await world.as('adviser')).get(`${base}/wellbeing`)).text).not.toContain('Answer the questions');
  });

  test('are not for somebody under sixteen', async () => {
    const { household } = await record();
    const born = async (bornOn: string) => world.house.services.records.save(await record(), { idempotencyKey: `born-${bornOn}`, at: world.house.clock(), household: { ...household, bornOn }, audit: [] });
    const year = new Date(world.house.clock()).getUTCFullYear();
    await born(`${year - 15}-01-01`);
    expect((await own.get(`${base}/wellbeing/ons4`)).text).toContain('These questions are for people of 16 and over');
    await born(household.bornOn!);
    expect((await own.get(`${base}/wellbeing/ons4`)).text).toContain('I would like to answer');
  });
});

describe('asking by voice', () => {
  test('is let by the council’s administrator and nobody else, and the person is told what to say', async () => {
    const boss = await world.as('administrator');
    for (const who of ['adviser', 'approver', 'desk', 'margaret']) expect([who, (await (await world.as(who)).get('/spoken-questions')).status]).toEqual([who, 404]);
    expect((await boss.post('/spoken-questions', { allow: 'perhaps' })).text).toContain('Choose whether they may be asked by voice');
    for (const [allow, may] of [['no', false], ['yes', true]] as const) {
      expect((await boss.post('/spoken-questions', { allow })).location).toBe('/spoken-questions?said=kept');
      expect([(await boss.get('/spoken-questions')).text.includes(may ? 'Now: allowed' : 'Now: not allowed'), (await own.get(`${base}/wellbeing`)).text.includes('ask me how life is going')]).toEqual([true, may]);
    }
  });
});

describe('a worrying answer', () => {
  test('has the council’s desk ring them, without the number; others do not', async () => {
    const before = (await rings()).length;
    await answer('ons4', ['7', '7', '7', '2']);
    expect((await rings()).length).toBe(before);
    await answer('ons4', ['3', '7', '7', '2']);
    const alert = await until(async () => (await rings())[before], (found) => found?.attempts.some(({ to }) => to.kind === 'desk') === true);
    expect([alert?.facts, alert?.attempts.filter(({ to }) => to.kind !== 'desk')]).toEqual([{}, []]);
    expect((await (await world.as('desk')).get('/desk')).text).toContain('Please ring Margaret and ask how they are');
  });

  test.each<readonly [InstrumentId, Record<string, string>, boolean]>([
    ['ons4', { satisfied: '4' }, true], ['ons4', { satisfied: '5' }, false], ['ons4', { anxious: '6' }, true], ['ons4', { anxious: '5' }, false], ['ons4', { happy: '0' }, true], ['ons4', {}, false],
    ['ons-loneliness', { lonely: 'often-or-always' }, true], ['ons-loneliness', { lonely: 'some-of-the-time', companionship: 'often' }, false],
  ])('%s %o: %s', (instrument, given, is) => {
    expect(isWorthRinging({ instrument, answers: given })).toBe(is);
  });
});

describe('how things went', () => {
  const give = async (one: Browser, form: Readonly<Record<string, string>>) => {
    const { html } = await one.get(`${base}/feedback`);
    return { choices: [...html.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value!), page: await one.post(`${base}/feedback`, { id: hiddenIn(html)['id']!, ...form }) };
  };

  test('is said of a visit or a service, kept word for word with its theme', async () => {
    const { choices } = await give(own, {});
    const visit = choices.find((value) => value.startsWith('visit:'))!;
    expect((await give(own, { about: visit, rating: 'not-good', words: 'they came <i>late</i> again' })).page.location).toBe(`${base}/feedback?said=thanks`);
    expect((await record()).outcomeBook.feedback.at(-1)).toMatchObject({ about: { kind: 'visit', id: visit.slice('visit:'.length) }, words: 'they came <i>late</i> again', rating: 'not-good', theme: 'my-way' });
    const { html, text } = await (await world.as('adviser')).get(`${base}/feedback`);
    expect([html.includes('<i>late'), text.includes('Flexible and integrated care and support'), text.includes('How was it?')]).toEqual([false, true, false]);
  });

  test('is said by family as their own view, who see only theirs', async () => {
    const susan = await world.as('susan');
    await give(susan, { about: 'general', rating: 'good', words: 'Mum looked well' });
    const { text } = await susan.get(`${base}/feedback`);
    expect([text.includes('Mum looked well'), text.includes('again')]).toEqual([true, false]);
    expect((await own.get(`${base}/feedback`)).text).toMatch(/Good Mum looked well Wellbeing and independence Susan/);
  });

  test('may come with a wish to be rung; family’s never does', async () => {
    const before = (await rings()).length;
    await give(await world.as('susan'), { about: 'general', rating: 'not-good', ring: 'yes' });
    expect((await rings()).length).toBe(before);
    await give(own, { about: 'general', rating: 'not-good', ring: 'yes' });
    expect((await rings()).at(-1)?.facts).toEqual({ isAsked: true });
  });

  test.each([[{ about: '' }, 'Choose what it is about'], [{ about: 'visit:another-persons' }, 'Choose what it is about'], [{ rating: '', words: '' }, 'Choose how it was'], [{ words: 'x'.repeat(301) }, 'at most 300 letters'], [{ id: 'x' }, 'Send it once more']])('with %o nothing is kept', async (change, message) => {
    const { page } = await give(own, { about: 'general', rating: 'good', ...change });
    expect([page.status, page.text.includes(message)]).toEqual([400, true]);
  });
});
