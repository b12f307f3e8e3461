// Promise: every account is added up by a second path every night; whatever is asked of it agrees, and one penny, one line or one promise that was altered is found.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reconcile, type Budget, type BudgetEntry, type HeldForRequest } from '../../models/budget/index.ts';
import { moneyHeld } from '../../models/service-request/index.ts';
import { instant, negated, noMoney, pence, pounds, type Clock } from '../../models/shared/index.ts';
import { nightlyReconciling } from '../../lambda/reconciling/nightly-reconciling.ts';
import { differenceText } from '../../lambda/reconciling/difference-text.ts';
import { reconcilePerson } from '../../lambda/reconciling/reconcile-person.ts';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { entryKey, personPartition } from '../../lambda/store/keys.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { documentOf } from '../../lambda/store/row-document.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import { anyLines, run } from './any-ledger.ts';
import { day, eight, margaret, nothingYet } from './margarets-budget.ts';

const heldBy = ({ openSetAsides }: Budget): readonly HeldForRequest[] => openSetAsides;

function ledgerOf(lines: Parameters<typeof run>[0]): { readonly budget: Budget; readonly entries: readonly BudgetEntry[] } {
  let budget = nothingYet;
  const entries = run(lines, ({ after }) => { budget = after; });
  return { budget, entries };
}

describe('Any ledger', () => {
  test('agrees with itself after every line', () => {
    fc.assert(fc.property(anyLines, (lines) => {
      const entries: BudgetEntry[] = [];
      run(lines, ({ after, added }) => {
        entries.push(...added);
        expect(reconcile(after, entries.toReversed(), heldBy(after))).toEqual([]);
      });
    }), { numRuns: 300 });
  });

  const altered = fc.oneof(
    fc.constant((entry: BudgetEntry) => ({ ...entry, amountPence: pence(entry.amountPence + 1) })),
    fc.constant((entry: BudgetEntry) => ({ ...entry, amountPence: negated(entry.amountPence) })),
    fc.constant((entry: BudgetEntry) => ({ ...entry, number: entry.number + 1000 })),
    fc.constant((entry: BudgetEntry) => ({ ...entry, kind: entry.kind === 'spend' ? 'taken-back' as const : 'spend' as const })),
    fc.constant((entry: BudgetEntry) => ({ ...entry, requestId: 'another' })),
    fc.constant((entry: BudgetEntry) => ({ ...entry, what: `${entry.what}, or something else` })),
    fc.constant(() => undefined),
  );

  test('tells of any one line that was altered or taken out', () => {
    fc.assert(fc.property(anyLines, fc.nat(), altered, (lines, pick, alter) => {
      const { budget, entries } = ledgerOf(lines);
      const at = pick % entries.length;
      const wrong = entries.flatMap((entry, place) => (place === at ? alter(entry) ?? [] : [entry]));
      expect(reconcile(budget, wrong, heldBy(budget))).not.toEqual([]);
    }), { numRuns: 600 });
  });

  test('tells of any line put in twice, and of the same money under another number', () => {
    fc.assert(fc.property(anyLines, fc.nat(), fc.boolean(), (lines, pick, isNumbered) => {
      const { budget, entries } = ledgerOf(lines);
      const twice = entries[pick % entries.length]!;
      expect(reconcile(budget, [...entries, isNumbered ? { ...twice, number: entries.length + 1 } : twice], heldBy(budget))).not.toEqual([]);
    }), { numRuns: 200 });
  });

  test('tells of any figure, promise or number that was altered by a penny or by one, and by how much', () => {
    fc.assert(fc.property(anyLines, fc.constantFrom('paidInPence', 'paidOutPence', 'setAsidePence', 'keptBackPence'), fc.constantFrom(-1, 1), (lines, figure, by) => {
      const { budget, entries } = ledgerOf(lines);
      const keptPence = pence(budget.figures[figure] + by);
      expect(reconcile({ ...budget, figures: { ...budget.figures, [figure]: keptPence } }, entries, heldBy(budget))).toEqual([{ kind: 'figure', figure, keptPence, countedPence: budget.figures[figure] }]);
      expect(reconcile({ ...budget, lastEntryNumber: budget.lastEntryNumber + by }, entries, heldBy(budget))).toMatchObject([{ kind: 'last-number' }]);
      const [first, ...others] = budget.openSetAsides;
      if (first === undefined) return;
      const [countedPence, wrongPence] = [first.amountPence, pence(first.amountPence + by)];
      expect(reconcile({ ...budget, openSetAsides: [{ ...first, amountPence: wrongPence }, ...others] }, entries, heldBy(budget))).toEqual([{ kind: 'set-aside', requestId: first.requestId, keptPence: wrongPence, countedPence }]);
      expect(reconcile(budget, entries, others)).toEqual([{ kind: 'request', requestId: first.requestId, neededPence: noMoney, countedPence }]);
    }), { numRuns: 200 });
  });

  test('of more lines than are remembered agrees, and a penny in the oldest is found', () => {
    const { budget, entries } = ledgerOf(Array.from({ length: 150 }, (_, place) => ({ kind: 'allocation', id: `in-${place}`, amountPence: pounds(1), source: 'council', what: 'money' } as const)));
    expect(reconcile(budget, entries, [])).toEqual([]);
    expect(reconcile(budget, entries.map((entry) => (entry.number === 2 ? { ...entry, amountPence: pence(101) } : entry)), [])).toEqual([{ kind: 'figure', figure: 'paidInPence', keptPence: 15_000, countedPence: 15_001 }]);
  });

  test('without a budget has no lines', () => {
    expect(reconcile(undefined, [], [])).toEqual([]);
    expect(reconcile(undefined, margaret.recent, []).map(differenceText)).toEqual(expect.arrayContaining(['paid in: kept as £0.00, by the lines £276.00', 'set aside for visits: kept as £0.00, by the lines £92.00', 'last line: kept as number 0, there is number 2']));
  });
});

describe('Every night', () => {
  const world = async () => {
    const table = openSqliteTable(':memory:');
    const [first, ...others] = demonstrationPeople(day('2026-12-01'), eight, () => ({ salt: '', hash: '' }));
    for (const each of [first!, ...others]) await createPerson(table, each);
    const records = personRecords(table);
    const faults: string[] = [];
    let now = eight;
    const clock: Clock = () => now;
    const store = alertStore(table);
    const look = nightlyReconciling({ records, store, clock, log: { event: () => undefined, fault: (code, facts) => { faults.push(`${code} ${JSON.stringify(facts)}`); } } });
    const { councilId, personId } = first!;
    const record = async () => (await records.byPerson(councilId, personId))!;
    const alerts = async () => (await store.list(councilId, personId, '2020', '2100')).map(({ kind, facts }) => ({ kind, facts }));
    return { table, records, faults, look, record, alerts, first: first!, others, pass: (hours: number) => { now = instant(now + hours * 3_600_000); } };
  };

  test('the people of the demonstration agree to the penny', async () => {
    const { first, others } = await world();
    for (const { budget, entries, requestBook } of [first, ...others]) expect(reconcile(budget, entries, moneyHeld(requestBook))).toEqual([]);
  });

  test('a penny is told to the desk once a day, and no log line holds a sum or a name', async () => {
    const { table, look, record, alerts, faults, first, pass } = await world();
    await look(await record());
    expect(await alerts()).toEqual([]);
    const line = first.entries[1]!;
    await table.transact([{ do: 'put', row: { pk: personPartition(first.councilId, first.personId), sk: entryKey(line.number), version: 2, doc: documentOf({ ...line, amountPence: pence(line.amountPence + 1) }) }, when: [] }]);
    await look(await record());
    expect(await alerts()).toEqual([]);
    pass(24);
    await look(await record());
    await look(await record());
    expect(await alerts()).toEqual([{ kind: 'something-is-stuck', facts: { what: 'money' } }]);
    expect(faults).toEqual([expect.stringMatching(/^money-does-not-add-up \{"differences":\d\}$/)]);
    expect(wordingOf({ kind: 'something-is-stuck', urgency: 'urgent', facts: { what: 'money' } }, await record(), { kind: 'desk' }, eight, false)).toMatchObject({ title: 'Margaret’s money does not add up', discreet: expect.not.stringContaining('Margaret') });
    pass(24);
    await look(await record());
    expect(await alerts()).toHaveLength(2);
  });

  test('what moves between the two reads is no difference', async () => {
    const { records, record, first } = await world();
    const before = await record();
    const line: BudgetEntry = { id: 'just-now', number: before.budget!.lastEntryNumber + 1, at: eight, on: '2026-12-01' as BudgetEntry['on'], kind: 'allocation', amountPence: pounds(1), source: 'council', what: 'a pound' };
    const budget = before.budget!;
    await records.save(before, { idempotencyKey: 'just-now', at: eight, audit: [], budget: { after: { ...budget, lastEntryNumber: line.number, figures: { ...budget.figures, paidInPence: pence(budget.figures.paidInPence + 100) }, recent: [line, ...budget.recent] }, entries: [line] } });
    expect(reconcile(before.budget, await records.entries(first.councilId, first.personId), moneyHeld(before.requestBook))).not.toEqual([]);
    expect(await reconcilePerson(before, records)).toEqual([]);
  });
});
