// Promise: being misheard costs a person one short turn, then a person's number; nothing is done on a guess.
import { describe, expect, test } from '@jest/globals';
import { conversation } from '../support/conversation.ts';

describe('being misheard, and coming back', () => {
  test('a doubtful hearing is asked about, not acted on', async () => {
    const talk = await conversation('margaret');
    (await talk.user('can sell thirsty')).alexa('I heard cancel Thursday. Is that right?');
    (await talk.user("no, what's on thursday")).alexa('On Thursday you have one visit, Blessing at midday. Shall I tell you more about it?');
  });

  test('twice unclear gets simpler, then a person', async () => {
    const talk = await conversation('margaret');
    await talk.user('open my care');
    (await talk.user('flibber grommet wozzle')).alexa("I didn't catch that. You can ask about your visits, your budget, or finding help. Which is it?");
    (await talk.user('snarf the blenkin')).alexa("Sorry, still not clear to me. I'll go a bit slower. Is it visits, or budget?");
    (await talk.user('wibble quonk')).alexa("Let's try another way. You can ring the care line on 020 7946 0001. Would you like me to ask Susan to call you?");
    (await talk.user('yes please')).alexa(/^I've left word for Susan\. Nobody has answered yet\./);
    expect((await talk.record()).household.passport.pauseMs).toBe(600);
  });

  test('visits and budget are understood after a miss', async () => {
    const talk = await conversation('margaret');
    await talk.user('snarf the blenkin');
    (await talk.user('visits')).alexa(/^Two visits\./);
    await talk.user('snarf the blenkin');
    (await talk.user('budget')).alexa(/^You have 184 pounds left/);
  });

  test('too fast is mended and said again', async () => {
    const talk = await conversation('margaret');
    await talk.user("who's coming today");
    (await talk.user("you're going too fast")).alexa(/^I'll leave longer gaps from now on\. Two visits\. Priya at half past eight this morning/);
    (await talk.user('what did you say')).alexa(/Two visits\. Priya at half past eight this morning/);
  });

  test('yes to nothing does nothing', async () => {
    const talk = await conversation('margaret');
    const before = await talk.record();
    (await talk.user('yes')).alexa("I hadn't asked you anything just now. What would you like to know?");
    expect((await talk.record()).budget).toEqual(before.budget);
    expect(talk.last.transactions).toBe(0);
  });

  test('a dropped line is taken up where it was', async () => {
    const talk = await conversation('margaret');
    for (const words of ['I need someone for the garden', 'the first one', 'yes please', 'two', 'next tuesday morning']) await talk.user(words);
    (await talk.lineDrops().later(60).user('open my care')).alexa("Hello Margaret. Earlier we were asking Green Fingers for two hours on Tuesday the 8th of December, for 30 pounds. I hadn't sent it. Shall I send it now, or leave it?");
    (await talk.user('yes please')).alexa(/^I've asked, and put 30 pounds aside\./);
    (await talk.lineDrops().later(1).user('open my care')).alexa(/^Good morning, Margaret\./);
  });

  test('left alone, the dropped request is forgotten', async () => {
    const talk = await conversation('margaret');
    for (const words of ['I need someone for the garden', 'the first one', 'yes please', 'two', 'next tuesday morning']) await talk.user(words);
    await talk.lineDrops().later(60).user('open my care');
    (await talk.user('leave it')).alexa(/^I've left it\. Nothing was sent\./);
    (await talk.user('where were we')).alexa(/^We'd finished\./);
  });

  test('a change of subject is always allowed', async () => {
    const talk = await conversation('margaret');
    await talk.user('I need someone for the garden');
    (await talk.user("who's coming tomorrow")).alexa(/^Tomorrow you have/);
  });
});
