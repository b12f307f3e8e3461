// Promise: a request only takes the steps of its table, and its money moves in the same step, once.
import { describe, expect, test } from '@jest/globals';
import { leftPence } from '../../models/budget/index.ts';
import {
  answerMore, askMore, bookRequest, cancelRequest, decideRequest, deliverRequest, disputeRequest, expireRequests, payRequest, refundRequest, requestStates, type RequestChange, type RequestState,
} from '../../models/service-request/index.ts';
import { pounds } from '../../models/shared/index.ts';
import { asked, at, cleaner, day, eight, freeGardening, gardening, ledger, margaret, type nothingYet } from './margarets-requests.ts';

interface Record_ { readonly requestBook: ReturnType<typeof asked>['requestBook']; readonly budget: typeof nothingYet | undefined }
type Way = (record: Record_) => RequestChange;
const id = 'green-fingers';
const by = 'Mr Okafor';
const okafor = { id: 'okafor', name: by, isApprover: false };
const lund = { id: 'lund', name: 'Ms Lund', isApprover: true };

const ways = {
  'ask more': (record) => askMore({ id, by, question: 'Is there a tap outside?' }, record, eight),
  answer: (record) => answerMore({ id, by: 'person', answer: 'There is, by the back door.' }, record, eight),
  approve: (record) => decideRequest({ id, decision: 'approve', by: okafor }, record, eight),
  decline: (record) => decideRequest({ id, decision: 'decline', by: okafor, note: 'not this month' }, record, eight),
  book: (record) => bookRequest({ id, by, startsOn: day('2026-12-11') }, record, eight),
  deliver: (record) => deliverRequest({ id, by }, record, eight),
  pay: (record) => payRequest({ id, by, amountPence: pounds(30) }, record, eight),
  'pay less': (record) => payRequest({ id, by, amountPence: pounds(25) }, record, eight),
  dispute: (record) => disputeRequest({ id, by, note: 'nobody came' }, record, eight),
  refund: (record) => refundRequest({ id, by, entryId: 'back', amountPence: pounds(30) }, record, eight),
  'refund part': (record) => refundRequest({ id, by, entryId: 'part', amountPence: pounds(10) }, record, eight),
  expire: (record) => {
    const { expired: [request], requestBook, budget } = expireRequests(record, at('2027-06-01T00:00:00Z'));
    return request === undefined ? { kind: 'refused', reason: 'not-now' } : { kind: 'changed', request, requestBook, ...(budget && { budget }) };
  },
} satisfies Record<string, Way>;
type Step = keyof typeof ways;

function walk(steps: readonly Step[], from: Record_ = asked(gardening)): Record_ {
  return steps.reduce((record, step) => {
    const result = ways[step](record);
    if (result.kind === 'refused') throw new Error(`${step}: ${result.reason}`);
    return { requestBook: result.requestBook, budget: result.budget?.after ?? record.budget };
  }, from);
}
const stateOf = ({ requestBook }: Record_) => requestBook.requests.at(-1)?.state;
const left = ({ budget }: Record_) => (budget === undefined ? undefined : leftPence(budget) / 100);
const forReview = () => asked(gardening, {}, { sendToAdviser: true });

describe('A request for 30 pounds of gardening, with 184 left', () => {
  test.each<[string, readonly Step[], RequestState, number, number]>([
    ['is booked with the money still aside', ['book'], 'booked', 154, 30],
    ['is done with the money still aside', ['book', 'deliver'], 'delivered', 154, 30],
    ['is paid from what was aside', ['book', 'deliver', 'pay'], 'paid', 154, 0],
    ['costs less, and the rest comes back', ['book', 'deliver', 'pay less'], 'paid', 159, 0],
    ['is declined before it is booked', ['decline'], 'declined', 184, 0],
    ['is declined after it is booked', ['book', 'decline'], 'declined', 184, 0],
    ['is disputed, then paid after all', ['book', 'deliver', 'dispute', 'pay'], 'paid', 154, 0],
    ['is disputed, then not paid for', ['book', 'deliver', 'dispute', 'decline'], 'declined', 184, 0],
    ['is refunded', ['book', 'deliver', 'pay', 'refund'], 'refunded', 184, 0],
    ['is refunded in part', ['book', 'deliver', 'pay', 'refund part'], 'refunded', 164, 0],
    ['is disputed once paid, then refunded', ['book', 'deliver', 'pay', 'dispute', 'refund'], 'refunded', 184, 0],
    ['is disputed once paid, and stays paid', ['book', 'deliver', 'pay', 'dispute', 'pay'], 'paid', 154, 0],
    ['ends by itself', ['expire'], 'expired', 184, 0],
    ['ends by itself though booked', ['book', 'expire'], 'expired', 184, 0],
  ])('%s', (_, steps, state, leftPounds, asidePounds) => {
    const record = walk(steps);
    expect([stateOf(record), left(record), (record.budget?.figures.setAsidePence ?? 0) / 100 - 92]).toEqual([state, leftPounds, asidePounds]);
  });

  test.each<[string, readonly Step[], RequestState, number]>([
    ['waits with no money set aside', [], 'needs-review', 184],
    ['is agreed to, and set aside then', ['approve'], 'approved', 154],
    ['is declined with nothing to give back', ['decline'], 'declined', 184],
    ['ends by itself with nothing to give back', ['expire'], 'expired', 184],
  ])('sent to the adviser it %s', (_, steps, state, leftPounds) => {
    const record = walk(steps, forReview());
    expect([stateOf(record), left(record)]).toEqual([state, leftPounds]);
  });

  test('keeps who took each step and what they said', () => {
    expect(walk(['decline'], forReview()).requestBook.requests[0]?.history).toEqual([
      { state: 'asked', at: eight, by: 'person' }, { state: 'needs-review', at: eight, by: 'rules' }, { state: 'declined', at: eight, by: 'Mr Okafor', note: 'not this month' },
    ]);
  });
});

describe('Every step not in the table', () => {
  const allowed: Readonly<Record<RequestState, readonly string[]>> = {
    asked: ['approve', 'decline', 'expire'], 'needs-review': ['ask more', 'approve', 'decline', 'expire'], 'more-asked': ['answer', 'approve', 'decline', 'expire'], approved: ['decline', 'book', 'expire'], booked: ['decline', 'deliver', 'expire'],
    delivered: ['pay', 'pay less', 'dispute'], paid: ['dispute', 'refund', 'refund part'], disputed: ['decline', 'pay', 'pay less', 'refund', 'refund part'], refunded: ['refund', 'refund part'],
    declined: [], cancelled: [], expired: [],
  };
  test.each(requestStates)('from %s is refused, and changes nothing', (state) => {
    const { requestBook, budget } = asked(gardening);
    const record = { requestBook: { requests: requestBook.requests.map((each) => ({ ...each, state })) }, budget };
    const refused = Object.entries(ways).filter(([, way]) => {
      const result = way(record);
      return result.kind === 'refused' && result.reason === 'not-now';
    });
    expect(refused.map(([name]) => name)).toEqual(Object.keys(ways).filter((name) => !allowed[state].includes(name)));
  });

  test.each<[string, readonly Step[], Step, string]>([
    ['paying twice', ['book', 'deliver', 'pay'], 'pay', 'not-now'],
    ['refunding more than was paid', ['book', 'deliver', 'pay less'], 'refund', 'more-than-spent'],
    ['refunding the same again', ['book', 'deliver', 'pay', 'refund'], 'refund', 'already-posted'],
    ['not paying for what was paid, once disputed', ['book', 'deliver', 'pay', 'dispute'], 'decline', 'not-now'],
    ['refunding what was never paid, once disputed', ['book', 'deliver', 'dispute'], 'refund', 'no-such-spend'],
  ])('%s is refused', (_, steps, step, reason) => {
    expect(ways[step](walk(steps))).toMatchObject({ kind: 'refused', reason });
  });

  test('a request nobody knows is refused', () => {
    expect(deliverRequest({ id: 'unknown', by }, asked(gardening), eight)).toEqual({ kind: 'refused', reason: 'no-such-request' });
  });
});

describe('The adviser’s yes', () => {
  test('is refused while there is not enough', () => {
    const tight = ledger([{ kind: 'spend', id: 'shoes', amountPence: pounds(172), what: 'shoes' }], margaret);
    const record = asked(gardening, { budget: tight }, { sendToAdviser: true });
    expect(ways.approve(record)).toMatchObject({ kind: 'refused', reason: 'not-enough', shortPence: pounds(18), request: { state: 'needs-review' } });
  });

  test('needs a price where none was known', () => {
    const record = asked({ ...gardening, unit: 'unknown' });
    expect(ways.approve(record)).toMatchObject({ kind: 'refused', reason: 'cost-unknown' });
    expect(decideRequest({ id, decision: 'approve', by: okafor, costPence: pounds(40) }, record, eight)).toMatchObject({ kind: 'changed', leftAfterPence: pounds(144), request: { costPence: pounds(40) } });
    expect(ways.decline(record).kind).toBe('changed');
  });

  describe('above £500', () => {
    const dear = () => ({ ...asked({ ...gardening, unit: 'unknown' }), budget: ledger([{ kind: 'allocation', id: 'more', amountPence: pounds(2000), source: 'council', what: 'more' }], margaret) });
    const yes = (who: typeof okafor, record: Record_, costPence = pounds(501)) => decideRequest({ id, decision: 'approve', by: who, costPence }, record, eight);
    const after = (change: RequestChange): Record_ => {
      if (change.kind === 'refused') throw new Error(change.reason);
      return { requestBook: change.requestBook, budget: change.budget?.after ?? dear().budget };
    };

    test('is kept as the first of two, and moves no money', () => {
      const first = yes(okafor, dear());
      expect(first).toMatchObject({ kind: 'changed', request: { state: 'needs-review', firstYes: { id: 'okafor' } } });
      expect(first).not.toHaveProperty('budget');
      expect(yes(lund, after(first))).toMatchObject({ kind: 'changed', request: { state: 'approved', costPence: pounds(501) }, leftAfterPence: leftPence(dear().budget) - pounds(501) });
    });

    test.each([
      ['the same person again', okafor, okafor, 'needs-another'], ['an approver alone, twice', lund, lund, 'needs-another'], ['two advisers', okafor, { ...okafor, id: 'shah' }, 'needs-approver'],
    ] as const)('is refused from %s', (_who, one, other, reason) => {
      expect(yes(other, after(yes(one, dear())))).toMatchObject({ kind: 'refused', reason, request: { state: 'needs-review' } });
    });

    test('holds for its price alone', () => {
      const other = yes(lund, after(yes(okafor, dear())), pounds(600));
      expect(other).toMatchObject({ request: { state: 'needs-review', firstYes: { id: 'lund', costPence: pounds(600) } } });
    });

    test('at £500 itself is one person’s to give', () => {
      expect(yes(okafor, dear(), pounds(500))).toMatchObject({ request: { state: 'approved' } });
    });
  });

  test('holds the money 28 days from then', () => {
    const record = asked(cleaner);
    const late = at('2026-12-20T08:00:00Z');
    const result = decideRequest({ id: 'sparkle', decision: 'approve', by: okafor }, record, late);
    expect(result).toMatchObject({ request: { expiresAt: at('2027-01-17T08:00:00Z') }, leftAfterPence: pounds(124) });
  });

  test('is refused where there is no budget', () => {
    expect(ways.approve({ ...forReview(), budget: undefined })).toMatchObject({ kind: 'refused', reason: 'no-budget' });
  });
});

describe('Cancelling', () => {
  const cancel = (record: Record_, as: 'own' | 'council', when = at('2026-12-02T08:00:00Z')) => cancelRequest({ id, by: as === 'own' ? 'person' : by, as }, record, when);
  test.each<[string, () => Record_, 'changed' | 'refused', 'changed' | 'refused']>([
    ['waits for a decision', forReview, 'changed', 'changed'], ['waits for an answer', () => walk(['ask more'], forReview()), 'changed', 'changed'], ['was agreed to', () => walk([]), 'changed', 'changed'],
    ['is booked', () => walk(['book']), 'refused', 'changed'], ['was done', () => walk(['book', 'deliver']), 'refused', 'refused'], ['was paid', () => walk(['book', 'deliver', 'pay']), 'refused', 'refused'],
  ])('what %s', (_, made, own, council) => {
    expect([cancel(made(), 'own').kind, cancel(made(), 'council').kind]).toEqual([own, council]);
  });

  test('what is booked is the person’s own as long as they could say “cancel that”, and gives its money back', () => {
    const booked = walk(['book']);
    const { undoUntil } = booked.requestBook.requests[0]!;
    expect(cancel(booked, 'own', undoUntil)).toMatchObject({ kind: 'changed', leftAfterPence: pounds(184) });
    expect(cancel(booked, 'own', (undoUntil + 1) as typeof undoUntil)).toMatchObject({ kind: 'refused', reason: 'too-late' });
  });
});

describe('The clock', () => {
  test('ends nothing a moment early', () => {
    const record = asked(gardening);
    const { expiresAt } = record.result.request;
    expect(expireRequests(record, (expiresAt - 1) as typeof expiresAt)).toEqual({ expired: [], requestBook: record.requestBook });
    expect(expireRequests(record, expiresAt)).toMatchObject({ expired: [{ id, state: 'expired' }], budget: { entries: [{ kind: 'set-aside-released' }] } });
  });

  test('ends several at once, numbering their entries on', () => {
    const both = asked({ ...gardening, serviceId: 'second' }, asked(gardening));
    const { expired, budget } = expireRequests(asked(freeGardening, both), at('2027-06-01T00:00:00Z'));
    expect(expired.map((each) => each.id)).toEqual(['green-fingers', 'second', 'helping-hands']);
    expect(budget?.entries.map(({ number }) => number)).toEqual([5, 6]);
    expect(budget && leftPence(budget.after)).toBe(pounds(184));
  });

  test('never gives back what is owed for something done', () => {
    expect(expireRequests(walk(['book', 'deliver']), at('2030-01-01T00:00:00Z')).expired).toEqual([]);
  });

  test('is not brought forward by an early booking', () => {
    const record = asked(gardening);
    const result = bookRequest({ id, by, startsOn: day('2026-12-02') }, record, eight);
    expect(result).toMatchObject({ kind: 'changed', request: { startsOn: '2026-12-02', expiresAt: record.result.request.expiresAt } });
    expect(result).not.toHaveProperty('budget');
  });

  test('waits for a booking far ahead', () => {
    const record = asked(gardening);
    const result = bookRequest({ id, by, startsOn: day('2027-03-01') }, record, eight);
    if (result.kind !== 'changed') throw new Error(result.reason);
    expect(result.budget).toMatchObject({ entries: [], after: { figures: record.budget.figures } });
    expect(result.request.expiresAt).toBe(at('2027-03-29T08:00:00Z'));
    expect(result.budget?.after.openSetAsides.at(-1)?.expiresAt).toBe(result.request.expiresAt);
  });
});
