// Promise: what one of the circle was told can be read, with the words that went, how, and what is known of it, by the person, by staff and by them alone; and whoever sends a message sees what became of it, and may take it back before it is heard.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markHeard, takeBackMessage } from '../../models/message/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { harrow, margaret, until } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const told = '/people/margaret/told/susan';
const messages = '/people/margaret/messages';
const record = async () => (await world.house.services.records.byPerson(harrow, margaret))!;

describe('what Susan was told', () => {
  test('is there for four weeks: when, the words that went, how, what is known, and who answered', async () => {
    const own = await world.as('margaret');
    expect((await own.get('/people/margaret/circle')).text).toContain('What they were told (Susan)');
    const { text } = await own.get(told);
    expect(text).toMatch(/11am My Care: a message\. Reply OK if you are dealing with it\. Text Taken, .*11am\. Nothing shows that they saw it Susan, .*11:04am/);
    expect(text).not.toContain('Please ring me');
  });

  test('comes with each attempt as it is made, and says when nobody has answered', async () => {
    const alert = await world.house.raise('help-wanted');
    await until(() => world.house.find(alert.id), (found) => found?.attempts.some(({ to, state }) => to.kind === 'member' && state === 'accepted') === true);
    expect((await (await world.as('adviser')).get(told)).text).toMatch(/My Care, urgent: somebody asking for help\. .*Nobody has answered/);
  });

  test('is seen by the person, by staff who may, and by her alone of the circle', async () => {
    for (const [who, status] of [['margaret', 200], ['susan', 200], ['ann', 404], ['adviser', 200], ['desk', 200], ['auditor', 200], ['approver', 200]] as const) expect([who, (await (await world.as(who)).get(told)).status]).toEqual([who, status]);
    expect((await (await world.as('ann')).get('/people/margaret/told/ann')).status).toBe(200);
    expect((await (await world.as('susan')).get('/people/margaret/circle')).text).not.toContain('What they were told (Ann)');
    expect((await (await world.as('margaret')).get('/people/margaret/told/nobody')).status).toBe(404);
  });

  test('is paged, without what is older than four weeks', async () => {
    const store = alertStore(world.house.table);
    const [recent] = await store.list(harrow, margaret, '2020', '2100');
    const now = world.house.clock();
    const attempt = { to: { kind: 'member', memberId: 'mr-okafor' }, channel: 'text', addressId: 'a', rung: 1, state: 'failed', sendings: 1, fence: 1 } as const;
    const daysAgo = [29, ...Array.from({ length: 25 }, () => 20)];
    const { answer: _, ...old } = recent!;
    for (const [place, days] of daysAgo.entries()) await store.keep([{ after: { ...old, id: `${recent!.id}x${place}`, state: 'closed', attempts: [{ ...attempt, id: `a${place}`, startedAt: (now - days * 86_400_000) as Instant }] } }]);
    const own = await world.as('margaret');
    const count = async (page: string) => (await own.get(`/people/margaret/told/mr-okafor${page}`)).text.split('Did not get through').length - 1;
    expect([await count(''), await count('?page=2'), await count('?page=-9'), await count('?page=999')]).toEqual([20, 5, 20, 5]);
  });
});

describe('a message', () => {
  async function send(one: Browser, words: string): Promise<string> {
    expect((await one.post(messages, { words })).location).toBe(`${messages}?said=sent`);
    return (await record()).messageBook.forPerson.findLast((message) => message.words === words)!.id;
  }

  test('says by what it goes, and waits until it was heard', async () => {
    const susan = await world.as('susan');
    const id = await send(susan, 'I am bringing cake');
    expect((await susan.get(messages)).text).toMatch(/It is read out word for word when they ask\..* I am bringing cake (?:Did not reach the speaker )?Waiting: not heard yet Take it back/);
    const now = await record();
    expect(await world.house.services.records.save(now, { idempotencyKey: `hear-${id}`, at: world.house.clock(), messageBook: markHeard(now.messageBook, id, world.house.clock()), audit: [] })).toEqual({ kind: 'saved' });
    const { text } = await susan.get(messages);
    expect(text.slice(text.indexOf('I am bringing cake'))).toMatch(/^I am bringing cake (?:Did not reach the speaker )?Heard, /);
    expect((await susan.post(messages, { do: 'take-back', messageId: id })).text).toContain('Margaret has heard it, so it cannot be taken back');
  });

  test('on a screen says when it was shown there', async () => {
    const susan = await world.as('susan');
    const id = await send(susan, 'Look at the screen');
    const store = alertStore(world.house.table);
    const found = await until(async () => (await store.list(harrow, margaret, '2020', '2100')).find(({ facts }) => facts['messageId'] === id), (it) => it !== undefined);
    const { alert, version } = (await store.read(harrow, margaret, found!.id))!;
    const at = world.house.clock();
    await store.keep([{ before: { alert, version }, after: { ...alert, attempts: [{ id: 'shown', to: { kind: 'person' }, channel: 'board', addressId: 'tv', rung: 1, state: 'shown', startedAt: at, shownAt: at, sendings: 1, fence: 1 }, { id: 'chimed', to: { kind: 'person' }, channel: 'chime', addressId: 'speaker', rung: 1, state: 'accepted', startedAt: at, acceptedAt: at, sendings: 1, fence: 1 }] } }]);
    expect((await susan.get(messages)).text).toMatch(/Look at the screen (?:The speaker chimed, [^W]* )?Shown on the screen, .* Waiting: not heard yet/);
  });

  test('is taken back by whoever sent it, before it is heard: then it is never read out', async () => {
    const [susan, okafor] = [await world.as('susan'), await world.as('adviser')];
    const id = await send(susan, 'Forget the cake');
    expect((await okafor.get(messages)).html).not.toContain(`value="${id}"`);
    expect((await okafor.post(messages, { do: 'take-back', messageId: id })).text).toContain('Only whoever sent it can take it back');
    expect((await susan.post(messages, { do: 'take-back', messageId: id })).location).toBe(`${messages}?said=message-taken-back`);
    expect((await susan.post(messages, { do: 'take-back', messageId: id })).text).toContain('That message is not there any more');
    const { ask, config } = world.house.services;
    const said = await ask(intentRequest('MessagesIntent', {}, { applicationId: config.skillId, userId: deskAlexaId('margaret') }));
    expect(plainSpeech(said.response.outputSpeech?.type === 'SSML' ? said.response.outputSpeech.ssml : '')).not.toContain('Forget the cake');
    expect((await record()).messageBook.forPerson.some(({ words }) => words === 'Forget the cake')).toBe(false);
  });

  test('that is sent twice comes once, and one sent while something else changes comes too', async () => {
    const susan = await world.as('susan');
    const id = /name="id" value="([^"]+)"/.exec((await susan.get(messages)).html)![1]!;
    await Promise.all([susan.post(messages, { words: 'Once', id }), susan.post(messages, { words: 'Once', id }), susan.post(messages, { words: 'Beside it' })]);
    const sent = (await record()).messageBook.forPerson.map(({ words }) => words);
    expect([sent.filter((words) => words === 'Once').length, sent.filter((words) => words === 'Beside it').length]).toEqual([1, 1]);
  });

  test('of another is not taken back by rule', () => {
    const message = { id: 'one', fromMemberId: 'susan', fromName: 'Susan', words: 'x', sentAt: 1 as Instant };
    expect(takeBackMessage({ forPerson: [message], wordLeft: [] }, 'one', 'ann')).toEqual({ kind: 'refused', reason: 'not-yours' });
    expect(takeBackMessage({ forPerson: [message], wordLeft: [] }, 'one', 'susan')).toEqual({ kind: 'taken-back', book: { forPerson: [], wordLeft: [] } });
  });
});
