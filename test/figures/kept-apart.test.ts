// Promise: no reader who has all the tables of a paper, and reckons with their totals, their differences and their rounding, can tell a number from 1 to 4 from the others it could be.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countOutside, keysLeftOut, type Cell, type Sum } from '../../models/figures/index.ts';
import { outsideTables, type FigureTable } from '../../web/console/figure-table.ts';

type Counts = Readonly<Record<string, number>>;
const cellsOf = (counts: Counts): readonly Cell[] => Object.entries(counts).map(([key, count]) => ({ key, count }));

/** A whole of parts, one of which is a whole of parts in its turn; and one that stands in another table beside a third. */
const sums: readonly Sum[] = [{ whole: 'all', parts: ['some', 'c', 'd'] }, { whole: 'some', parts: ['a', 'b'] }, { whole: 'other', parts: ['c', 'e'] }];
const countsOf = (a: number, b: number, c: number, d: number, e: number): Counts => ({ a, b, c, d, e, some: a + b, all: a + b + c + d, other: c + e });

/** What stands on the paper: a number, or that something is left out. */
const paperOf = (counts: Counts, out: ReadonlySet<string>): string => JSON.stringify(Object.entries(counts).map(([key, count]) => (out.has(key) ? 'out' : countOutside(count))));
/** Whether these could be the numbers behind what is shown: what is left out is more than nothing, and nothing else is known of it. */
const couldBe = (guess: Counts, counts: Counts, out: ReadonlySet<string>): boolean => Object.keys(counts).every((key) => (out.has(key) ? guess[key]! > 0 : countOutside(guess[key]!) === countOutside(counts[key]!)));

/** Tries every five numbers there could be, as a reader with time would, and gives for each small one what it may have been. */
function reckoned(counts: Counts, out: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> {
  const most = Math.max(...Object.values(counts)) + 6;
  const range = (key: string) => {
    const shown = out.has(key) ? undefined : countOutside(counts[key]!);
    if (shown === 0) return [0];
    return Array.from({ length: most }, (_, number) => number + 1).filter((number) => shown === undefined || countOutside(number) === shown);
  };
  const found = new Map(['a', 'b', 'c', 'd', 'e'].map((key) => [key, new Set<number>()]));
  for (const a of range('a')) for (const b of range('b')) {
    if (!couldBe({ some: a + b }, { some: counts['some']! }, out)) continue;
    for (const c of range('c')) for (const e of range('e')) {
      if (!couldBe({ other: c + e }, { other: counts['other']! }, out)) continue;
      for (const d of range('d')) {
        if (!couldBe({ all: a + b + c + d }, { all: counts['all']! }, out)) continue;
        for (const [key, value] of Object.entries({ a, b, c, d, e })) found.get(key)!.add(value);
      }
    }
  }
  return found;
}

describe('small numbers in several tables', () => {
  test('cannot be reckoned back: each could be three of 1 to 4 at the least, by everything that is shown', () => {
    const small = fc.oneof({ weight: 3, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(12) });
    fc.assert(fc.property(small, small, small, small, small, (a, b, c, d, e) => {
      const counts = countsOf(a, b, c, d, e);
      const out = keysLeftOut(cellsOf(counts), sums);
      for (const [key, values] of reckoned(counts, out)) {
        const count = counts[key]!;
        if (count < 1 || count > 4) continue;
        const guesses = [1, 2, 3, 4].filter((guess) => values.has(guess));
        expect({ counts, paper: paperOf(counts, out), key, enough: guesses.length >= 3 }).toMatchObject({ enough: true });
      }
    }), { numRuns: 60 });
  });

  test('the reckoning finds what rounding alone would tell', () => {
    const counts = countsOf(5, 1, 1, 0, 9);
    const alone = new Set(['b', 'c']);
    expect([...reckoned(counts, alone).get('b')!]).toEqual([1]);
    expect([...reckoned(counts, keysLeftOut(cellsOf(counts), sums)).get('b')!].length).toBeGreaterThan(2);
  });

  test('take with them the smallest beside them, and only where they would be told', () => {
    expect([...keysLeftOut(cellsOf({ all: 100, a: 60, b: 38, c: 2 }), [{ whole: 'all', parts: ['a', 'b', 'c'] }])]).toEqual(['c']);
    expect([...keysLeftOut(cellsOf({ all: 7, a: 5, b: 1, c: 1 }), [{ whole: 'all', parts: ['a', 'b', 'c'] }])].sort()).toEqual(['a', 'b', 'c']);
    expect([...keysLeftOut(cellsOf({ a: 0, b: 12 }), [{ whole: 'all', parts: ['a', 'b'] }])]).toEqual([]);
  });
});

test('on paper, a share in one table does not tell the small numbers of another', () => {
  const tables: readonly FigureTable[] = [
    { label: 'In short', isList: true, head: ['What', 'How many'], rows: [['Rated better', { part: 5, whole: 7, keys: ['better', 'rated'] }]] },
    { label: 'Goals', isList: true, head: ['What', 'How many'], rows: [['Better', { count: 5, key: 'better' }], ['The same', { count: 1, key: 'same' }], ['Worse', { count: 1, key: 'worse' }]], sums: [{ whole: 'rated', parts: ['better', 'same', 'worse'] }] },
  ];
  expect(outsideTables(tables).map(({ rows }) => rows)).toEqual([[['Rated better', 'left out']], [['Better', 'left out'], ['The same', 'left out'], ['Worse', 'left out']]]);
});
