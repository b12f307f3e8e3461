// Promise: any talk, in any order, over hostile ids, services and words, keeps to the rules turn after turn; others' words never become orders.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { intents } from '../../skill/intents.ts';
import { personId } from '../../models/shared/index.ts';
import type { SaidSlot } from '../support/alexa-request.ts';
import { hostileSkill, type HostileSkill } from '../support/hostile-skill.ts';
import { hostileIds, hostileWords } from '../support/hostile-words.ts';

let skill: HostileSkill;
beforeAll(async () => { skill = await hostileSkill({ turn: 1 }); });

const anyWord = fc.oneof(fc.constantFrom(...hostileWords), fc.tuple(fc.constantFrom(...hostileWords), fc.constantFrom(...hostileWords)).map((pair) => pair.join('')), fc.string({ unit: 'binary', maxLength: 40 }));
/** For a machine with much else to do; some 3 seconds otherwise. */
const mostMs = 120_000;
const answers = ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.NextIntent', 'AMAZON.PreviousIntent', 'GiveDayIntent', 'GiveTimeIntent', 'GiveAmountIntent', 'ChooseIntent'];
const plainSlots: readonly (readonly [string, SaidSlot])[] = [
  ['day', '2026-12-03'], ['time', '14:00'], ['number', '2'], ['position', '1'], ['duration', 'PT2H'], ['need', { value: 'gardening', id: 'gardening', type: 'NEED' }], ['need', { value: 'bingo', id: 'bingo', type: 'NEED' }],
  ['quality', { value: 'the cheaper one', id: 'cheaper', type: 'QUALITY' }], ['worker', { value: 'Priya', id: 'priya', type: 'CARE_WORKER' }], ['person', { value: 'Susan', id: 'susan', type: 'CIRCLE_PERSON' }], ['frequency', { value: 'every week', id: 'weekly', type: 'FREQUENCY' }],
];
const anySlot = fc.oneof(fc.constantFrom(...plainSlots), fc.tuple(fc.constantFrom('need', 'service', 'thing', 'person', 'worker', 'words', 'task', 'day', 'topic', 'lead'), anyWord));
// Unlinking works and is tested elsewhere; here it would only end the talk.
const anySaying = fc.record({ intent: fc.oneof(fc.constantFrom(...Object.keys(intents).filter((name) => name !== 'Launch' && name !== 'UnlinkSpeakerIntent')), fc.constantFrom(...answers)), slots: fc.array(anySlot, { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)) });

describe('talks over hostile records', () => {
  test('every service can be told of and asked for', async () => {
    const person = await skill.person(11);
    for (const { id } of skill.directory) {
      const told = await skill.say(person, { intent: 'ServiceDetailIntent', slots: { service: { value: 'that', id, type: 'SERVICE_NAME' } } });
      await skill.say(person, { intent: 'AMAZON.YesIntent', attributes: told.sessionAttributes ?? {} });
      await skill.say(person, { intent: 'AskForServiceIntent', slots: { service: { value: 'that', id, type: 'SERVICE_NAME' }, duration: 'PT2H', day: '2026-12-08' } });
      await skill.say(person, { intent: 'CanIUseBudgetIntent', slots: { thing: id } });
    }
  });

  test('every need is found among services with hostile words', async () => {
    const person = await skill.person(17);
    for (const need of ['gardening', 'cleaning', 'bingo', 'lunch-club', 'transport', 'meals', 'befriending', 'hairdressing', 'key-safe', 'day-centre', ...hostileIds]) {
      const found = await skill.say(person, { intent: 'FindServiceIntent', slots: { need: { value: need, id: need, type: 'NEED' } } });
      for (const quality of ['cheaper', 'free', 'nearest', 'another']) await skill.say(person, { intent: 'ChooseIntent', slots: { quality: { value: quality, id: quality, type: 'QUALITY' } }, attributes: found.sessionAttributes ?? {} });
    }
  });

  test('ids of any kind are only ids', async () => {
    const person = await skill.person(23, { hasHostileIds: true });
    const before = await skill.ledger(person);
    for (const intent of Object.keys(intents).filter((name) => name !== 'Launch')) {
      for (const id of hostileIds.filter((_, place) => place % 6 === 0)) await skill.say(person, { intent, slots: { worker: { value: id, id, type: 'CARE_WORKER' }, service: { value: id, id, type: 'SERVICE_NAME' }, subject: { value: id, id, type: 'INFO_SUBJECT' }, frequency: { value: id, id, type: 'FREQUENCY' } } });
    }
    expect(await skill.ledger(person)).toBe(before);
  });

  test('money moves in no talk without a yes or a cancel', async () => {
    const findable = skill.directory.filter((_, place) => place % 3 === 0).map(({ id }) => ({ intent: 'AskForServiceIntent', slots: { service: { value: 'that', id, type: 'SERVICE_NAME' }, duration: 'PT1H', day: '2026-12-08' } }));
    const yes = { intent: 'AMAZON.YesIntent', slots: {} };
    const sayingOrAsking = fc.oneof({ arbitrary: anySaying.map((saying) => [saying]), weight: 3 }, { arbitrary: fc.constantFrom(...findable).map((asks) => [asks, yes]), weight: 1 });
    let moved = 0;
    let turns = 0;
    await fc.assert(fc.asyncProperty(fc.nat(hostileWords.length), fc.nat(2), fc.array(sayingOrAsking, { minLength: 8, maxLength: 25 }), async (start, model, sayings) => {
      const person = await skill.person(start, { model: model as 0 | 1 | 2 });
      let attributes: Readonly<Record<string, unknown>> = { council: skill.council, person: personId(person), misses: 0, pinPassed: true };
      let ledger = await skill.ledger(person);
      for (const { intent, slots } of sayings.flat()) {
        const { sessionAttributes } = await skill.say(person, { intent, slots, attributes });
        attributes = sessionAttributes ?? {};
        turns += 1;
        const after = await skill.ledger(person);
        if (after !== ledger) {
          moved += 1;
          expect(['AMAZON.YesIntent', 'CancelThatIntent']).toContain(intent);
        }
        ledger = after;
      }
    }), { numRuns: 60, seed: 20261201 });
    expect(turns).toBeGreaterThan(800);
    expect(moved).toBeGreaterThan(0);
  }, mostMs);
});
