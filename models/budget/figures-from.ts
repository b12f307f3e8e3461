import { negated, noMoney, pence, type Instant, type Pence } from '../shared/index.ts';
import type { BudgetEntry, BudgetFigures, EntryKind } from './budget.ts';

/**
 * Works out every figure anew from the entries, as at an instant if one is given. Written apart from the rules that post
 * them, as double entry: each line moves its amount from one pot to another, so that nothing is made or lost. If it ever
 * disagrees with the running totals, one of the two is wrong and staff are told.
 */
export function figuresFrom(entries: readonly BudgetEntry[], asAt?: Instant): BudgetFigures {
  const known = asAt === undefined ? entries : entries.filter((entry) => entry.at <= asAt);
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const pots: Record<Pot, number> = { funders: 0, free: 0, promised: 0, kept: 0, gone: 0 };
  for (const entry of known) {
    const [from, to] = routeOf(entry, byId);
    pots[from] -= entry.amountPence;
    pots[to] += entry.amountPence;
  }
  return { paidInPence: pence(-pots.funders), paidOutPence: pence(pots.gone), setAsidePence: pence(pots.promised), keptBackPence: pence(pots.kept) };
}

/** Each entry, in their order, with by how many pence it moves what is left to use. */
export function effectsOnLeft(entries: readonly BudgetEntry[]): readonly { readonly entry: BudgetEntry; readonly movesPence: Pence }[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.map((entry) => {
    const [from, to] = routeOf(entry, byId);
    return { entry, movesPence: to === 'free' ? entry.amountPence : from === 'free' ? negated(entry.amountPence) : noMoney };
  });
}

type Pot = 'funders' | 'free' | 'promised' | 'kept' | 'gone';
type Route = readonly [from: Pot, to: Pot];

const routes: Readonly<Record<Exclude<EntryKind, 'reversal'>, Route>> = {
  allocation: ['funders', 'free'],
  contribution: ['funders', 'free'],
  'set-aside': ['free', 'promised'],
  'set-aside-released': ['promised', 'free'],
  spend: ['free', 'gone'],
  refund: ['gone', 'free'],
  'kept-back': ['free', 'kept'],
  'kept-back-released': ['kept', 'free'],
  'taken-back': ['free', 'gone'],
};

function routeOf(entry: BudgetEntry, byId: ReadonlyMap<string, BudgetEntry>): Route {
  if (entry.kind === 'spend' && entry.requestId !== undefined) return ['promised', 'gone'];
  if (entry.kind !== 'reversal') return routes[entry.kind];
  const undone = byId.get(entry.reverses ?? '');
  if (undone === undefined || undone.kind === 'reversal') throw new RangeError(`Entry ${entry.number} reverses no entry that came before`);
  const [from, to] = routes[undone.kind];
  return [to, from];
}
