// Promise: what becomes of a person's money, requests and messages is told to them without their asking, once, and not when it is no longer so.
import { describe, expect, test } from '@jest/globals';
import { spend } from '../../models/budget/index.ts';
import { markHeard, takeMessage } from '../../models/message/index.ts';
import { answerMore, askMore, cancelRequest, decideRequest, type ServiceRequest } from '../../models/service-request/index.ts';
import { pence, type LocalDate } from '../../models/shared/index.ts';
import { alertWorld, type AlertWorld } from '../support/alert-world.ts';
import { instantOf } from '../support/skill-under-test.ts';

const boardSaid = ({ arrived }: AlertWorld) => arrived.filter(({ channel }) => channel === 'board').map(({ at, spoken }) => `${at.slice(0, 5)} ${spoken}`);

/** Nobody comes, so that nobody is missed. */
async function withoutVisits(world: AlertWorld): Promise<void> {
  const record = await world.record();
  await world.records.save(record, { idempotencyKey: 'no-visits', at: world.now(), visitBook: { ...record.visitBook, rounds: [], visits: [] }, audit: [] });
}

describe('money', () => {
  test('a budget that falls under fifty pounds is told half an hour later, once in its period', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    await withoutVisits(world);
    const record = await world.record();
    const spent = spend(record.budget!, { id: 'spent', amountPence: pence(46_000), what: 'a wheelchair', category: 'equipment' }, world.now());
    if (spent.kind !== 'posted') throw new Error(JSON.stringify(spent));
    await world.records.save(record, { idempotencyKey: 'spent', at: world.now(), budget: { after: spent.budget, entries: spent.entries }, audit: [] });
    await world.fastForward(29);
    expect(boardSaid(world)).toEqual([]);
    await world.fastForward(60 * 23);
    expect(boardSaid(world).filter((line) => line.includes('budget'))).toEqual(['10:30 Your budget is getting low. Ask me how much is left.']);
  });

  test('money that may go back is told ten weeks before and two weeks before', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    await withoutVisits(world);
    const record = await world.record();
    const budget = { ...record.budget!, settings: { ...record.budget!.settings, reviewOn: '2027-02-01' as LocalDate, surplusWeeksLimit: 1 } };
    await world.records.save(record, { idempotencyKey: 'review', at: world.now(), budget: { after: budget, entries: [] }, audit: [] });
    await world.fastForward(60 * 20);
    for (const day of ['2027-01-10T10:00', '2027-01-20T10:00', '2027-01-25T10:00']) {
      world.setClock(instantOf(day));
      await world.plan();
      await world.fastForward(40);
    }
    const said = boardSaid(world).filter((line) => line.includes('go back'));
    expect(said).toHaveLength(2);
    expect(said[0]).toBe('10:30 Some of your money may go back to the council. Ask me how much, and when.');
  });
});

describe('requests', () => {
  const waiting: ServiceRequest = {
    id: 'cleaner', reference: 'robin four', state: 'needs-review', serviceId: 's', serviceName: 'Sparkle', providerName: 'Sparkle Cleaning', what: 'cleaning', category: 'cleaning', isProviderApproved: true,
    unit: 'hour', unitPence: pence(1_600), units: 2, costPence: pence(3_200), reasons: ['outside-plan'], askedAt: 1_796_000_000_000 as never, undoUntil: 1_796_000_600_000 as never, expiresAt: 1_799_000_000_000 as never,
    history: [{ state: 'asked', at: 1_796_000_000_000 as never, by: 'person' }],
  };

  test.each([
    ['approve', 'The council has agreed to cleaning with Sparkle Cleaning.'],
    ['decline', 'The council said no to cleaning with Sparkle Cleaning. Ask me why.'],
  ] as const)('what the council decides (%s) is told in the same minute', async (decision, words) => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    await withoutVisits(world);
    const record = await world.record();
    const decided = decideRequest({ id: 'cleaner', decision, by: { id: 'a', name: 'adviser', isApprover: false }, note: 'so' }, { requestBook: { requests: [waiting] }, budget: record.budget }, world.now());
    if (decided.kind !== 'changed') throw new Error(JSON.stringify(decided));
    await world.records.save(record, { idempotencyKey: 'decided', at: world.now(), requestBook: decided.requestBook, ...(decided.budget && { budget: decided.budget }), audit: [] });
    await world.fastForward(1);
    expect(boardSaid(world)).toEqual([`10:00 ${words}`]);
  });
});

describe('what more was asked', () => {
  const asked: ServiceRequest = {
    id: 'cleaner', reference: 'robin four', state: 'needs-review', serviceId: 's', serviceName: 'Sparkle', providerName: 'Sparkle Cleaning', what: 'cleaning', category: 'cleaning', isProviderApproved: true,
    unit: 'hour', unitPence: pence(1_600), units: 2, costPence: pence(3_200), reasons: ['outside-plan'], askedAt: 1_796_000_000_000 as never, undoUntil: 1_796_000_600_000 as never, expiresAt: 1_799_000_000_000 as never,
    history: [{ state: 'asked', at: 1_796_000_000_000 as never, by: 'person' }, { state: 'needs-review', at: 1_796_000_000_000 as never, by: 'rules' }],
  };

  test('is told word for word with how to answer, and is no news any more once somebody has', async () => {
    const world = await alertWorld({ at: '2026-12-01T23:00' });
    await withoutVisits(world);
    const record = await world.record();
    const more = askMore({ id: 'cleaner', by: 'Mr Okafor', question: 'Is there a vacuum cleaner?' }, { requestBook: { requests: [asked] }, budget: record.budget }, world.now());
    if (more.kind !== 'changed') throw new Error(more.reason);
    await world.records.save(record, { idempotencyKey: 'more-asked', at: world.now(), requestBook: more.requestBook, audit: [] });
    await world.forwardTo('2026-12-02T09:00');
    expect(boardSaid(world)).toEqual([expect.stringMatching(/^\d\d:\d\d Mr Okafor asks about cleaning with Sparkle Cleaning: Is there a vacuum cleaner\? To answer, say: what happened to my request\. Or (tell \w+, or )?ring the council\.$/)]);
    const answered = answerMore({ id: 'cleaner', by: 'Sarah', answer: 'There is.' }, await world.record(), world.now());
    if (answered.kind !== 'changed') throw new Error(answered.reason);
    await world.records.save(await world.record(), { idempotencyKey: 'more-answered', at: world.now(), requestBook: answered.requestBook, audit: [] });
    await world.fastForward(60);
    expect(boardSaid(world)).toHaveLength(1);
  });

  test('and what somebody else cancelled, the person hears with who it was', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    await withoutVisits(world);
    const record = await world.record();
    const gone = cancelRequest({ id: 'cleaner', by: 'Sarah', as: 'own' }, { requestBook: { requests: [asked] }, budget: record.budget }, world.now());
    if (gone.kind !== 'changed') throw new Error(gone.reason);
    await world.records.save(record, { idempotencyKey: 'cancelled', at: world.now(), requestBook: gone.requestBook, audit: [] });
    await world.fastForward(1);
    expect(boardSaid(world)).toEqual(['10:00 Sarah has cancelled cleaning with Sparkle Cleaning. You can ask for it again.']);
  });
});

describe('messages', () => {
  const fromSarah = { id: 'sunday', fromMemberId: 'sarah', fromName: 'Sarah', words: 'See you on Sunday.' };

  test('a message is announced with whom it is from, never with what it says', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    await withoutVisits(world);
    const record = await world.record();
    await world.records.save(record, { idempotencyKey: 'message', at: world.now(), messageBook: takeMessage(record.messageBook, { ...fromSarah, sentAt: world.now() }), audit: [] });
    await world.fastForward(1);
    expect(boardSaid(world)).toEqual(['10:00 You have a message from Sarah. Say: any messages.']);
    expect(JSON.stringify(world.arrived)).not.toContain('Sunday');
  });

  test('one that comes at night and was heard before morning is not announced', async () => {
    const world = await alertWorld({ at: '2026-12-01T23:00' });
    const record = await world.record();
    await world.records.save(record, { idempotencyKey: 'message', at: world.now(), messageBook: takeMessage(record.messageBook, { ...fromSarah, sentAt: world.now() }), audit: [] });
    await world.fastForward(60);
    expect(boardSaid(world)).toEqual([]);
    const later = await world.record();
    await world.records.save(later, { idempotencyKey: 'heard', at: world.now(), messageBook: markHeard(later.messageBook, 'sunday', world.now()), audit: [] });
    await world.forwardTo('2026-12-02T12:00');
    expect(boardSaid(world).filter((line) => line.includes('message'))).toEqual([]);
  });
});
