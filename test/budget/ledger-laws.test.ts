// Promise: whatever is asked of a ledger, in whatever order and however often, no penny is made, lost, or promised twice.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figuresFrom, leftPence, post, type Budget, type BudgetEntry } from '../../models/budget/index.ts';
import { instant, pence } from '../../models/shared/index.ts';
import { anyLines, run, type Seen } from './any-ledger.ts';
import { eight, later, nothingYet } from './margarets-budget.ts';

const said = (figures: Budget['figures']) => JSON.stringify(figures);

/** Holds a law against 2,000 ledgers of up to 37 lines, and that the lines got far enough to try it. */
function always(law: (seen: Seen) => void, isTried: (seen: Seen) => boolean = () => true): void {
  let tried = 0;
  fc.assert(fc.property(anyLines, (lines) => {
    run(lines, (seen) => {
      if (isTried(seen)) tried += 1;
      law(seen);
    });
  }), { numRuns: 2000 });
  expect(tried).toBeGreaterThan(300);
}

describe('The laws of the ledger', () => {
  test('the figures always equal the entries counted anew', () => {
    fc.assert(fc.property(anyLines, (lines) => {
      const all: BudgetEntry[] = [];
      run(lines, ({ after, added }) => {
        all.push(...added);
        expect(said(figuresFrom(all))).toBe(said(after.figures));
      });
    }), { numRuns: 2000 });
  });

  test('the figures can be told as at any moment', () => {
    fc.assert(fc.property(anyLines, (lines) => {
      const known: { at: number; figures: Budget['figures'] }[] = [];
      const all = run(lines, ({ after, added }) => known.push({ at: added[0]?.at ?? 0, figures: after.figures }));
      for (const { at, figures } of known) expect(said(figuresFrom(all, instant(at)))).toBe(said(figures));
      expect(figuresFrom(all, instant(eight - 1))).toEqual(nothingYet.figures);
    }), { numRuns: 2000 });
  });

  test('nothing but a correction takes what is left below nothing', () => {
    always(({ before, line, after }) => {
      if (line.kind !== 'reversal' && leftPence(before) >= 0) expect(leftPence(after)).toBeGreaterThanOrEqual(0);
      if (['set-aside', 'kept-back', 'taken-back'].includes(line.kind)) expect(leftPence(after)).toBeGreaterThanOrEqual(0);
    }, ({ line }) => line.kind === 'set-aside');
  });

  test('no figure but what is left ever goes below nothing', () => {
    always(({ after }) => {
      expect(Math.min(...Object.values(after.figures))).toBeGreaterThanOrEqual(0);
    }, ({ line }) => line.kind === 'reversal');
  });

  test('what is promised is the sum of open promises', () => {
    always(({ after }) => {
      expect(after.openSetAsides.reduce((sum, open) => sum + open.amountPence, 0)).toBe(after.figures.setAsidePence);
      expect(new Set(after.openSetAsides.map((open) => open.requestId)).size).toBe(after.openSetAsides.length);
    }, ({ after }) => after.openSetAsides.length > 1);
  });

  test('a promise leaves once, whole, paid or given back', () => {
    always(({ before, after, added }) => {
      for (const open of before.openSetAsides) {
        if (after.openSetAsides.some((each) => each.requestId === open.requestId)) continue;
        const leaving = added.filter((entry) => entry.requestId === open.requestId);
        expect(leaving.reduce((sum, entry) => sum + entry.amountPence, 0)).toBe(open.amountPence);
        expect(leaving.filter((entry) => entry.kind === 'spend').length).toBeLessThanOrEqual(1);
      }
    }, ({ before, after }) => after.openSetAsides.length < before.openSetAsides.length);
  });

  test('what was taken once is refused ever after', () => {
    always(({ after, line }) => {
      expect(post(after, line, later)).toMatchObject({ kind: 'refused', reason: 'already-posted' });
    });
  });

  test('a reversal moves exactly its entry’s amount back', () => {
    always(({ before, after, added: [entry] }) => {
      if (entry?.kind !== 'reversal') return;
      const undone = before.recent.find((each) => each.id === entry.reverses);
      expect(entry.amountPence).toBe(undone?.amountPence);
      const sign = ['allocation', 'contribution', 'refund', 'kept-back-released'].includes(undone?.kind ?? '') ? -1 : 1;
      expect(leftPence(after) - leftPence(before)).toBe(sign * entry.amountPence);
    }, ({ line }) => line.kind === 'reversal');
  });

  test('refunds never come to more than the spend', () => {
    fc.assert(fc.property(anyLines, (lines) => {
      const entries = run(lines, () => undefined);
      const undone = new Set(entries.filter(({ kind }) => kind === 'reversal').map(({ reverses }) => reverses));
      for (const spend of entries.filter(({ kind }) => kind === 'spend')) {
        const back = entries.filter(({ kind, reverses, id: own }) => kind === 'refund' && reverses === spend.id && !undone.has(own));
        expect(back.reduce((sum, entry) => sum + entry.amountPence, 0)).toBeLessThanOrEqual(undone.has(spend.id) ? 0 : spend.amountPence);
      }
    }), { numRuns: 2000 });
  });

  test('a penny changed by hand is found out', () => {
    fc.assert(fc.property(anyLines, fc.nat(), (lines, pick) => {
      let figures = nothingYet.figures;
      const entries = run(lines, ({ after }) => { figures = after.figures; });
      fc.pre(entries.length > 0);
      const changed = entries.map((entry, place) => (place === pick % entries.length ? { ...entry, amountPence: pence(entry.amountPence + 1) } : entry));
      expect(figuresFrom(changed)).not.toEqual(figures);
    }), { numRuns: 1000 });
  });

  test('a reversal of nothing known is a fault', () => {
    const orphan: BudgetEntry = { id: 'x', number: 7, at: eight, on: '2026-12-01' as BudgetEntry['on'], kind: 'reversal', amountPence: pence(1), what: 'x', reverses: 'gone' };
    expect(() => figuresFrom([orphan])).toThrow('Entry 7 reverses no entry');
  });
});
