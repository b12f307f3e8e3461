import { noMoney, pence, type Pence } from '../shared/index.ts';
import { recentEntriesKept, type Budget, type BudgetEntry, type BudgetFigures } from './budget.ts';
import { recount, type LineFault } from './recount.ts';

/** Money that has to be set aside for a request by where the request stands. */
export interface HeldForRequest { readonly requestId: string; readonly amountPence: Pence }

/** One thing that does not agree, to the penny. `counted`: as the lines have it. */
export type MoneyDifference =
  | { readonly kind: 'figure'; readonly figure: keyof BudgetFigures; readonly keptPence: Pence; readonly countedPence: Pence }
  | { readonly kind: 'set-aside'; readonly requestId: string; readonly keptPence: Pence; readonly countedPence: Pence }
  | { readonly kind: 'request'; readonly requestId: string; readonly neededPence: Pence; readonly countedPence: Pence }
  | { readonly kind: 'last-number'; readonly kept: number; readonly counted: number }
  | { readonly kind: 'line'; readonly number: number; readonly fault: LineFault | 'missing' | 'not-as-remembered' };

const figureNames = ['paidInPence', 'paidOutPence', 'setAsidePence', 'keptBackPence'] as const satisfies readonly (keyof BudgetFigures)[];

/**
 * Holds a budget as it is kept against its own lines, counted anew, and against what its requests need; empty where all agrees. A line's words
 * are compared with the budget's copy of its latest lines: of older ones only numbers and sums can be told to be wrong.
 */
export function reconcile(budget: Budget | undefined, entries: readonly BudgetEntry[], held: readonly HeldForRequest[]): readonly MoneyDifference[] {
  const lines = entries.toSorted((one, other) => one.number - other.number);
  const { figures, promised, faults } = recount(lines);
  const kept = budget?.openSetAsides ?? [];
  const last = budget?.lastEntryNumber ?? 0;
  return [
    ...gaps(lines), ...faults.map((fault) => ({ kind: 'line', ...fault }) as const),
    ...(last === (lines.at(-1)?.number ?? 0) ? [] : [{ kind: 'last-number', kept: last, counted: lines.at(-1)?.number ?? 0 } as const]),
    ...figureNames.map((figure) => ({ kind: 'figure', figure, keptPence: budget?.figures[figure] ?? noMoney, countedPence: figures[figure] }) as const).filter(({ keptPence, countedPence }) => keptPence !== countedPence),
    ...unlike(kept, promised).map(({ requestId, one, other }) => ({ kind: 'set-aside', requestId, keptPence: one, countedPence: other }) as const),
    ...unlike(held, promised).map(({ requestId, one, other }) => ({ kind: 'request', requestId, neededPence: one, countedPence: other }) as const),
    ...(budget === undefined ? [] : misremembered(budget.recent, lines)),
  ];
}

function gaps(lines: readonly BudgetEntry[]): readonly MoneyDifference[] {
  const there = new Set(lines.map(({ number }) => number));
  const missing: MoneyDifference[] = [];
  for (let number = 1; number < (lines.at(-1)?.number ?? 0) && missing.length < mostMissing; number += 1) if (!there.has(number)) missing.push({ kind: 'line', number, fault: 'missing' });
  return missing;
}

/** A number that was altered may be far off: so many gaps say enough. */
const mostMissing = 20;

/** Sums per request that are not the same on both sides. One request with two sums on a side is added up. */
function unlike(sums: readonly HeldForRequest[], counted: ReadonlyMap<string, Pence>): readonly { readonly requestId: string; readonly one: Pence; readonly other: Pence }[] {
  const said = new Map<string, number>();
  for (const { requestId, amountPence } of sums) said.set(requestId, (said.get(requestId) ?? 0) + amountPence);
  return [...new Set([...said.keys(), ...counted.keys()])]
    .map((requestId) => ({ requestId, one: pence(said.get(requestId) ?? 0), other: counted.get(requestId) ?? noMoney }))
    .filter(({ one, other }) => one !== other);
}

/** The budget's own copy of its latest lines, beside the lines themselves. */
function misremembered(recent: readonly BudgetEntry[], lines: readonly BudgetEntry[]): readonly MoneyDifference[] {
  const newest = lines.slice(-recentEntriesKept).reverse();
  const places = Array.from({ length: Math.max(recent.length, newest.length) }, (_, place) => [recent[place], newest[place]] as const);
  return places.flatMap(([one, other]) => (isSameLine(one, other) ? [] : [{ kind: 'line', number: (other ?? one)?.number ?? 0, fault: 'not-as-remembered' } as const]));
}

function isSameLine(one: BudgetEntry | undefined, other: BudgetEntry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof BudgetEntry>;
  return [...names].every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}
