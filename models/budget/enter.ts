import { add, localDate, noMoney, type Instant, type Pence } from '../shared/index.ts';
import { recentEntriesKept, type Budget, type BudgetEntry, type BudgetFigures } from './budget.ts';
import { refused, type PostResult, type Refused } from './post-result.ts';

/** A line about to be added, and by how many pence it moves each running total. */
export interface Step {
  readonly line: Omit<BudgetEntry, 'number' | 'at' | 'on'>;
  readonly moves: Partial<Record<keyof BudgetFigures, Pence>>;
}

/**
 * Adds lines that have been found good: numbered on without a gap, dated by the London calendar, totals moved along.
 * Costs the same however many entries there are.
 */
export function enter(budget: Budget, steps: readonly [Step, ...Step[]], now: Instant, openSetAsides = budget.openSetAsides): PostResult {
  const on = localDate(now, ledgerZone);
  const asEntry = ({ line }: Step, place: number): BudgetEntry => ({ ...line, number: budget.lastEntryNumber + 1 + place, at: now, on });
  const entry = asEntry(steps[0], 0);
  const entries = [entry, ...steps.slice(1).map((step, place) => asEntry(step, place + 1))];
  const after: Budget = {
    ...budget,
    figures: steps.reduce(moved, budget.figures),
    openSetAsides,
    lastEntryNumber: budget.lastEntryNumber + entries.length,
    recent: [...entries.toReversed(), ...budget.recent].slice(0, recentEntriesKept),
  };
  return { kind: 'posted', budget: after, entry, entries };
}

/**
 * Refuses a line posted before (by its id), one whose id belongs to another line, and an amount that is not above zero.
 * Ids older than the recent entries are known to the store, which keeps every key.
 */
export function refusedAtOnce(budget: Budget, line: Pick<BudgetEntry, 'id' | 'kind'> & Partial<BudgetEntry>): Refused | undefined {
  const before = budget.recent.find((entry) => entry.id === line.id);
  if (before !== undefined) return refused(isSame(before, line) ? 'already-posted' : 'id-already-used');
  if (line.amountPence !== undefined && !(Number.isSafeInteger(line.amountPence) && line.amountPence > 0)) return refused('not-positive');
  return undefined;
}

/** Councils count days and periods by the clock in London, wherever the person is. */
const ledgerZone = 'Europe/London';

function moved(figures: BudgetFigures, { moves }: Step): BudgetFigures {
  return {
    paidInPence: add(figures.paidInPence, moves.paidInPence ?? noMoney),
    paidOutPence: add(figures.paidOutPence, moves.paidOutPence ?? noMoney),
    setAsidePence: add(figures.setAsidePence, moves.setAsidePence ?? noMoney),
    keptBackPence: add(figures.keptBackPence, moves.keptBackPence ?? noMoney),
  };
}

function isSame(before: BudgetEntry, line: Partial<BudgetEntry>): boolean {
  return before.kind === line.kind
    && (line.amountPence === undefined || before.amountPence === line.amountPence)
    && before.requestId === (line.requestId ?? before.requestId)
    && before.reverses === line.reverses;
}
