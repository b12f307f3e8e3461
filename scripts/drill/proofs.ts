import type { Row } from '../../lambda/store/table.ts';

/**
 * What a copy that was put back has to prove. It reads the rows as bare JSON and shares no code with what wrote them: not the rules that post an entry, not
 * those that add the totals up, not the schemas. So a fault in any of these does not hide itself.
 */
export interface Proofs { readonly people: number; readonly accounts: number; readonly entries: number; readonly openAlerts: number; readonly faults: readonly string[] }

interface Entry { readonly id: string; readonly number: number; readonly kind: string; readonly amountPence: number; readonly requestId?: string; readonly reverses?: string }
interface KeptBudget { readonly lastEntryNumber: number; readonly figures: Totals; readonly openSetAsides: readonly { readonly amountPence: number }[] }
interface Totals { readonly paidInPence: number; readonly paidOutPence: number; readonly setAsidePence: number; readonly keptBackPence: number }
interface Due { readonly kind: string; readonly councilId: string; readonly personId?: string; readonly alertId?: string }

const ended = ['closed', 'expired', 'cancelled', 'superseded'];

export async function prove(rows: AsyncIterable<Row> | Iterable<Row>): Promise<Proofs> {
  const budgets = new Map<string, KeptBudget | null>();
  const entries = new Map<string, Entry[]>();
  const waiting: { readonly alert: string; readonly due: string }[] = [];
  const looks = new Set<string>();
  const faults: string[] = [];
  for await (const { pk, sk, doc } of rows) {
    const value = valueOf(doc);
    if (value === undefined) faults.push(`${sk.split('#')[0] ?? ''}: a row that is not JSON`);
    else if (pk.startsWith('person#') && sk === 'spoken#budget') budgets.set(pk, value as KeptBudget | null);
    else if (pk.startsWith('person#') && sk.startsWith('entry#')) entries.set(pk, [...entries.get(pk) ?? [], value as Entry]);
    else if (/^(?:person|desk)#/.test(pk) && sk.startsWith('alert#')) noteAlert(value as KeptAlert, pk, waiting, faults);
    else if (pk.startsWith('due#')) noteLook((value as { readonly due: Due }).due, sk, looks);
  }
  for (const [pk, budget] of budgets) faults.push(...accountFaults(budget, entries.get(pk) ?? []).map((fault) => `${pk}: ${fault}`));
  for (const pk of entries.keys()) if (!budgets.has(pk)) faults.push(`${pk}: entries, and no account`);
  for (const { alert, due } of waiting) if (!looks.has(due)) faults.push(`${alert}: open, and nothing will look at it`);
  return { people: budgets.size, accounts: [...budgets.values()].filter((budget) => budget !== null).length, entries: [...entries.values()].reduce((sum, each) => sum + each.length, 0), openAlerts: waiting.length, faults };
}

interface KeptAlert { readonly id: string; readonly councilId: string; readonly personId?: string; readonly state: string; readonly nextAt?: number }

function noteAlert({ id, councilId, personId = '', state, nextAt }: KeptAlert, pk: string, waiting: { alert: string; due: string }[], faults: string[]): void {
  if (ended.includes(state)) return;
  if (nextAt === undefined) faults.push(`${pk} ${id}: open, and has no next action`);
  else waiting.push({ alert: `${pk} ${id}`, due: [nextAt, councilId, personId, id].join(' ') });
}

function noteLook({ kind, councilId, personId = '', alertId = '' }: Due, sk: string, looks: Set<string>): void {
  if (kind === 'alert') looks.add([Date.parse(sk.slice(0, sk.indexOf('#'))), councilId, personId, alertId].join(' '));
}

/** Column by column, as a clerk would: what came in, what went out, what is promised, what is held back. */
function accountFaults(budget: KeptBudget | null, entries: readonly Entry[]): readonly string[] {
  if (budget === null) return entries.length === 0 ? [] : ['entries, and no account'];
  const faults: string[] = [];
  const inOrder = entries.toSorted((one, other) => one.number - other.number);
  if (inOrder.some(({ number }, place) => number !== place + 1) || inOrder.length !== budget.lastEntryNumber) faults.push(`the entries are not 1 to ${budget.lastEntryNumber} without gaps`);
  if (inOrder.some(({ amountPence }) => !Number.isSafeInteger(amountPence) || amountPence <= 0)) faults.push('an entry is not of whole pence above nothing');
  const undone = new Map(inOrder.map((entry) => [entry.id, entry]));
  const sum = (column: (entry: Entry) => number) => inOrder.reduce((total, entry) => {
    const of = entry.kind === 'reversal' ? undone.get(entry.reverses ?? '') : entry;
    return total + (of === undefined ? Number.NaN : entry.amountPence * column(of) * (of === entry ? 1 : -1));
  }, 0);
  const isIn = (kind: string, ...kinds: readonly string[]) => Number(kinds.includes(kind));
  const recomputed: Totals = {
    paidInPence: sum(({ kind }) => isIn(kind, 'allocation', 'contribution')),
    paidOutPence: sum(({ kind }) => isIn(kind, 'spend', 'taken-back') - isIn(kind, 'refund')),
    setAsidePence: sum(({ kind, requestId }) => isIn(kind, 'set-aside') - isIn(kind, 'set-aside-released') - (kind === 'spend' && requestId !== undefined ? 1 : 0)),
    keptBackPence: sum(({ kind }) => isIn(kind, 'kept-back') - isIn(kind, 'kept-back-released')),
  };
  for (const name of ['paidInPence', 'paidOutPence', 'setAsidePence', 'keptBackPence'] as const) {
    if (recomputed[name] !== budget.figures[name]) faults.push(`${name} is kept as ${budget.figures[name]}, and its entries make ${recomputed[name]}`);
  }
  const promised = budget.openSetAsides.reduce((total, { amountPence }) => total + amountPence, 0);
  if (promised !== recomputed.setAsidePence) faults.push(`the open promises make ${promised}, and the entries ${recomputed.setAsidePence}`);
  return faults;
}

function valueOf(doc: string): unknown {
  try {
    return (JSON.parse(doc) as { readonly value: unknown }).value;
  } catch {
    return undefined;
  }
}
