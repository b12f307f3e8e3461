import type { BudgetDeed, BudgetEntry, DeedResult, EntryKind } from '../../models/budget/index.ts';
import type { Pence } from '../../models/shared/index.ts';
import { moneyText } from './words.ts';

/** What a line of the ledger says happened. */
export const entryText: Readonly<Record<EntryKind, string>> = {
  allocation: 'Paid in by the council', contribution: 'Paid in by the person', 'set-aside': 'Set aside', 'set-aside-released': 'No longer set aside', spend: 'Paid out', refund: 'Paid back', 'kept-back': 'Kept back', 'kept-back-released': 'No longer kept back', 'taken-back': 'Taken back by the council', reversal: 'Put right',
};

/** The same, telling what was paid from a promise from what was paid from what is left. */
export function happenedText({ kind, requestId }: Pick<BudgetEntry, 'kind' | 'requestId'>): string {
  return kind === 'spend' && requestId !== undefined ? 'Paid out of what was set aside' : entryText[kind];
}

/** What it was for; and why, of a line that puts another right. */
export function whatFor({ what, note }: Pick<BudgetEntry, 'what' | 'note'>): string {
  return note === undefined ? what : `${what}. ${note}`;
}

/** Where money that comes in is from. */
const sourceText = { council: 'the council', nhs: 'the NHS', own: 'the person’s own contribution' } as const;
export const sources = Object.entries(sourceText).map(([value, text]) => ({ value, text: text.charAt(0).toUpperCase() + text.slice(1) }));

/** What a deed does, with its sum: "Pay in £300, from the council". */
export function budgetDeedText(deed: BudgetDeed, amountPence: Pence, undone?: Pick<BudgetEntry, 'kind' | 'what'>): string {
  const sum = moneyText(amountPence);
  switch (deed.kind) {
    case 'allocation': return `Pay in ${sum}, from ${sourceText[deed.source]}`;
    case 'kept-back': return `Keep ${sum} back for emergencies`;
    case 'kept-back-released': return `No longer keep back ${sum}`;
    case 'spend': return `Pay out ${sum}`;
    case 'taken-back': return `Take back ${sum} for the council`;
    case 'reversal': return `Put right a line of ${sum}${undone === undefined ? '' : `: ${entryText[undone.kind].toLowerCase()}, ${undone.what}`}`;
  }
}

/** What it is for, as the statement says it; why, for a line that is put right. */
export function deedReason(deed: BudgetDeed): string {
  return deed.kind === 'reversal' ? deed.note ?? '' : deed.what;
}

/** Why the ledger or the rules would not have it, and what can be done instead. */
export function budgetRefusedText(reason: Extract<DeedResult, { kind: 'refused' }>['reason']): string {
  switch (reason) {
    case 'not-enough': return 'There is not so much left. What is set aside or kept back is not touched';
    case 'more-than-kept-back': return 'There is not so much kept back';
    case 'too-early': return 'Nothing is taken back before the day on which the council looks at this budget. That day is in the budget settings';
    case 'more-than-surplus': return 'That is more than is above what may be kept';
    case 'needs-another': return 'You asked for this. Somebody else has to agree';
    case 'needs-approver': return 'One of the two who agree has to be an approver';
    case 'already-posted': case 'id-already-used': case 'already-reversed': return 'That was done already';
    default: return 'That line cannot be put right here. The finance team can';
  }
}
