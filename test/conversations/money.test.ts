// Promise: a person hears what is left of their money, until when, and what may go back; and nobody else in the room does unless they choose.
import { describe, expect, test } from '@jest/globals';
import { conversation } from '../support/conversation.ts';

describe('money, turn by turn', () => {
  test('what is left is said with its date', async () => {
    const talk = await conversation('margaret');
    (await talk.user('how much have I got')).alexa('You have 184 pounds left to use before Monday the 21st of December. That is after putting aside 92 pounds for things already booked.').isListening(false);
  });

  test('a private answer waits for the four numbers', async () => {
    const talk = await conversation('joyce');
    (await talk.user('how much money have I got')).alexa("That's private. Will you say your four numbers, or shall I send it to Susan?");
    (await talk.user('four four one nine')).alexa('Thank you, Joyce. You have 60 pounds left to use before Monday the 21st of December. Anything else?');
    (await talk.user("who's coming today")).alexa(/^Three visits\./);
  });

  test('three wrong tries send it to Susan instead', async () => {
    const talk = await conversation('joyce');
    await talk.user('how much money have I got');
    (await talk.user('one two three five')).alexa("Those aren't the numbers I have. Could you say your four numbers again?");
    await talk.user('nine nine one two');
    (await talk.user('six five one two')).alexa(/^I can't say it out loud just now\. I've left it for Susan, as you asked me to\. You can ring the council on 020 7946 0001\./);
    const { messageBook } = await talk.record();
    expect(messageBook.wordLeft.at(-1)).toMatchObject({ to: { name: 'Susan' }, about: 'private-answer' });
    (await talk.lineDrops().user('how much money have I got')).alexa(/^That's private, so I won't say it out loud\./);
  });

  test('asking for a service waits for the numbers too', async () => {
    const talk = await conversation('joyce');
    const said: string[] = [];
    for (const words of ['I need someone for the garden', 'the first one', 'yes please']) {
      await talk.user(words);
      said.push(talk.last.speech);
    }
    talk.alexa("That's private. Will you say your four numbers, or shall I send it to Susan?");
    expect(said.join(' ')).not.toMatch(/leaves you|short/);
    expect(talk.last.transactions).toBe(0);
    (await talk.user('four four one nine')).alexa(/^Thank you, Joyce\. (?:How many hours|And which day|Which day)/);
  });

  test('a private answer can be sent instead of spoken', async () => {
    const talk = await conversation('joyce');
    await talk.user('how much money have I got');
    (await talk.user('send it')).alexa(/^I won't say it out loud\. I've left it for Susan, as you asked me to\./);
    expect((await talk.record()).messageBook.wordLeft.at(-1)).toMatchObject({ to: { name: 'Susan' }, words: expect.stringMatching(/^You have 60 pounds left/) });
  });

  test('no amount is ever spoken without the numbers', async () => {
    for (const words of ['how much have I got', 'tell me about my budget', 'what did I spend last month', 'can I use it for the bingo', 'will they take any of it back', 'open my care']) {
      const talk = await conversation('joyce');
      await talk.user(words);
      expect({ words, spoken: /\d+ (?:pounds|pence)/.test(talk.last.speech) }).toEqual({ words, spoken: false });
    }
  });

  test('the bingo fits the plan, quoted; a telly is not guessed', async () => {
    const talk = await conversation('margaret');
    (await talk.user('can I use it for the bingo')).alexa('Your plan says "getting out and seeing people", and bingo fits that. Bingo at the Legion is 4 pounds a time. Shall I ask for it?');
    (await talk.user('what about a new telly')).alexa("I can't see that in your plan, so I won't guess. I can ask your adviser, Mr Okafor. Shall I?");
    (await talk.user('yes please')).alexa("I've left the question for Mr Okafor. Nothing is spent meanwhile. Anything else?");
  });

  test('spending is told by month and by thing', async () => {
    const talk = await conversation('margaret');
    (await talk.user('what did I spend on taxis last month')).alexa(/^You spent 18 pounds on transport in November\. It was a taxi with Star Minicabs, twice\./);
  });

  test('the four facts come in one breath, then details', async () => {
    const talk = await conversation('margaret');
    (await talk.user('tell me about my budget')).alexa('You have 184 pounds left to use, with 92 pounds put aside. You\'ve spent 19 pounds since Monday the 23rd of November. Would you like to hear what it went on?');
    (await talk.user('yes please')).alexa(/^You spent 19 pounds since Monday the 23rd of November\. Most went on a taxi with Star Minicabs, 9 pounds, and lunch at Greenhill Lunch Club, 6 pounds\./);
  });
});
