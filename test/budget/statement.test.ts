// Promise: a statement tells each month from what was left before it to what was left after it, whatever was posted; and what could be taken back is told with its day and why.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figuresFrom, leftPence, monthsOf, post, statementFor, statementLines, takeBackOutlook, type Budget, type BudgetEntry, type Month, type NewEntry } from '../../models/budget/index.ts';
import { instant, pence, pounds } from '../../models/shared/index.ts';
import { allocation, day, eight, ledger, margaret, nothingYet } from './margarets-budget.ts';

const amount = fc.integer({ min: 1, max: 30_000 }).map((pennies) => pence(pennies));
const lines: fc.Arbitrary<(id: string, entries: readonly BudgetEntry[]) => NewEntry> = fc.oneof(
  { arbitrary: amount.map((amountPence) => (id: string): NewEntry => ({ kind: 'allocation', id, amountPence, source: 'council', what: 'in' })), weight: 3 },
  amount.map((amountPence) => (id: string): NewEntry => ({ kind: 'spend', id, amountPence, what: 'out' })),
  amount.map((amountPence) => (id: string): NewEntry => ({ kind: 'set-aside', id, amountPence, requestId: `for-${id}`, what: 'held', expiresAt: instant(eight * 2) })),
  amount.map((amountPence) => (id: string): NewEntry => ({ kind: 'kept-back', id, amountPence, what: 'kept' })),
  fc.nat().map((pick) => (id: string, entries: readonly BudgetEntry[]): NewEntry => ({ kind: 'set-aside-released', id, requestId: entries[pick % Math.max(1, entries.length)]?.requestId ?? 'none' })),
  fc.nat().map((pick) => (id: string, entries: readonly BudgetEntry[]): NewEntry => ({ kind: 'spend', id, amountPence: pence(1), what: 'paid', requestId: entries[pick % Math.max(1, entries.length)]?.requestId ?? 'none' })),
  fc.nat().map((pick) => (id: string, entries: readonly BudgetEntry[]): NewEntry => ({ kind: 'reversal', id, entryId: entries[pick % Math.max(1, entries.length)]?.id ?? 'none' })),
);

test('however the ledger came about, every month follows on from the one before, and the last ends with what is left', () => {
  fc.assert(fc.property(fc.array(fc.tuple(lines, fc.integer({ min: 0, max: 20 })), { maxLength: 40, size: 'max' }), (posts) => {
    let [budget, now]: [Budget, number] = [nothingYet, eight];
    const entries: BudgetEntry[] = [];
    for (const [place, [line, days]] of posts.entries()) {
      now += days * 86_400_000;
      const posted = post(budget, line(`line-${place}`, entries), instant(now));
      if (posted.kind === 'refused') continue;
      budget = posted.budget;
      entries.push(...posted.entries);
    }
    const months = monthsOf(entries).toReversed();
    let before = 0;
    for (const month of months) {
      const { beforePence, afterPence, lines: ofMonth } = statementFor(entries, month);
      expect(beforePence).toBe(before);
      expect(ofMonth.length).toBeGreaterThan(0);
      before = afterPence;
    }
    expect(before).toBe(leftPence(budget));
    expect(months.flatMap((month) => statementFor(entries, month).lines)).toEqual(statementLines(entries));
    for (const { entry, leftPence: left } of statementLines(entries)) expect(left).toBe(leftPence({ figures: figuresFrom(entries.slice(0, entry.number)) }));
  }), { numRuns: 300 });
});

test('a month without lines begins and ends with what was left before it', () => {
  const entries = margaret.recent.toReversed();
  expect(statementFor(entries, '2099-01' as Month)).toEqual({ month: '2099-01', beforePence: leftPence(margaret), lines: [], afterPence: leftPence(margaret) });
  expect(statementFor([], '2026-12' as Month)).toMatchObject({ beforePence: 0, afterPence: 0 });
});

describe('What could be taken back', () => {
  test('is told as it stands and as it would be on the day, with what stays', () => {
    const outlook = takeBackOutlook(ledger([allocation(678, 'saved')], margaret), day('2026-12-01'));
    expect(outlook).toEqual({ reviewOn: '2027-01-31', isPast: false, weeks: 8, mayHoldPence: pounds(552), todayPence: pounds(310), ifNothingIsUsedPence: pounds(310 + 2 * 276) });
  });

  test('is nothing while no more is left than may be kept', () => {
    expect(takeBackOutlook(margaret, day('2026-12-01'))).toMatchObject({ todayPence: 0, ifNothingIsUsedPence: pounds(184 + 552 - 552) });
  });

  test('counts no money that comes in after the day, and says when that day has gone by', () => {
    expect(takeBackOutlook(margaret, day('2027-01-30')).ifNothingIsUsedPence).toBe(0);
    expect(takeBackOutlook(margaret, day('2027-02-01')).isPast).toBe(true);
  });
});
