// Promise: a person can find a service, hear its cost, ask for it on one clear yes, and take it back; money and words agree throughout.
import { describe, expect, test } from '@jest/globals';
import { decideRequest, bookRequest } from '../../models/service-request/index.ts';
import { leftPence } from '../../models/budget/index.ts';
import { instant, toInstant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { planVisitAlerts } from '../../models/alert/index.ts';
import { flagsOf, reportOnVisit } from '../../models/care-visit/index.ts';
import { afterRequest } from '../../models/person-record/index.ts';
import { conversation, type Talk } from '../support/conversation.ts';
import { openedAt } from '../support/open-questions.ts';

const left = async (talk: Talk) => leftPence((await talk.record()).budget!);

async function askForGardening(talk: Talk): Promise<void> {
  await talk.user('I need someone for the garden');
  await talk.user('the first one');
  await talk.user('yes please');
  await talk.user('two');
  await talk.user('next tuesday morning');
}

describe('services and requests, turn by turn', () => {
  test('find, compare, ask, confirm and undo', async () => {
    const talk = await conversation('margaret');
    (await talk.user('I need someone for the garden')).alexa("I found three. Green Fingers, 15 pounds an hour. Harrow Helping Hands, free, run by volunteers. And Smith's Gardens, 22 pounds an hour. Which would you like to hear about?");
    (await talk.user('the free one')).alexa(/^Harrow Helping Hands, free\. Light gardening for people over 65, on Wednesdays at half past nine\. There's a wait of about two weeks\. I last checked in September\. Shall I ask for it, or would you like to hear another\?$/);
    (await talk.user('how about the first one then')).alexa('Green Fingers, 15 pounds an hour, approved by the council. How many hours would you like?');
    (await talk.user('two')).alexa('And which day?');
    (await talk.user('next tuesday morning')).alexa('Two hours of gardening with Green Fingers, Tuesday the 8th of December, in the morning. It costs 30 pounds and leaves you 154 pounds. Shall I ask for it?');
    expect(await left(talk)).toBe(18_400);
    (await talk.user('yeah')).alexa(/^I've asked, and put 30 pounds aside\. Your reference is \w+ \w+\. If you change your mind in the next ten minutes, say cancel that\./);
    expect(await left(talk)).toBe(15_400);
    (await talk.user('cancel that')).alexa(/^I've cancelled it\. You have 184 pounds left to use again\./);
    expect(await left(talk)).toBe(18_400);
  });

  test('something weekly goes to the adviser, unspent', async () => {
    const talk = await conversation('margaret');
    (await talk.user('I want a cleaner every week')).alexa(/is about 60 pounds a month, more than .* Mr Okafor answers within five working days\. Shall I ask Mr Okafor\?$/);
    (await talk.user('all right')).alexa(/^I've asked Mr Okafor\. Nothing is spent until the answer is yes\. Your reference is \w+ \w+\./);
    expect(await left(talk)).toBe(18_400);
  });

  test('not enough offers the adviser or something cheaper', async () => {
    const talk = await conversation('dev');
    await talk.user('I need a cleaner');
    await talk.user('the first one');
    await talk.user('yes please');
    await talk.user('two');
    (await talk.user('next tuesday')).alexa("There isn't enough for that just now. You're 18 pounds short. I can ask Mr Okafor, or find something that costs less. Which would you like?");
    (await talk.user('the cheaper one')).understood('ChooseIntent').alexa(/Which would you like to hear about\?$|Shall I/);
    expect(await left(talk)).toBe(1_200);
  });

  test('the adviser can be asked when there is not enough', async () => {
    const talk = await conversation('dev');
    for (const words of ['I need a cleaner', 'the first one', 'yes please', 'two', 'next tuesday']) await talk.user(words);
    (await talk.user('ask him')).alexa(/^I've asked Mr Okafor\. Nothing is spent until the answer is yes\./);
    expect(await left(talk)).toBe(1_200);
  });

  test('an idea comes with its reason and its cost', async () => {
    const talk = await conversation('margaret');
    (await talk.user("I'm bored stiff")).alexa(/^I'm sorry to hear that\. You told us you like singing\. One idea is Singing group at St John's, on Thursdays at two, ten minutes away, and it's free\. Would you like to know more, or another idea\?$/);
  });

  test('what happened to a request is told with its start', async () => {
    const talk = await conversation('margaret', { at: '2026-11-30T10:00' });
    await talk.user('I want a cleaner every week');
    await talk.user('all right');
    await talk.change(({ requestBook, budget }) => {
      const request = requestBook.requests.at(-1)!;
      const now = instant(toInstant('2026-11-30' as LocalDate, '10:05' as LocalTime, 'Europe/London'));
      const decided = decideRequest({ id: request.id, decision: 'approve', by: { id: 'okafor', name: 'Mr Okafor', isApprover: false } }, { requestBook, budget }, now);
      if (decided.kind !== 'changed') throw new Error(decided.reason);
      const booked = bookRequest({ id: request.id, by: 'Sparkle Cleaning', startsOn: '2026-12-04' as LocalDate, startsFrom: '10:00' as LocalTime }, { requestBook: decided.requestBook, budget: decided.budget?.after ?? budget }, now);
      if (booked.kind !== 'changed') throw new Error(booked.reason);
      return { requestBook: booked.requestBook, ...(decided.budget && { budget: decided.budget }) };
    });
    (await talk.lineDrops().later(24 * 60).user('did they ever sort out that cleaner')).alexa('Yes. Mr Okafor agreed to it. Sparkle Cleaning start on Friday at ten. Shall I put it with your visits?');
    (await talk.user('yes please')).alexa(/^It's with your visits now\./);
    (await talk.user("what's on friday")).alexa(/Sparkle Cleaning/);
    (await talk.user('cancel friday at ten')).alexa(/./);
    (await talk.lineDrops().user('what happened to my cleaner')).alexa('Yes. Mr Okafor agreed to it. Sparkle Cleaning start on Friday at ten.');
  });

  test('what stands with the visits is not the agency’s to change, and is nobody’s late visit', async () => {
    const talk = await openedAt('put-with-visits');
    await talk.user('yes please');
    const { visitBook } = await talk.record();
    const visit = visitBook.visits.find(({ forRequestId }) => forRequestId !== undefined)!;
    expect(visit).toMatchObject({ on: '2026-12-04', from: '10:00', tasks: ['cleaning'] });
    const later = instant(visit.startsAt + 3_600_000);
    expect(flagsOf(visit, visitBook, later).isUnheardOf).toBe(false);
    expect(planVisitAlerts({ councilId: 'harrow' as never, personId: 'margaret' as never, book: visitBook, zone: 'Europe/London', rules: [] }, instant(visit.startsAt - 60_000), later).filter(({ facts }) => facts?.['visitId'] === visit.id)).toEqual([]);
    expect(reportOnVisit(visitBook, { visitId: visit.id, at: later, said: 'missed' }, later, 'Europe/London')).toEqual({ kind: 'refused', reason: 'no-such-visit' });
    (await talk.user('cancel the one from Sparkle Cleaning')).alexa(/./);
    expect((await talk.record()).visitBook.changeRequests).toEqual(visitBook.changeRequests);
  });

  test('when the request is over it is gone from the visits too', async () => {
    const talk = await openedAt('put-with-visits');
    await talk.user('yes please');
    const record = await talk.record();
    const id = record.requestBook.requests.at(-1)!.id;
    const over = { requestBook: { requests: record.requestBook.requests.map((request) => (request.id === id ? { ...request, state: 'expired' as const } : request)) } };
    const { visitBook } = afterRequest(over, record.visitBook);
    expect(visitBook?.visits.some(({ forRequestId }) => forRequestId === id)).toBe(false);
    expect(visitBook?.workers).toEqual(record.visitBook.workers.filter((worker) => worker.id !== `booked-${id}`));
  });

  test('the same thing twice is questioned, not doubled', async () => {
    const talk = await conversation('margaret');
    await askForGardening(talk);
    await talk.user('yes please');
    talk.lineDrops().later(2);
    await askForGardening(talk);
    (await talk.user('yes please')).alexa(/^You asked for that a few minutes ago\. The reference is \w+ \w+\. Shall I ask for it again as well\?$/);
    (await talk.user('no leave it')).alexa(/^I've left it\. Nothing was asked for\./);
    expect(await left(talk)).toBe(15_400);
  });

  test('after ten minutes it is too late to cancel alone', async () => {
    const talk = await conversation('margaret');
    await askForGardening(talk);
    await talk.user('yes please');
    (await talk.lineDrops().later(11).user('cancel that')).alexa(/^It's more than ten minutes since you asked for \w+ \w+\./);
    expect(await left(talk)).toBe(15_400);
  });

  test('a correction before the yes changes the request', async () => {
    const talk = await conversation('margaret');
    await askForGardening(talk);
    (await talk.user('no thursday')).alexa(/Thursday the 3rd of December/);
    (await talk.user('no leave it')).alexa(/^I've left it\. Nothing was asked for\./);
    expect((await talk.record()).requestBook.requests).toHaveLength(5);
  });
});
