// Whatever may be asked of a ledger, and the ledger that comes of it.
import fc from 'fast-check';
import { post, type Budget, type BudgetEntry, type NewEntry } from '../../models/budget/index.ts';
import { instant, pence } from '../../models/shared/index.ts';
import { eight, later, nothingYet } from './margarets-budget.ts';

const amountPence = fc.oneof(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: -3, max: 3 })).map((amount) => pence(amount));
const id = fc.integer({ min: 1, max: 200 }).map((number) => `line-${number}`);
/** Stands for one of the lines taken so far, which only the run knows. */
const earlier = fc.nat({ max: 500 }).map((number) => `earlier-${number}`);
const requestId = fc.integer({ min: 1, max: 3 }).map((number) => `request-${number}`);
const what = fc.constant('something');

const anyLine: fc.Arbitrary<NewEntry> = fc.oneof(
  fc.record({ kind: fc.constant('allocation' as const), id, amountPence: amountPence.map((amount) => pence(amount * 5)), source: fc.constantFrom('council' as const, 'nhs' as const, 'own' as const), what }),
  fc.record({ kind: fc.constant('set-aside' as const), id, amountPence, requestId, what, expiresAt: fc.constant(later) }),
  fc.record({ kind: fc.constant('set-aside-released' as const), id, requestId }),
  fc.record({ kind: fc.constant('spend' as const), id, amountPence, what, requestId }),
  fc.record({ kind: fc.constant('spend' as const), id, amountPence, what }),
  fc.record({ kind: fc.constant('refund' as const), id, amountPence, spendId: fc.oneof(earlier, id) }),
  fc.record({ kind: fc.constantFrom('kept-back' as const, 'kept-back-released' as const), id, amountPence, what }),
  fc.record({ kind: fc.constant('taken-back' as const), id, amountPence, what }),
  fc.record({ kind: fc.constant('reversal' as const), id, entryId: fc.oneof(earlier, id) }),
);
const opening: NewEntry = { kind: 'allocation', id: 'opening', amountPence: pence(20_000), source: 'council', what: 'four weeks’ money' };
/** Up to 37 lines, most of which the ledger takes. */
export const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 36, size: 'max' }).map((lines) => [opening, ...lines]);

export interface Seen { readonly before: Budget; readonly line: NewEntry; readonly after: Budget; readonly added: readonly BudgetEntry[] }

/** Runs the lines one minute after another, showing every step that was taken. Returns all the entries. */
export function run(lines: readonly NewEntry[], look: (seen: Seen) => void): readonly BudgetEntry[] {
  const entries: BudgetEntry[] = [];
  let budget = nothingYet;
  lines.forEach((wished, minute) => {
    const line = meant(wished, entries);
    const result = post(budget, line, instant(eight + minute * 60_000));
    if (result.kind === 'refused') return;
    entries.push(...result.entries);
    look({ before: budget, line, after: result.budget, added: result.entries });
    budget = result.budget;
  });
  return entries;
}

function meant(line: NewEntry, entries: readonly BudgetEntry[]): NewEntry {
  if (line.kind === 'reversal') return { ...line, entryId: oneOf(entries, line.entryId) };
  return line.kind === 'refund' ? { ...line, spendId: oneOf(entries.filter(({ kind }) => kind === 'spend'), line.spendId) } : line;
}

function oneOf(entries: readonly BudgetEntry[], wish: string): string {
  const number = /^earlier-(\d+)$/.exec(wish)?.[1];
  return entries[Number(number) % entries.length]?.id ?? wish;
}
