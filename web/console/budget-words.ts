import type { BudgetEntry, EntryKind } from '../../models/budget/index.ts';

/** What a line of the ledger says happened. */
export const entryText: Readonly<Record<EntryKind, string>> = {
  allocation: 'Paid in by the council', contribution: 'Paid in by the person', 'set-aside': 'Set aside', 'set-aside-released': 'No longer set aside', spend: 'Paid out', refund: 'Paid back', 'kept-back': 'Kept back', 'kept-back-released': 'No longer kept back', 'taken-back': 'Taken back by the council', reversal: 'Put right',
};

/** The same, telling what was paid from a promise from what was paid from what is left. */
export function happenedText({ kind, requestId }: Pick<BudgetEntry, 'kind' | 'requestId'>): string {
  return kind === 'spend' && requestId !== undefined ? 'Paid out of what was set aside' : entryText[kind];
}
