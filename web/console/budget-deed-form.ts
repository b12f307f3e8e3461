import { budgetDeeds, reversible, type Budget, type BudgetDeed } from '../../models/budget/index.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';
import { sumIn } from './pounds-field.ts';

export const mostWhatLetters = 120;

/** The deed that was typed, or what has to be mended first. */
export function deedIn(form: Asked['form'], budget: Budget): { readonly deed: BudgetDeed } | { readonly faults: readonly Fault[] } {
  const kind = budgetDeeds.find((each) => each === form['kind']);
  const [amountPence, what] = [sumIn(textIn(form['amount'])), textIn(form['what'])];
  const source = (['council', 'nhs', 'own'] as const).find((each) => each === form['source']);
  const entry = reversible(budget).find(({ id }) => id === form['entry']);
  const faults: readonly Fault[] = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Choose what to do' }] : []),
    ...(kind !== undefined && kind !== 'reversal' && amountPence === undefined ? [{ field: 'amount', message: 'Enter a sum in pounds, like 160 or 32.50' }] : []),
    ...(kind === 'allocation' && source === undefined ? [{ field: 'source', message: 'Choose where the money is from' }] : []),
    ...(kind === 'reversal' && entry === undefined ? [{ field: 'entry', message: 'Choose the line that is to be put right' }] : []),
    ...(what === '' ? [{ field: 'what', message: 'Enter what it is for, or why' }] : []),
    ...(what.length > mostWhatLetters ? [{ field: 'what', message: `What it is for has at most ${mostWhatLetters} letters. This has ${what.length}` }] : []),
  ];
  if (faults.length > 0 || kind === undefined) return { faults };
  if (kind === 'reversal') return entry === undefined ? { faults } : { deed: { kind, entryId: entry.id, note: what } };
  if (amountPence === undefined) return { faults };
  if (kind !== 'allocation') return { deed: { kind, amountPence, what } };
  return source === undefined ? { faults } : { deed: { kind, amountPence, source, what } };
}
