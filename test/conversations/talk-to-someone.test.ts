// Promise: whoever would rather talk to a person gets a number to ring, or word left for somebody they name, and is never told that anybody was rung.
import { describe, expect, test } from '@jest/globals';
import { intentRequest } from '../support/alexa-request.ts';
import { conversation } from '../support/conversation.ts';

describe('asking for a person', () => {
  test('by name leaves word for them, on a yes', async () => {
    const talk = await conversation('margaret');
    (await talk.user('ask Susan to ring me')).alexa('I can leave word for Susan to ring you. Shall I?').isListening(true);
    expect((await talk.record()).messageBook.wordLeft).toEqual([]);
    (await talk.user('yes please')).alexa(/^I've left word for Susan\. Nobody has answered yet\./);
    expect((await talk.record()).messageBook.wordLeft.map(({ to, words }) => [to.name, words])).toEqual([['Susan', 'Margaret: Asked you to ring, please.']]);
  });

  test('a no leaves no word', async () => {
    const talk = await conversation('margaret');
    await talk.user('tell my daughter to ring me');
    talk.alexa('I can leave word for Susan to ring you. Shall I?');
    (await talk.user('no thank you')).alexa('Right you are.').isListening(false);
    expect((await talk.record()).messageBook.wordLeft).toEqual([]);
  });

  test('the same word minutes later is questioned, not doubled', async () => {
    const talk = await conversation('margaret');
    await talk.user('ask Susan to ring me');
    await talk.user('yes');
    talk.later(20);
    (await talk.user('ask Susan to ring me')).alexa('I left word for Susan at eight, and nobody has answered yet. Shall I leave it again?');
    await talk.user('no');
    talk.later(20);
    (await talk.lineDrops().user('ask Susan to ring me')).alexa('I can leave word for Susan to ring you. Shall I?');
  });

  test('nobody in particular is the care line, and family', async () => {
    const talk = await conversation('margaret');
    (await talk.user('can I speak to a real person')).alexa('You can ring the care line on 020 7946 0001. I can leave word for Susan to ring you. Shall I?');
    (await talk.user('go on then')).alexa(/^I've left word for Susan\./);
  });

  test('with nobody to ask it is the care line alone', async () => {
    const talk = await conversation('margaret');
    await talk.change(({ household }) => ({ household: { ...household, circle: [] } }));
    (await talk.user('I want to talk to a real person')).alexa('You can ring the care line on 020 7946 0001.').isListening(false);
  });

  test.each([
    ["what's the number for the office", 'Kindly Care is on 020 7946 0010.'], ['I want to talk to the council', 'Harrow Council is on 020 7946 0001.'],
    ['can I speak to my adviser', 'Harrow Council is on 020 7946 0001. I can leave word for Mr Okafor to ring you. Shall I?'],
    ['can I speak to the doctor', "I can't reach a doctor for you. Your surgery can be rung, or 111 at any hour."],
    ['ask Boris to ring me', "I don't know who boris is. You can ring the care line on 020 7946 0001."],
  ])('“%s” is answered with a number', async (said, answered) => {
    const talk = await conversation('margaret');
    await talk.user(said);
    talk.alexa(answered).understood('TalkToSomeoneIntent');
  });

  test('a social worker is named, though not of the circle', async () => {
    const talk = await conversation('margaret');
    await talk.change(({ household }) => ({ household: { ...household, circle: household.circle.filter(({ kind }) => kind !== 'council') } }));
    (await talk.user('I want to speak to the social worker')).alexa('Mr Okafor is at the council, on 020 7946 0001.');
  });

  test('the one at the office is offered with the office’s number', async () => {
    const talk = await conversation('margaret');
    await talk.change(({ household }) => ({ household: { ...household, circle: household.circle.map((member) => (member.id === 'ann' ? { ...member, kind: 'agency' as const } : member)) } }));
    (await talk.user('ask Ann to ring me')).alexa('Kindly Care is on 020 7946 0010. I can leave word for Ann to ring you. Shall I?');
  });

  test('whoever is told nothing any more is left no word', async () => {
    const talk = await conversation('margaret');
    await talk.user('stop telling Ann');
    await talk.user('yes');
    (await talk.user('ask Ann to ring me')).alexa(/^You asked me to tell Ann nothing, so I won't leave word\. You can ring the care line on 020 7946 0001\./);
  });

  test('numbers are spoken in groups with pauses', async () => {
    const talk = await conversation('margaret');
    const response = await talk.services.ask(intentRequest('TalkToSomeoneIntent', { person: { value: 'the office', id: 'agency', type: 'CIRCLE_PERSON' } }, { userId: 'amzn1.ask.account.desk-margaret' }));
    expect(response.response.outputSpeech).toMatchObject({ ssml: expect.stringContaining('<say-as interpret-as="digits">020</say-as><break time="200ms"/><say-as interpret-as="digits">7946</say-as>') });
  });

  test('a speaker that is nobody’s gives the number at once', async () => {
    const talk = await conversation('margaret');
    const response = await talk.services.ask(intentRequest('TalkToSomeoneIntent', {}, { userId: 'amzn1.ask.account.STRANGER' }));
    expect(JSON.stringify(response.response.outputSpeech)).toMatch(/You can ring <say-as/);
  });

  test.each(['I need someone', "I've fallen", 'help me I need somebody quick'])('“%s” still gets the safety words', async (said) => {
    (await (await conversation('margaret')).user(said)).alexa(/^I can't call an ambulance\. If you're hurt, ring 999 or press your alarm now\./);
  });

  test.each([
    ['SayWordsIntent', { words: 'I’ve had a nasty fall' }], ['SayWordsIntent', { words: 'I can\'t get my breath' }], ['SayWordsIntent', { words: 'there is smoke in the kitchen' }], ['SayWordsIntent', { words: 'I want to end it all' }],
    ['SendWordIntent', { person: 'Susan', need: 'an ambulance' }], ['SendWordIntent', { person: 'Susan', need: 'help now, somebody is in the house' }],
  ])('a message that Amazon heard as %s %j is heard as a cry for help', async (intent, slots) => {
    const talk = await conversation('margaret');
    const response = await talk.services.ask(intentRequest(intent, slots, { userId: 'amzn1.ask.account.desk-margaret' }));
    expect(JSON.stringify(response.response.outputSpeech)).toMatch(/I can’t call an ambulance\./);
    expect((await talk.record()).messageBook.wordLeft).toEqual([]);
  });

  test.each(['I have fallen out with the milkman', 'I need help with the shopping', 'come on Thursday'])('a message “%s” is only a message', async (words) => {
    const talk = await conversation('margaret');
    const response = await talk.services.ask(intentRequest('SayWordsIntent', { words }, { userId: 'amzn1.ask.account.desk-margaret' }));
    expect(JSON.stringify(response.response.outputSpeech)).toMatch(/I’ll leave word for Susan\./);
  });

  test.each(['call my daughter', 'ring susan on the phone', 'phone the surgery'])('“%s” is not claimed: we ring nobody', async (said) => {
    (await (await conversation('margaret')).user(said)).understood('AMAZON.FallbackIntent');
  });
});
