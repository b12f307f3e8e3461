// Promise: every line of the ledger follows its rule, or is refused with the reason and changes nothing.
import { describe, expect, test } from '@jest/globals';
import { leftPence, post, recentEntriesKept, type Budget, type NewEntry } from '../../models/budget/index.ts';
import { pounds, type Pence } from '../../models/shared/index.ts';
import { allocation, at, eight, ledger, margaret, nothingYet, posted, putAside } from './margarets-budget.ts';

const left = (budget: Budget) => leftPence(budget) / 100;
const what = 'gardening with Green Fingers';
const pay = (amount: number, requestId?: string, id = 'payment'): NewEntry => ({ kind: 'spend', id, amountPence: pounds(amount), what, ...(requestId !== undefined && { requestId }) });
const release = (requestId: string, id = `${requestId}-released`): NewEntry => ({ kind: 'set-aside-released', id, requestId });
const giveBack = (amount: number, spendId = 'payment', id = 'refund'): NewEntry => ({ kind: 'refund', id, amountPence: pounds(amount), spendId });
const undo = (entryId: string, id = `undo-${entryId}`): NewEntry => ({ kind: 'reversal', id, entryId });
const keep = (amount: number, id = 'kept'): NewEntry => ({ kind: 'kept-back', id, amountPence: pounds(amount), what: 'emergencies' });

describe('Margaret’s money', () => {
  test('what is left is after what is put aside', () => {
    expect(left(margaret)).toBe(184);
    expect(margaret.figures.setAsidePence).toBe(pounds(92));
  });

  test('two hours of gardening leave her 154 pounds', () => {
    const aside = ledger([putAside('garden', 30)], margaret);
    expect(left(aside)).toBe(154);
    expect(left(ledger([release('garden')], aside))).toBe(184);
  });

  test('money from council, NHS and herself adds up', () => {
    const both = ledger([allocation(200), { kind: 'allocation', id: 'own', amountPence: pounds(20), source: 'own', what: 'your part' }]);
    expect(both.figures.paidInPence).toBe(pounds(220));
    expect(both.recent.map(({ kind }) => kind)).toEqual(['contribution', 'allocation']);
  });

  test('entries are numbered without gaps and dated in London', () => {
    const summer = posted(post(margaret, pay(5), at('2026-07-01T23:30:00Z')));
    expect(summer.entry).toMatchObject({ number: 3, on: '2026-07-02', at: at('2026-07-01T23:30:00Z') });
    expect(margaret.recent.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('a bill below what was promised gives back the rest', () => {
    const result = posted(post(ledger([putAside('garden', 30)], margaret), pay(25, 'garden'), eight));
    expect(result.entries.map(({ kind, amountPence, id }) => [kind, amountPence, id])).toEqual([['spend', 2500, 'payment'], ['set-aside-released', 500, 'payment-rest']]);
    expect(left(result.budget)).toBe(159);
    expect(result.budget.openSetAsides.map(({ requestId }) => requestId)).toEqual(['visits']);
  });

  test('a bill for all that was promised is one entry', () => {
    expect(posted(post(margaret, pay(92, 'visits'), eight)).entries).toHaveLength(1);
  });

  test('money kept back is not left to use', () => {
    const careful = ledger([keep(120)], margaret);
    expect(left(careful)).toBe(64);
    expect(left(ledger([{ kind: 'kept-back-released', id: 'let-go', amountPence: pounds(20), what: 'emergencies' }], careful))).toBe(84);
  });

  test('a refund in two parts stops at the price', () => {
    const twice = ledger([pay(30), giveBack(10), giveBack(20, 'payment', 'second')], margaret);
    expect(left(twice)).toBe(184);
    expect(post(twice, giveBack(0.01, 'payment', 'third'), eight)).toMatchObject({ reason: 'more-than-spent' });
  });

  test('a mistaken allocation undone may leave less than nothing', () => {
    expect(left(ledger([undo('december')], margaret))).toBe(-92);
  });

  test('only the newest 120 entries are carried along', () => {
    const busy = ledger(Array.from({ length: 200 }, (_, index) => pay(0.01, undefined, `bus-${index}`)), margaret);
    expect(busy.recent).toHaveLength(recentEntriesKept);
    expect(busy.recent[0]?.number).toBe(202);
    expect(busy.lastEntryNumber).toBe(202);
    expect(left(busy)).toBe(182);
  });
});

describe('Undoing a mistake', () => {
  test.each<[string, readonly NewEntry[], string]>([
    ['an allocation', [allocation(10, 'gift')], 'gift'],
    ['a spend', [pay(30)], 'payment'],
    ['a refund', [pay(30), giveBack(30)], 'refund'],
    ['money kept back', [keep(40)], 'kept'],
    ['money let go', [keep(40), { kind: 'kept-back-released', id: 'let-go', amountPence: pounds(40), what: 'emergencies' }], 'let-go'],
    ['money taken back', [{ kind: 'taken-back', id: 'taken', amountPence: pounds(50), what: 'not used' }], 'taken'],
  ])('of %s brings every figure back as it was', (_, lines, mistake) => {
    const before = ledger(lines.slice(0, -1), margaret);
    expect(ledger([...lines, undo(mistake)], margaret).figures).toEqual(before.figures);
  });

  test('of a spend from a promise gives the money back, and leaves the promise closed', () => {
    const undone = ledger([putAside('garden', 30), pay(25, 'garden'), undo('payment')], margaret);
    expect(left(undone)).toBe(184);
    expect(post(undone, release('garden'), eight)).toMatchObject({ reason: 'already-closed' });
  });
});

describe('What the ledger refuses', () => {
  const garden = ledger([putAside('garden', 30)], margaret);
  test.each<[string, Budget, NewEntry, object]>([
    ['promising more than is left', margaret, putAside('cruise', 202), { reason: 'not-enough', shortPence: 1800 }],
    ['spending more than is left', margaret, pay(184.01), { reason: 'not-enough', shortPence: 1 }],
    ['keeping back more than is left', margaret, keep(185), { reason: 'not-enough', shortPence: 100 }],
    ['taking back what is promised', margaret, { kind: 'taken-back', id: 'taken', amountPence: pounds(185), what: 'not used' }, { reason: 'not-enough' }],
    ['a second promise to one request', garden, { ...putAside('garden', 5), id: 'other' }, { reason: 'already-set-aside' }],
    ['a release with nothing promised', margaret, release('garden'), { reason: 'no-such-set-aside' }],
    ['a release a second time', ledger([release('garden')], garden), release('garden', 'again'), { reason: 'already-closed' }],
    ['a payment after the release', ledger([release('garden')], garden), pay(30, 'garden'), { reason: 'already-closed' }],
    ['a bill above what was promised', garden, pay(30.01, 'garden'), { reason: 'more-than-set-aside' }],
    ['a payment of nothing', margaret, pay(0), { reason: 'not-positive' }],
    ['a payment below nothing', margaret, pay(-5), { reason: 'not-positive' }],
    ['half a penny', margaret, { kind: 'spend', id: 'x', amountPence: 0.5 as Pence, what }, { reason: 'not-positive' }],
    ['a refund of nothing bought', margaret, giveBack(5), { reason: 'no-such-spend' }],
    ['a refund of an allocation', margaret, giveBack(5, 'december'), { reason: 'no-such-spend' }],
    ['a refund of a reversed spend', ledger([pay(30), undo('payment')], margaret), giveBack(5), { reason: 'no-such-spend' }],
    ['a refund above the price', ledger([pay(30)], margaret), giveBack(30.01), { reason: 'more-than-spent' }],
    ['letting go more than is kept', ledger([keep(5)], margaret), { kind: 'kept-back-released', id: 'y', amountPence: pounds(6), what }, { reason: 'more-than-kept-back' }],
    ['undoing what never was', margaret, undo('never'), { reason: 'nothing-to-reverse' }],
    ['undoing twice', ledger([pay(30), undo('payment')], margaret), undo('payment', 'again'), { reason: 'already-reversed' }],
    ['undoing an undoing', ledger([pay(30), undo('payment')], margaret), undo('undo-payment'), { reason: 'not-reversible' }],
    ['undoing a promise', garden, undo('garden-set-aside'), { reason: 'not-reversible' }],
    ['undoing a refunded spend', ledger([pay(30), giveBack(1)], margaret), undo('payment'), { reason: 'already-refunded' }],
    ['undoing keeping back once let go', ledger([keep(5), { kind: 'kept-back-released', id: 'z', amountPence: pounds(5), what }], margaret), undo('kept'), { reason: 'more-than-kept-back' }],
    ['undoing letting go once spent', ledger([keep(184), { kind: 'kept-back-released', id: 'z', amountPence: pounds(184), what }, pay(184)], margaret), undo('z'), { reason: 'not-enough', shortPence: 18400 }],
    ['the same line again', ledger([pay(30)], margaret), pay(30), { reason: 'already-posted' }],
    ['the same promise again', garden, putAside('garden', 30), { reason: 'already-posted' }],
    ['the same release again', ledger([release('garden')], garden), release('garden'), { reason: 'already-posted' }],
    ['the same undoing again', ledger([pay(30), undo('payment')], margaret), undo('payment'), { reason: 'already-posted' }],
    ['another line under a used id', ledger([pay(30)], margaret), pay(31), { reason: 'id-already-used' }],
    ['anything at all from nothing', nothingYet, pay(1), { reason: 'not-enough', shortPence: 100 }],
  ])('%s', (_, budget, line, expected) => {
    expect(post(budget, line, eight)).toMatchObject({ kind: 'refused', ...expected });
  });
});
