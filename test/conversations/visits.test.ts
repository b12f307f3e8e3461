// Promise: a person hears who is coming, when and why, and can ask for a change, in the conversations the guide lays down.
import { describe, test } from '@jest/globals';
import { toInstant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { reportOnVisit } from '../../models/care-visit/index.ts';
import { conversation } from '../support/conversation.ts';

const at = (time: string) => toInstant('2026-12-01' as LocalDate, time as LocalTime, 'Europe/London');

describe('visits, turn by turn', () => {
  test('opening offers the message that is waiting', async () => {
    const talk = await conversation('margaret');
    (await talk.user('open my care')).alexa('Good morning, Margaret. Priya comes at half past eight, and there is one message. Would you like the message?');
    (await talk.user('go on then')).alexa('It\'s from Susan, last night at ten past nine. "Lunch on Sunday, I\'ll pick you up at twelve." Shall I tell Susan you heard?');
    (await talk.user('yes please')).alexa("I've left word for Susan that you heard. Anything else?");
    (await talk.user('no thank you')).alexa('Right you are.').isListening(false);
  });

  test('the plain question gets both visits of today', async () => {
    const talk = await conversation('margaret');
    (await talk.user("who's coming today")).alexa("Two visits. Priya at half past eight this morning, and Sam at six this evening. Would you like to know what they're coming for?");
    (await talk.user('no thank you')).alexa('Right you are.').isListening(false);
  });

  test('purposes are told for both when wanted', async () => {
    const talk = await conversation('margaret');
    await talk.user("who's coming today");
    (await talk.user('yes please')).alexa(/^Priya: help with washing and breakfast, about three quarters of an hour\. Sam: tea and tablets, about half an hour\./);
  });

  test('a late visit is told honestly with the plan', async () => {
    const talk = await conversation('margaret');
    talk.later(40);
    await talk.change(({ visitBook }) => {
      const told = reportOnVisit(visitBook, { visitId: 'margaret-breakfast@2026-12-01', said: 'running-late', at: at('08:40') }, at('08:40'), 'Europe/London');
      if (told.kind === 'refused') throw new Error(told.reason);
      return { visitBook: told.book };
    });
    talk.later(10);
    (await talk.user("where's my carer")).alexa('I have not heard that Priya has arrived. At twenty to nine the agency said it was running late. If nobody comes by nine, the plan is Ann, then Susan. Shall I leave word for Ann now?');
    (await talk.user('yes')).alexa("I've left word for Ann. Nobody has answered yet. Anything else?");
  });

  test('silence is never called a missed visit', async () => {
    const talk = await conversation('margaret');
    talk.later(50);
    (await talk.user("where's my carer")).alexa(/^I have not heard that Priya has arrived\. If nobody comes by nine,/);
    await talk.lineDrops().user('when is my next visit');
    talk.alexa('Priya was due at half past eight. I have not heard that Priya has arrived.');
  });

  test('a day further off is asked about, then changed', async () => {
    const talk = await conversation('margaret');
    (await talk.user('what about a week on thursday')).alexa('On Thursday the 10th of December you have one visit, Blessing at midday. Shall I tell you more about it?');
    (await talk.user("what's that one for")).alexa("Help with lunch and your tablets, about half an hour. There's a message from Susan. Would you like to hear it?");
    (await talk.user('can she come a bit later')).alexa('I can ask the agency. What time would suit you?');
    (await talk.user("about one o'clock")).alexa("I'll ask for Blessing at one o'clock on Thursday the 10th of December, instead of midday. Shall I send that?");
    (await talk.user('yes')).alexa(/^I've asked the agency\. Nothing changes until they agree\. Your reference is \w+ \w+\./);
  });

  test('cancelling is read back, and left on a no', async () => {
    const talk = await conversation('margaret');
    (await talk.user('cancel tomorrow morning')).alexa('Tomorrow at half past eight is Priya, for help with washing and breakfast. Shall I ask the agency to cancel that one visit?');
    (await talk.user('no leave it')).alexa(/^I've left it as it is\./);
  });

  test('nobody tonight leads to the next visit', async () => {
    const talk = await conversation('margaret', { at: '2026-12-02T15:00' });
    (await talk.user("who's coming tonight")).alexa('Nobody is booked this evening. Your next visit is Blessing, tomorrow at midday.');
  });

  test('a yes-or-no question gets yes or no first', async () => {
    const talk = await conversation('margaret');
    (await talk.user('is sam coming tonight')).alexa('Yes. Sam, at six this evening.');
    (await talk.user('is blessing coming today')).alexa("No, Blessing isn't booked today. The next visit from Blessing is tomorrow at half past twelve in the afternoon.");
  });

  test('two care workers at once are told together', async () => {
    const talk = await conversation('dev');
    (await talk.user("who's coming to hoist me")).alexa('Sam and Blessing come together at seven this evening.');
  });

  test('a visit that has begun cannot be cancelled', async () => {
    const talk = await conversation('margaret');
    talk.later(31);
    await talk.change(({ visitBook }) => {
      const told = reportOnVisit(visitBook, { visitId: 'margaret-breakfast@2026-12-01', said: 'started', workerId: 'priya', at: at('08:31') }, at('08:31'), 'Europe/London');
      if (told.kind === 'refused') throw new Error(told.reason);
      return { visitBook: told.book };
    });
    talk.later(4);
    (await talk.user("where's my carer")).alexa('The agency says Priya is with you now.');
    (await talk.user('cancel this morning')).alexa(/^That visit has already begun\./);
  });
});
