// Promise: at most one thing is brought up in a talk, in one short sentence, at a moment when it can be taken in; and never the same thing twice in a day.
import { describe, expect, test } from '@jest/globals';
import { conversation, type Talk } from '../support/conversation.ts';

const goesBack = /24 pounds may go back to the council on Sunday the 31st of January if it isn't used\. Shall I suggest something\?$/;

async function withMoneyGoingBack(): Promise<Talk> {
  const talk = await conversation('margaret');
  await talk.change(({ budget }) => ({ budget: { after: { ...budget!, settings: { ...budget!.settings, reviewOn: '2027-01-31' as never } }, entries: [] } }));
  return talk;
}

describe('something nobody asked about', () => {
  test('a long answer about money leaves no room for more', async () => {
    const talk = await withMoneyGoingBack();
    await talk.user('open my care');
    (await talk.user('how much have I got')).alexa(/things already booked\. Anything else\?$/);
  });

  test('money that goes back is told once a day, and kept in one transaction', async () => {
    const talk = await withMoneyGoingBack();
    await talk.user('open my care');
    (await talk.user('what is a set aside')).understood('ExplainIntent');
    (await talk.user('when is my next visit')).alexa(goesBack);
    expect(talk.last).toMatchObject({ reads: 1, transactions: 1 });
    (await talk.user('yes please')).alexa(/^You told us you like singing\./);
    await talk.lineDrops().user('open my care');
    (await talk.user('when is my next visit')).alexa(/^Your next visit[^?]*Anything else\?$/);
    await talk.later(24 * 60).lineDrops().user('open my care');
    (await talk.user('when is my next visit')).alexa(/24 pounds may go back/);
  });

  test('a message waits for a talk that did not begin with it', async () => {
    const talk = await conversation('margaret');
    await talk.user('what about a week on thursday');
    (await talk.user("what's that one for")).alexa(/There's a message from Susan\. Would you like to hear it\?$/);
    (await talk.user('yes please')).alexa(/^It's from Susan/);
    const greeted = await conversation('margaret');
    (await greeted.user('open my care')).alexa(/there is one message/);
    (await greeted.user('no thank you')).alexa("I'll keep it for you. Anything else?");
    (await greeted.user('when is my next visit')).alexa(/^(?!.*message from)/);
  });

  test('a visit within the hour is told at the end of something else', async () => {
    const talk = await conversation('margaret', { at: '2026-12-01T08:00' });
    await talk.user('I need someone for the garden');
    (await talk.user('what have you told Susan')).alexa("I haven't told Susan anything that I know of. Priya comes at half past eight. Anything else?");
    (await talk.user('what have you told Ann')).alexa(/^I haven't told Ann anything that I know of\. Anything else\?$/);
  });

  test('nothing is brought up right after a misunderstanding', async () => {
    const talk = await conversation('margaret');
    await talk.user('I need someone for the garden');
    await talk.user('flibbertigibbet wobble');
    (await talk.user('what have you told Susan')).alexa("I haven't told Susan anything that I know of. Anything else?");
    expect((await talk.record()).messageBook.broughtUp).toBeUndefined();
  });

  test('nothing is brought up while answers are locked', async () => {
    const short = 'cancel that';
    const open = await conversation('margaret');
    await open.user('I need someone for the garden');
    (await open.user(short)).alexa(/Priya comes at half past eight/);
    const locked = await conversation('joyce');
    await locked.change(({ messageBook }) => ({ messageBook: { ...messageBook, forPerson: [{ id: 'm-1', fromMemberId: 'susan', fromName: 'Susan', words: 'I’ll ring at six.', sentAt: 1_780_000_000_000 as never }] } }));
    await locked.user('I need someone for the garden');
    await locked.user(short);
    locked.alexa(/Anything else\?$/);
    expect((await locked.record()).messageBook.broughtUp).toBeUndefined();
  });
});
