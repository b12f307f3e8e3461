// Promise: being misheard costs a person one short turn, then a person's number; nothing is done on a guess.
import { describe, expect, test } from '@jest/globals';
import { conversation } from '../support/conversation.ts';

describe('being misheard, and coming back', () => {
  test('a doubtful hearing is asked about, not acted on', async () => {
    const talk = await conversation('margaret');
    (await talk.user('can sell thirsty')).alexa('I heard cancel Thursday. Is that right?');
    (await talk.user("no, what's on thursday")).alexa('On Thursday you have one visit, Blessing at midday. Shall I tell you more about it?');
  });

  describe('what may be distress and may be nothing', () => {
    const asked = 'I\'m not sure I heard that right. Are you hurt, or in danger?';
    const told = /^I can't call an ambulance\./;

    test('is asked about before anybody is told', async () => {
      const talk = await conversation('margaret');
      (await talk.user('i\'ve spilt the kettle')).alexa(asked);
      expect(talk.last.reprompt).toMatch(/ring 999 or press your alarm now/);
      expect((await talk.record()).alertBoard.alerts.filter(({ kind }) => kind === 'help-wanted')).toEqual([]);
      (await talk.user('no')).alexa(/^I didn't catch that\./);
      expect((await talk.record()).alertBoard.alerts.filter(({ kind }) => kind === 'help-wanted')).toEqual([]);
    });

    test.each(['yes', 'yes please', 'i suppose so', 'i\'ve spilt the kettle', 'help me', 'i can\'t get up'])('is told on “%s”, however unsure', async (said) => {
      const talk = await conversation('margaret');
      (await talk.user('i\'ve spilt the kettle')).alexa(asked);
      (await talk.user(said)).alexa(told);
      expect((await talk.record()).alertBoard.alerts.filter(({ kind }) => kind === 'help-wanted')).toHaveLength(1);
    });

    test('is over at “I’m all right”', async () => {
      const talk = await conversation('margaret');
      (await talk.user('i\'ve spilt the kettle')).alexa(asked);
      (await talk.user('i\'m all right')).alexa(/^I'm glad to hear it\./);
    });
  });

  test('twice unclear gets simpler, then a person', async () => {
    const talk = await conversation('margaret');
    (await talk.user('flibber grommet wozzle')).alexa("I didn't catch that. Is it your messages, or who's coming?");
    (await talk.user('snarf the blenkin')).alexa("Sorry, still not clear to me. I'll go a bit slower. Is it messages?");
    (await talk.user('wibble quonk')).alexa("Let's try another way. You can ring the care line on 020 7946 0001. Would you like me to ask Susan to call you?");
    (await talk.user('gribble snoot')).alexa("I still can't make that out. You can ring the care line on 020 7946 0001. Shall I leave word for Susan to ring you?");
    (await talk.user('yes please')).alexa(/^I've left word for Susan\. Nobody has answered yet\./);
    expect((await talk.record()).household.passport.pauseMs).toBe(600);
  });

  test('a guess is taken by its place, its name or its subject', async () => {
    const twoVisits = /^Two visits\./;
    for (const words of ['the second one', "who's coming", 'the visits one', 'visits']) {
      const talk = await conversation('margaret');
      (await talk.user('snarf the blenkin')).alexa("I didn't catch that. Is it your messages, or who's coming?");
      (await talk.user(words)).alexa(twoVisits);
    }
    for (const words of ['the first', 'that one', 'yes', 'the messages one', 'your messages']) {
      const talk = await conversation('margaret');
      await talk.user('snarf the blenkin');
      (await talk.user(words)).alexa(/^It's from Susan, last night/);
    }
  });

  test('a guess goes by what we were just talking of', async () => {
    const talk = await conversation('margaret');
    await talk.user("what's on thursday");
    await talk.user("what's that one for");
    await talk.user('no thank you');
    (await talk.user('snarf the blenkin')).alexa("I didn't catch that. Is it when Blessing comes, or what Blessing is coming for?");
    (await talk.user('when Blessing comes')).alexa(/^Your next visit is Blessing, tomorrow at half past twelve/);
  });

  test('with private answers on no guess names anybody', async () => {
    const talk = await conversation('joyce');
    (await talk.user('snarf the blenkin')).alexa("I didn't catch that. Is it who's coming, or how much is left?");
    (await talk.user('the second one')).alexa(/^That's private\./);
  });

  test('neither of two goes on to something else, and then to a person', async () => {
    const talk = await conversation('margaret');
    await talk.user('snarf the blenkin');
    (await talk.user('neither')).alexa("Sorry, still not clear to me. I'll go a bit slower. Is it money?");
    (await talk.user('no')).alexa(/^Let's try another way\./);
    (await talk.user('no thank you')).alexa('Right you are.').isListening(false);
  });

  test('a miss in the middle of asking says what would be an answer', async () => {
    const talk = await conversation('margaret');
    for (const words of ['I need someone for the garden', 'the first one', 'yes please']) await talk.user(words);
    (await talk.user('flibber grommet wozzle')).alexa("I didn't catch that. You can say a number, like two. How many hours would you like?");
    await talk.user('two');
    (await talk.user('flibber grommet')).alexa("I didn't catch that. You can say a day, like Thursday. And which day?");
    (await talk.user('yes please')).alexa("Sorry, still not clear to me. I'll go a bit slower. Shall we go on with that, or something else?");
    (await talk.user('next tuesday')).alexa(/^Two hours of gardening with Green Fingers, Tuesday the 8th of December\./);
  });

  test('after a detour the question that was open is asked again', async () => {
    const talk = await conversation('margaret');
    for (const words of ['cancel tomorrow morning', 'snarf the blenkin', 'flibber grommet wozzle']) await talk.user(words);
    (await talk.user("who's coming today")).alexa(/^Two visits\..*Would you like to know what they're coming for\?$/);
    (await talk.user('no thank you')).alexa('Right you are. Back to where we were. Tomorrow at half past eight is Priya, for help with washing and breakfast. Shall I ask the agency to cancel that one visit?');
    (await talk.user('yes please')).alexa(/^I've asked the agency\./);
  });

  test('a person is asked to ring, and the question still waits', async () => {
    const talk = await conversation('margaret');
    for (const words of ['cancel tomorrow morning', 'snarf the blenkin', 'flibber grommet wozzle', 'wibble quonk']) await talk.user(words);
    (await talk.user('yes please')).alexa(/^I've left word for Susan\. Nobody has answered yet\. Tomorrow at half past eight is Priya/);
  });

  test('something else is put off, not lost', async () => {
    const talk = await conversation('margaret');
    for (const words of ['cancel tomorrow morning', 'snarf the blenkin', 'flibber grommet wozzle']) await talk.user(words);
    (await talk.user('something else')).alexa('All right. What would you like?');
    (await talk.user('where were we')).alexa(/^We were cancelling Priya's visit tomorrow\. Tomorrow at half past eight is Priya/);
  });

  test('a no to going on leaves it', async () => {
    const talk = await conversation('margaret');
    for (const words of ['cancel tomorrow morning', 'snarf the blenkin', 'flibber grommet wozzle']) await talk.user(words);
    (await talk.user('no')).alexa(/^I've left it as it is\./);
    (await talk.user('where were we')).alexa(/^We'd finished\./);
  });

  test('what was doubtfully heard does not lose the question either', async () => {
    const talk = await conversation('margaret');
    for (const words of ['I need someone for the garden', 'the first one', 'yes please']) await talk.user(words);
    (await talk.user('can sell thirsty')).alexa('I heard cancel Thursday. Is that right?');
    (await talk.user('two')).alexa('And which day?');
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
