// Promise: a cry for help in any words is told to the circle and the desk, and what is said of it is what is known (conversations 20 and 21).
import { expect, test } from '@jest/globals';
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { alertKnowledge } from '../../lambda/alerts/alert-knowledge.ts';
import { alertEngine } from '../../lambda/alerts/engine.ts';
import { startAlerts } from '../../lambda/alerts/start-alerts.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { createLog } from '../../lambda/log.ts';
import { alertIdFrom, type Delivery } from '../../models/alert/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import { conversation, type Talk } from '../support/conversation.ts';

const [harrow, margaret] = [councilId('harrow'), personId('margaret')];

/** The engine beside a talk, on the same store and clock: it looks at what is due when it is told to. */
function engineOf({ services: { table, clock } }: Talk) {
  const sent: Delivery[] = [];
  const send = (delivery: Delivery) => { sent.push(delivery); return Promise.resolve({ kind: 'accepted' as const }); };
  const store = alertStore(table);
  const parts = {
    council: harrow, table, store, clock, knows: alertKnowledge, wait: () => Promise.resolve(), log: { event: () => undefined, fault: () => undefined },
    channels: { text: { name: 'text' as const, proves: [], send }, desk: { name: 'desk' as const, proves: [], send } },
    councils: () => Promise.resolve({ rules: [], zone: 'Europe/London', desk: [{ id: 'desk', channel: 'desk' as const, value: 'desk', isVerified: true }] }),
  };
  const engine = alertEngine({ ...parts, wait: () => new Promise(() => undefined) }, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve(), figures: () => Promise.resolve() });
  return { sent, tick: async () => engine.tick(), desk: alertDesk(parts, () => undefined), reachSusan: () => store.saveReach(harrow, margaret, () => ({ person: [], members: { susan: [{ id: 'susan-phone', channel: 'text', value: '+447700900123', isVerified: true }] }, contacts: ['susan'] })) };
}

test('20. a fall, from anyone: who is told is said, and an answer is told only when there is one', async () => {
  const talk = await conversation('margaret');
  const engine = engineOf(talk);
  await engine.reachSusan();
  (await talk.user("I'm on the floor")).understood('INeedHelpIntent').alexa(/^I can't call an ambulance\. If you're hurt, ring 999 or press your alarm now\. I'm telling Ann, Susan, and the care desk, unless you say you're all right\. Can you talk to me\?$/);
  talk.later(1);
  await engine.tick();
  expect(engine.sent.map(({ to, address }) => [to.kind, address.channel])).toEqual([['member', 'text'], ['desk', 'desk']]);
  (await talk.user('yes')).alexa(/^I have told Susan and the care desk\. Nobody has answered yet\. If you need help now, ring 999 or press your alarm\.$/);
  const raised = (await engine.desk.list(harrow, margaret, alertIdFrom(0 as never), '~')).find(({ kind }) => kind === 'help-wanted');
  await engine.desk.answer({ councilId: harrow, personId: margaret, alertId: raised?.id ?? '' }, { by: { kind: 'member', memberId: 'susan' }, word: 'on-my-way', at: talk.services.clock(), through: 'text' });
  (await talk.user('has anybody answered')).alexa(/^Susan has answered, and is dealing with it\./);
});

test('21. nobody has answered: it says so, and who was told', async () => {
  const talk = await conversation('margaret');
  const engine = engineOf(talk);
  await engine.reachSusan();
  await talk.user('help me');
  talk.later(5);
  await engine.tick();
  (await talk.user('who have you told')).alexa(/^I have told Susan and the care desk\. Nobody has answered yet\./);
});

test('somebody who is all right within the grace tells nobody', async () => {
  const talk = await conversation('margaret');
  const engine = engineOf(talk);
  await engine.reachSusan();
  await talk.user("I've fallen");
  await talk.user("I'm all right now");
  await talk.user('yes');
  talk.later(30);
  await engine.tick();
  expect(engine.sent).toEqual([]);
});

test('what leaves the home names nobody and nothing', async () => {
  const talk = await conversation('margaret');
  const engine = engineOf(talk);
  await engine.reachSusan();
  await talk.user("I've fallen");
  talk.later(1);
  await engine.tick();
  expect(engine.sent[0]?.wording.discreet).toBe('My Care, urgent: somebody asking for help. Reply OK if you are dealing with it.');
});

test('on one machine the loop finds it within a second of its time', async () => {
  const talk = await conversation('margaret');
  const sent: Delivery[] = [];
  const send = (delivery: Delivery) => { sent.push(delivery); return Promise.resolve({ kind: 'accepted' as const }); };
  await talk.user("I've fallen");
  talk.later(1);
  const loop = startAlerts(talk.services, createLog(), { text: { name: 'text', proves: [], send }, desk: { name: 'desk', proves: [], send } });
  await new Promise((resolve) => { setTimeout(resolve, 1_000); });
  await loop.stop();
  expect(sent.filter(({ kind }) => kind === 'help-wanted').map(({ to }) => to.kind).sort()).toEqual(['desk', 'member', 'member']);
});
