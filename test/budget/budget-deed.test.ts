// Promise: what staff do to a budget by hand goes by the ledger’s own rules; above £500 nobody does it alone; and nothing is taken back before its day, or beyond what may be kept.
import { describe, expect, test } from '@jest/globals';
import { agreeToBudgetDeed, doBudgetDeed, leftPence, reversible, type Budget, type BudgetDeed, type DeedResult } from '../../models/budget/index.ts';
import { instant, pence, pounds } from '../../models/shared/index.ts';
import { allocation, day, eight, ledger, margaret, posted, putAside } from './margarets-budget.ts';

const [okafor, shah, lund] = [{ id: 'okafor', name: 'Mr Okafor', isApprover: false }, { id: 'shah', name: 'Ms Shah', isApprover: false }, { id: 'lund', name: 'Ms Lund', isApprover: true }];
const moment = { now: eight, today: day('2026-12-01') };
const payIn = (amount: number): BudgetDeed => ({ kind: 'allocation', amountPence: pence(Math.round(amount * 100)), source: 'council', what: 'more' });
const done = (deed: BudgetDeed, budget: Budget = margaret, by = lund, when = moment): DeedResult => doBudgetDeed(budget, { id: 'deed', deed, by }, when);
function waiting(deed: BudgetDeed, by = lund) {
  const result = done(deed, margaret, by);
  if (result.kind !== 'waits') throw new Error(result.kind);
  return result.proposal;
}

test.each<[string, BudgetDeed, number]>([
  ['money comes in', payIn(500), 684], ['money is kept back', { kind: 'kept-back', amountPence: pounds(84), what: 'for emergencies' }, 100],
  ['a mistaken line is put right', { kind: 'reversal', entryId: 'oversight', note: 'paid in twice' }, 134],
])('%s at once, by one approver, up to £500', (_, deed, left) => {
  const before = deed.kind === 'reversal' ? ledger([allocation(50, 'oversight')], ledger([{ kind: 'spend', id: 'spent', amountPence: pounds(50), what: 'shoes' }], margaret)) : margaret;
  const result = done(deed, before);
  if (result.kind !== 'posted') throw new Error(result.kind);
  expect([leftPence(result.budget) / 100, result.entry.note]).toEqual([left, deed.kind === 'reversal' ? 'paid in twice' : undefined]);
});

describe('Above £500', () => {
  test('it waits, with no line in the ledger, until somebody else agrees; then it is posted under its own id', () => {
    const proposal = waiting(payIn(500.01));
    expect(proposal).toEqual({ id: 'deed', deed: payIn(500.01), amountPence: 50_001, by: lund, at: eight });
    const agreed = agreeToBudgetDeed(margaret, proposal, okafor, moment);
    if (agreed.kind !== 'posted') throw new Error(agreed.kind);
    expect([agreed.entry.id, leftPence(agreed.budget)]).toEqual(['deed', leftPence(margaret) + 50_001]);
    expect(agreeToBudgetDeed(agreed.budget, proposal, okafor, moment)).toMatchObject({ kind: 'refused', reason: 'already-posted' });
  });

  test('many small deeds by one person within a day are no way past it; a colleague’s, an agreed one, and the next day are not counted', () => {
    const two = (first: typeof lund, second: typeof lund, hours: number) => {
      const one = doneOrThrow(done(payIn(300), margaret, first));
      return doBudgetDeed(one.budget, { id: 'another', deed: payIn(200.01), by: second }, { now: instant(eight + hours * 3_600_000), today: moment.today }).kind;
    };
    expect([two(lund, lund, 23), two(lund, lund, 25), two(lund, { ...lund, id: 'other' }, 1)]).toEqual(['waits', 'posted', 'posted']);
    const agreed = doneOrThrow(agreeToBudgetDeed(margaret, waiting(payIn(600)), okafor, moment));
    expect(doBudgetDeed(agreed.budget, { id: 'small', deed: payIn(10), by: lund }, moment)).toMatchObject({ kind: 'posted', entry: { by: 'lund' } });
  });

  test.each([['the same person', lund, lund, 'needs-another'], ['two of whom neither is an approver', okafor, shah, 'needs-approver']] as const)('is refused from %s', (_, first, second, reason) => {
    expect(agreeToBudgetDeed(margaret, waiting(payIn(600), first), second, moment)).toMatchObject({ kind: 'refused', reason });
  });

  test('the ledger has the last word: what it would refuse is not proposed, nor agreed to once it would', () => {
    expect(done({ kind: 'kept-back', amountPence: pounds(600), what: 'too much' })).toMatchObject({ kind: 'refused', reason: 'not-enough' });
    const rich = ledger([allocation(900, 'rich')], margaret);
    const proposed = done({ kind: 'kept-back', amountPence: pounds(600), what: 'kept' }, rich);
    expect(proposed.kind).toBe('waits');
    if (proposed.kind === 'waits') expect(agreeToBudgetDeed(margaret, proposed.proposal, okafor, moment)).toMatchObject({ kind: 'refused', reason: 'not-enough' });
  });
});

describe('Taking back', () => {
  const saved = ledger([allocation(678, 'saved')], margaret);
  const take = (pounds_: number, today: string) => done({ kind: 'taken-back', amountPence: pounds(pounds_), what: 'not used' }, saved, lund, { now: eight, today: day(today) });
  test.each<[string, number, string, string]>([
    ['before its day', 1, '2027-01-30', 'too-early'], ['more than is above what may be kept', 311, '2027-01-31', 'more-than-surplus'],
  ])('%s is refused', (_, amount, today, reason) => {
    expect(take(amount, today)).toMatchObject({ kind: 'refused', reason });
  });

  test('on its day or after it, what is above what may be kept goes back', () => {
    for (const today of ['2027-01-31', '2027-03-01']) expect(take(310, today)).toMatchObject({ kind: 'posted', entry: { kind: 'taken-back', amountPence: pounds(310) } });
  });
});

test('what can be put right by hand is neither put right already, nor paid for a request, nor money set aside', () => {
  const spent = ledger([{ kind: 'spend', id: 'by-hand', amountPence: pounds(5), what: 'a taxi' }, putAside('garden', 20), { kind: 'spend', id: 'for-request', amountPence: pounds(20), what: 'gardening', requestId: 'garden' }], margaret);
  expect(reversible(spent).map(({ id }) => id)).toContain('by-hand');
  expect(reversible(spent).filter(({ requestId, kind }) => requestId !== undefined || kind === 'set-aside')).toEqual([]);
  const righted = posted(doneOrThrow(done({ kind: 'reversal', entryId: 'by-hand', note: 'not ours' }, spent))).budget;
  expect(reversible(righted).map(({ id }) => id)).not.toContain('by-hand');
});

function doneOrThrow(result: DeedResult) {
  if (result.kind !== 'posted') throw new Error(result.kind);
  return result;
}
