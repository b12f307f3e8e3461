// Promise: a spoken question costs one round trip to the store and a spoken action one read and one transaction (so does a question that brings something up unasked), whoever and however many are stored.
import { describe, expect, test } from '@jest/globals';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { intents } from '../../skill/intents.ts';
import { intentRequest, launchRequest } from '../support/alexa-request.ts';
import { skillUnderTest } from '../support/skill-under-test.ts';

const margaret = { userId: deskAlexaId('margaret') };
const questions = Object.keys(intents).filter((name) => name !== 'Launch');

/** What they are about, or the council’s word on asking it, lies in a row of its own, so that nothing else has to read it. */
const onRowsOfTheirOwn: readonly string[] = ['WellbeingQuestionsIntent', 'SetReminderIntent', 'StopRemindersIntent', 'MyRemindersIntent'];

describe('trips to the store', () => {
  test('no first question takes more than one read, and one more for what has a row of its own', async () => {
    const { services, counted } = await skillUnderTest();
    await services.directory('harrow' as never);
    for (const name of questions) {
      counted.restart();
      await services.ask(intentRequest(name, { day: '2027-02-11', need: { type: 'NEED', value: 'garden', id: 'gardening' }, thing: 'bingo', period: '2026-10', person: 'Ann', ...(name === 'SetReminderIntent' && { day: '2026-12-03' }) }, margaret));
      const { reads, transactions } = counted.trips;
      expect({ name, reads, most: transactions <= 1 }).toEqual({ name, reads: onRowsOfTheirOwn.includes(name) ? 2 : 1, most: true });
    }
  });

  test('questions write nothing; only actions do', async () => {
    const { services, counted } = await skillUnderTest();
    const actions = ['INeedHelpIntent', 'MessagesIntent', 'HowItWentIntent', 'SpeakSlowerIntent', 'SpeakFasterIntent', 'SpeakShorterIntent', 'SpeakNormallyIntent'];
    for (const name of questions.filter((each) => !actions.includes(each))) {
      counted.restart();
      await services.ask(intentRequest(name, { day: '2026-12-10' }, margaret));
      expect({ name, transactions: counted.trips.transactions }).toEqual({ name, transactions: 0 });
    }
  });

  // Whatever is brought up is kept before it is said, so that it is not said twice in a day: that one turn costs a transaction.
  test('a later question that brings something up costs one transaction, once', async () => {
    const { services, counted } = await skillUnderTest();
    let attributes = (await services.ask(intentRequest('FindServiceIntent', { need: { type: 'NEED', value: 'garden', id: 'gardening' } }, margaret))).sessionAttributes ?? {};
    for (const transactions of [1, 0]) {
      counted.restart();
      attributes = (await services.ask(intentRequest('WhatWasToldIntent', { person: 'Susan' }, { ...margaret, isNew: false, attributes }))).sessionAttributes ?? {};
      expect(pick(counted.trips)).toEqual({ reads: 1, transactions });
    }
  });

  test('a later turn and a spoken yes keep to one and one', async () => {
    const { services, counted } = await skillUnderTest();
    let { sessionAttributes = {} } = await services.ask(launchRequest(margaret));
    for (const [name, slots, transactions] of [
      ['FindServiceIntent', { need: { type: 'NEED', value: 'garden', id: 'gardening' } }, 0], ['ChooseIntent', { position: '1' }, 0], ['AMAZON.YesIntent', {}, 0], ['GiveAmountIntent', { number: '2' }, 0],
      ['GiveDayIntent', { day: '2026-12-08' }, 1], ['AMAZON.YesIntent', {}, 1], ['CancelThatIntent', {}, 1],
    ] as const) {
      if (name === 'FindServiceIntent') await services.directory('harrow' as never);
      counted.restart();
      ({ sessionAttributes = {} } = await services.ask(intentRequest(name, slots, { ...margaret, isNew: false, attributes: sessionAttributes })));
      expect({ name, ...pick(counted.trips) }).toEqual({ name, reads: 1, transactions });
    }
  });
});

const pick = ({ reads, transactions }: { reads: number; transactions: number }) => ({ reads, transactions });
