// Promise: whoever wants just the one thing gets it in a sentence, and nothing that was being asked is lost by it.
import { describe, expect, test } from '@jest/globals';
import { conversation, type Talk } from '../support/conversation.ts';
import { openedAt } from '../support/open-questions.ts';

async function saying(talk: Talk, turns: readonly (readonly [said: string, answered: RegExp | string])[]): Promise<void> {
  for (const [said, answered] of turns) (await talk.user(said)).alexa(answered);
}

describe('just tell me', () => {
  test('the time, the day, who and how many of visits', async () => {
    await saying(await openedAt('hear-visit'), [
      ['just tell me the time', 'On Thursday at midday. Shall I tell you more about it?'], ['just the day', 'On Thursday. Shall I tell you more about it?'], ['yes but who', 'Blessing. Shall I tell you more about it?'],
      ['only the phone number', /^.+ is on 020 7946 \d+\. Shall I tell you more about it\?$/], ['just tell me how many', 'One visit. Shall I tell you more about it?'], ['yes please', /^Help with lunch/],
    ]);
  });

  test('the price and the number of a service', async () => {
    await saying(await openedAt('start-request'), [['just the price', '4 pounds a time. Shall I ask for it?'], ['just tell me how much', '4 pounds a time. Shall I ask for it?']]);
  });

  test('the price and the day of a request read back', async () => {
    await saying(await openedAt('send-request'), [['just the price', /^It costs 30 pounds and leaves you 154 pounds\. Shall I ask for it\?$/], ['but when', /Shall I ask for it\?$/], ['just tell me the day', 'Tuesday the 8th of December. Shall I ask for it?']]);
  });

  test('the reference once it is asked for', async () => {
    const talk = await openedAt('send-request');
    await talk.user('yes please');
    (await talk.user('just tell me the reference')).alexa(/^Your reference is \w+ \w+\. Anything else\?$/);
    (await talk.user('just the price')).alexa('30 pounds. Anything else?');
  });

  test('the amount that is left', async () => {
    const talk = await conversation('margaret');
    await talk.user('open my care');
    await saying(talk, [['no thank you', /^I'll keep it for you\./], ['tell me about my budget', /^You have 184 pounds left to use/], ['just tell me how much', /^184 pounds left to use\. Would you like to hear what it went on\?$/]]);
  });

  test('the first sentence, where there is no such fact', async () => {
    await saying(await openedAt('ask-adviser'), [['just tell me the time', "I can't see that in your plan, so I won't guess. Shall I?"]]);
    await saying(await openedAt('hear-visit'), [['just tell me the reference', 'Blessing, on Thursday at midday. Shall I tell you more about it?']]);
  });
});

test('said more simply, the shortest form is what remains', async () => {
  await saying(await openedAt('hear-purposes'), [['say it more simply', "I'll keep it short from now on. Priya at half past eight this morning, and Sam at six this evening. Would you like to know what they're coming for?"]]);
  await saying(await openedAt('send-request'), [['too many words', /^I'll keep it short from now on\. It costs 30 pounds and leaves you 154 pounds\. Shall I ask for it\?$/], ['yes please', /^I've asked, and put 30 pounds aside\./]]);
});

test('a question may be asked why, thanked for and slept on, in a row', async () => {
  const talk = await openedAt('send-move');
  await saying(talk, [
    ['why', "Only the agency can change a visit, and I never ask them without your yes. Shall I send that?"], ['hang on a minute', 'Take your time. Shall I send that?'], ['thank you', "You're welcome. Shall I send that?"],
    ['what did you say', /Shall I send that\?$/], ['yes please', /^I've asked the agency\./],
  ]);
  expect((await talk.record()).visitBook.changeRequests).toHaveLength(1);
});

test('thanks with nothing open is goodbye', async () => {
  const talk = await openedAt('anything-else');
  (await talk.user('thank you')).alexa("You're welcome.").isListening(false);
});
