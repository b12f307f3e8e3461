import { add, noMoney, type Pence } from '../shared/index.ts';
import type { BudgetEntry } from './budget.ts';
import { effectsOnLeft } from './figures-from.ts';

/** One calendar month, as `2026-11`. */
export type Month = string & { readonly month: unique symbol };

export interface StatementLine {
  readonly entry: BudgetEntry;
  /** What was left to use after it. */
  readonly leftPence: Pence;
}

/** A month of the ledger, from what was left before it to what was left after it. */
export interface Statement {
  readonly month: Month;
  readonly beforePence: Pence;
  readonly lines: readonly StatementLine[];
  readonly afterPence: Pence;
}

/** The months that have lines, the newest first. */
export function monthsOf(entries: readonly BudgetEntry[]): readonly Month[] {
  return [...new Set(entries.map(monthOf))].sort().reverse();
}

/** The statement of one month, its lines as they were added. `entries`: the whole ledger in order. */
export function statementFor(entries: readonly BudgetEntry[], month: Month): Statement {
  const lines = statementLines(entries);
  const beforePence = lines.findLast(({ entry }) => monthOf(entry) < month)?.leftPence ?? noMoney;
  const ofMonth = lines.filter(({ entry }) => monthOf(entry) === month);
  return { month, beforePence, lines: ofMonth, afterPence: ofMonth.at(-1)?.leftPence ?? beforePence };
}

/** Every line of the ledger with what was left after it. */
export function statementLines(entries: readonly BudgetEntry[]): readonly StatementLine[] {
  let leftPence = noMoney;
  return effectsOnLeft(entries).map(({ entry, movesPence }) => {
    leftPence = add(leftPence, movesPence);
    return { entry, leftPence };
  });
}

const monthOf = ({ on }: BudgetEntry): Month => on.slice(0, 7) as Month;
