// Promise: what is left, set aside, spent, and may go back is told rightly, for any days and any words.
import { describe, expect, test } from '@jest/globals';
import { expiredSetAsides, extendSetAside, fourFacts, leftPence, releaseSetAside, spendingBetween, type Budget, type NewEntry } from '../../models/budget/index.ts';
import { pence, pounds } from '../../models/shared/index.ts';
import { allocation, at, day, eight, later, ledger, margaret, posted, putAside } from './margarets-budget.ts';

const paid = (id: string, amount: number, what: string, category: string): NewEntry => ({ kind: 'spend', id, amountPence: pounds(amount), what, category });
const spent = (...on: readonly (readonly [string, NewEntry])[]): Budget => on.reduce((budget, [when, line]) => ledger([line], budget, at(`${when}T12:00:00Z`)), margaret);
const total = (budget: Budget, from: string, to: string, about?: string) => spendingBetween(budget.recent, day(from), day(to), about).totalPence / 100;

describe('The four facts', () => {
  test('Margaret hears 184 left until Monday the 21st', () => {
    expect(fourFacts(margaret, day('2026-12-01'))).toEqual({
      leftPence: pounds(184), setAsidePence: pounds(92), spentThisPeriodPence: 0, keptBackPence: 0,
      period: { from: '2026-11-23', to: '2026-12-20', nextFrom: '2026-12-21' },
    });
  });

  test('only this period’s spending is counted', () => {
    const budget = spent(['2026-11-22', paid('before', 1, 'a taxi', 'transport')], ['2026-11-23', paid('first', 2, 'a taxi', 'transport')],
      ['2026-12-20', paid('last', 4, 'a taxi', 'transport')], ['2026-12-21', paid('after', 8, 'a taxi', 'transport')]);
    expect(fourFacts(budget, day('2026-12-01')).spentThisPeriodPence).toBe(pounds(6));
  });

  test('what is left above eight weeks’ money may go back', () => {
    const saved = ledger([allocation(678, 'saved')], margaret);
    expect(leftPence(saved)).toBe(pounds(862));
    expect(fourFacts(saved, day('2026-12-01')).takenBack).toEqual({ amountPence: pounds(310), on: '2027-01-31' });
    expect(fourFacts(saved, day('2027-01-31')).takenBack).toBeDefined();
    expect(fourFacts(saved, day('2027-02-01')).takenBack).toBeUndefined();
  });

  test('eight weeks’ money exactly stays, a penny above goes back', () => {
    const exactly = ledger([allocation(368, 'saved')], margaret);
    expect(fourFacts(exactly, day('2026-12-01')).takenBack).toBeUndefined();
    expect(fourFacts(ledger([allocation(0.01, 'penny')], exactly), day('2026-12-01')).takenBack?.amountPence).toBe(1);
  });
});

test('a part of a penny that may be kept is rounded the person’s way', () => {
  const odd = { ...ledger([allocation(300, 'saved')], margaret), settings: { ...margaret.settings, perPeriodPence: pence(10_001), surplusWeeksLimit: 6 } };
  expect(fourFacts(odd, day('2026-12-01')).takenBack?.amountPence).toBe(48_400 - 15_002);
});

describe('What it was spent on', () => {
  const garden = paid('garden', 30, 'gardening with Green Fingers', 'gardening');
  const taxi = paid('taxi', 12, 'a taxi to the hospital', 'transport');
  const bingo = paid('bingo', 4, 'bingo at the Legion', 'bingo');
  const budget = spent(['2026-11-30', garden], ['2026-12-01', taxi], ['2026-12-02', bingo]);

  test('both end days are counted', () => {
    expect(total(budget, '2026-11-30', '2026-12-01')).toBe(42);
    expect(total(budget, '2026-12-01', '2026-12-31')).toBe(16);
    expect(total(budget, '2026-12-03', '2026-12-31')).toBe(0);
  });

  test.each([['transport', 12], ['taxis', 12], ['the garden', 30], ['Green Fingers', 30], ['social club', 4], ['bingo', 4], ['cleaning', 0], ['the', 0]])('on %s it comes to %d pounds', (about, pounds_) => {
    expect(total(budget, '2026-11-01', '2026-12-31', about)).toBe(pounds_);
  });

  test('refunds come off the spend, whenever they came', () => {
    const back = ledger([{ kind: 'refund', id: 'back', amountPence: pounds(10), spendId: 'garden' }], budget, at('2027-02-01T12:00:00Z'));
    expect(total(back, '2026-11-30', '2026-11-30')).toBe(20);
    expect(total(back, '2027-02-01', '2027-02-01')).toBe(0);
    expect(total(ledger([{ kind: 'reversal', id: 'undo', entryId: 'back' }], back), '2026-11-30', '2026-11-30')).toBe(30);
  });

  test('a mistaken or wholly refunded spend is not heard of', () => {
    const mistaken = ledger([{ kind: 'reversal', id: 'undo', entryId: 'garden' }, { kind: 'refund', id: 'back', amountPence: pounds(12), spendId: 'taxi' }], budget);
    expect(spendingBetween(mistaken.recent, day('2026-11-01'), day('2026-12-31')).lines).toEqual([
      { what: 'bingo at the Legion', amountPence: pounds(4), on: '2026-12-02', category: 'bingo' },
    ]);
  });

  test('money that went back to the council is not spending', () => {
    expect(total(ledger([{ kind: 'taken-back', id: 'taken', amountPence: pounds(9), what: 'not used' }], margaret), '2026-11-01', '2026-12-31')).toBe(0);
  });
});

describe('Promises whose time is up', () => {
  test('are those at or past their last moment', () => {
    const budget = ledger([putAside('garden', 30)], extendSetAside(margaret, 'visits', at('2027-01-16T00:00:00Z')));
    expect(expiredSetAsides(budget, eight)).toEqual([]);
    expect(expiredSetAsides(budget, later).map(({ requestId }) => requestId)).toEqual(['garden']);
    expect(expiredSetAsides(budget, at('2027-01-16T00:00:00Z')).map(({ requestId }) => requestId)).toEqual(['garden', 'visits']);
  });

  test('holding one longer moves no money, and never sooner', () => {
    expect(extendSetAside(margaret, 'visits', eight)).toBe(margaret);
    expect(extendSetAside(margaret, 'nobody', at('2030-01-01T00:00:00Z'))).toBe(margaret);
    const held = extendSetAside(margaret, 'visits', at('2027-03-01T00:00:00Z'));
    expect(held.figures).toEqual(margaret.figures);
    expect(posted(releaseSetAside(held, { id: 'free', requestId: 'visits' }, eight)).budget.openSetAsides).toEqual([]);
  });
});
