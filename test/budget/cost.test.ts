// Promise: a price is never guessed, never a fraction of a penny, and posting costs the same in a long ledger as in a short one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { costOf, post, type Budget } from '../../models/budget/index.ts';
import { pence, pounds } from '../../models/shared/index.ts';
import { allocation, eight, ledger } from './margarets-budget.ts';

describe('What a service comes to', () => {
  test.each([
    ['two hours at 15 pounds', { unit: 'hour', unitPence: pounds(15), units: 2 }, 3000],
    ['a session, with no number said', { unit: 'session', unitPence: pounds(4) }, 400],
    ['an hour and a half at 15.55', { unit: 'hour', unitPence: pence(1555), units: 1.5 }, 2333],
    ['a cleaner for an hour every week', { unit: 'hour', unitPence: pounds(15), units: 1, everyWeeks: 1 }, 6000],
    ['the same every fortnight', { unit: 'hour', unitPence: pounds(15), units: 1, everyWeeks: 2 }, 3000],
    ['something free', { unit: 'free', units: 3 }, 0],
  ] as const)('%s', (_, price, expected) => {
    expect(costOf(price, 4)).toBe(expected);
  });

  test.each([
    ['no price', { unit: 'hour', units: 2 }], ['a price for who knows what', { unit: 'unknown', unitPence: pounds(5) }], ['no hours', { unit: 'hour', unitPence: pounds(5), units: 0 }],
    ['hours below none', { unit: 'hour', unitPence: pounds(5), units: -1 }], ['endless hours', { unit: 'hour', unitPence: pounds(5), units: Infinity }],
    ['a price below nothing', { unit: 'hour', unitPence: pence(-5) }],
  ] as const)('%s is not known, and not free', (_, price) => {
    expect(costOf(price, 4)).toBeUndefined();
  });

  test('it is whole pence, and never less than the price', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 400 }), (unitPence, quarters) => {
      const cost = costOf({ unit: 'hour', unitPence: pence(unitPence), units: quarters / 4 }, 4) ?? -1;
      expect(Number.isSafeInteger(cost)).toBe(true);
      expect(cost - (unitPence * quarters) / 4).toBeGreaterThanOrEqual(0);
      expect(cost - (unitPence * quarters) / 4).toBeLessThan(1);
    }), { numRuns: 2000 });
  });
});

test('a post holds no more however many entries there are', () => {
  const grow = (budget: Budget, times: number) => Array.from({ length: times }).reduce<Budget>((so, _, place) =>
    ledger([{ kind: 'spend', id: `${budget.lastEntryNumber}-${place}`, amountPence: pence(1), what: 'a stamp' }], so), budget);
  const short = grow(ledger([allocation(5000)]), 200);
  const long = grow(short, 5000);
  expect(long.lastEntryNumber).toBe(5201);
  const size = (budget: Budget) => JSON.stringify(budget).length;
  expect(size(long)).toBeLessThan(size(short) * 1.1);
  const result = post(long, allocation(1, 'more'), eight);
  expect(result).toMatchObject({ kind: 'posted', entries: [{ number: 5202 }] });
});
