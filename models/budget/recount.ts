import { noMoney, pence, type Pence } from '../shared/index.ts';
import type { BudgetEntry, BudgetFigures } from './budget.ts';

/** What is wrong with one line beside those before it. */
export type LineFault = 'number-twice' | 'id-twice' | 'no-amount' | 'promised-twice' | 'not-promised' | 'more-than-promised' | 'not-the-rest' | 'undoes-nothing' | 'undone-twice' | 'not-the-same-amount' | 'more-than-spent';

interface Recounted {
  readonly figures: BudgetFigures;
  /** By request, what is promised to it still. */
  readonly promised: ReadonlyMap<string, Pence>;
  readonly faults: readonly { readonly number: number; readonly fault: LineFault }[];
}

/** One line as it was met, and what became of it later. */
interface Met { readonly entry: BudgetEntry; isUndone: boolean; givenBack: number }
interface Count { in: number; out: number; kept: number; readonly promised: Map<string, number>; readonly met: Map<string, Met>; readonly numbers: Set<number> }

/**
 * Counts a whole ledger from nothing, line after line in the order of their numbers, and holds each against those before it. It shares no code with
 * the rules that post lines: what these let through by mistake is found here.
 */
export function recount(lines: readonly BudgetEntry[]): Recounted {
  const count: Count = { in: 0, out: 0, kept: 0, promised: new Map(), met: new Map(), numbers: new Set() };
  const faults = lines.flatMap((entry) => [...faultsOf(entry, count), ...take(entry, count)].map((fault) => ({ number: entry.number, fault })));
  const promised = new Map([...count.promised].map(([requestId, amount]) => [requestId, pence(amount)]));
  const setAside = [...promised.values()].reduce<number>((sum, amount) => sum + amount, noMoney);
  return { figures: { paidInPence: pence(count.in), paidOutPence: pence(count.out), setAsidePence: pence(setAside), keptBackPence: pence(count.kept) }, promised, faults };
}

function faultsOf({ id, number, amountPence }: BudgetEntry, { met, numbers }: Count): readonly LineFault[] {
  return [...(numbers.has(number) ? ['number-twice' as const] : []), ...(met.has(id) ? ['id-twice' as const] : []), ...(amountPence > 0 ? [] : ['no-amount' as const])];
}

function take(entry: BudgetEntry, count: Count): readonly LineFault[] {
  const { amountPence: amount } = entry;
  const faults = counted(entry, count, amount);
  count.met.set(entry.id, { entry, isUndone: false, givenBack: 0 });
  count.numbers.add(entry.number);
  return faults;
}

function counted(entry: BudgetEntry, count: Count, amount: number): readonly LineFault[] {
  switch (entry.kind) {
    case 'allocation': case 'contribution': count.in += amount; return [];
    case 'kept-back': count.kept += amount; return [];
    case 'kept-back-released': count.kept -= amount; return [];
    case 'taken-back': count.out += amount; return [];
    case 'set-aside': return promise(entry, count, amount);
    case 'set-aside-released': return unpromise(entry, count, amount, true);
    case 'spend': count.out += amount; return entry.requestId === undefined ? [] : unpromise(entry, count, amount, false);
    case 'refund': return giveBack(entry, count, amount);
    case 'reversal': return undo(entry, count, amount);
  }
}

function promise({ requestId = '' }: BudgetEntry, { promised }: Count, amount: number): readonly LineFault[] {
  const before = promised.get(requestId);
  promised.set(requestId, (before ?? 0) + amount);
  return before === undefined ? [] : ['promised-twice'];
}

/** What is paid may be a part; what is given back is all there is. */
function unpromise({ requestId = '' }: BudgetEntry, { promised }: Count, amount: number, isAll: boolean): readonly LineFault[] {
  const before = promised.get(requestId);
  const rest = (before ?? 0) - amount;
  if (rest === 0) promised.delete(requestId);
  else promised.set(requestId, rest);
  if (before === undefined) return ['not-promised'];
  return rest < 0 ? ['more-than-promised'] : rest > 0 && isAll ? ['not-the-rest'] : [];
}

function giveBack({ reverses = '' }: BudgetEntry, count: Count, amount: number): readonly LineFault[] {
  count.out -= amount;
  const spend = count.met.get(reverses);
  if (spend?.entry.kind !== 'spend') return ['undoes-nothing'];
  spend.givenBack += amount;
  return spend.isUndone ? ['undone-twice'] : spend.givenBack > spend.entry.amountPence ? ['more-than-spent'] : [];
}

function undo({ reverses = '' }: BudgetEntry, count: Count, amount: number): readonly LineFault[] {
  const undone = count.met.get(reverses);
  if (undone === undefined) return ['undoes-nothing'];
  const { entry, isUndone } = undone;
  undone.isUndone = true;
  const faults: readonly LineFault[] = [...(isUndone ? ['undone-twice' as const] : []), ...(amount === entry.amountPence ? [] : ['not-the-same-amount' as const])];
  switch (entry.kind) {
    case 'allocation': case 'contribution': count.in -= amount; return faults;
    case 'spend': count.out -= amount; return undone.givenBack > 0 ? [...faults, 'undone-twice'] : faults;
    case 'taken-back': count.out -= amount; return faults;
    case 'kept-back': count.kept -= amount; return faults;
    case 'kept-back-released': count.kept += amount; return faults;
    case 'refund': {
      count.out += amount;
      const spend = count.met.get(entry.reverses ?? '');
      if (spend !== undefined) spend.givenBack -= amount;
      return faults;
    }
    case 'set-aside': case 'set-aside-released': case 'reversal': return [...faults, 'undoes-nothing'];
  }
}
