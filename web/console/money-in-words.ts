import type { MoneyLeft, SetAsideMatch } from '../../models/money-in/index.ts';
import { budgetDeedText, budgetRefusedText } from './budget-words.ts';
import type { MoneyLineShown, MoneyOutcome } from './money-in-port.ts';
import { moneyText } from './words.ts';

/** Whether a line is done, asks for something, or is left. */
export type MoneyStanding = 'posts' | 'waits' | 'there' | 'left';
export const standingOf: Readonly<Record<MoneyOutcome['kind'], MoneyStanding>> = {
  posts: 'posts', waits: 'waits', 'there-already': 'there', 'waits-already': 'there', left: 'left', 'unknown-person': 'left', 'several-people': 'left', 'sent-before': 'left', uncertain: 'left', 'changed-meanwhile': 'left',
};

/** What a line does or did, in a few words. */
export function moneyDoesText({ outcome, line }: MoneyLineShown): string {
  switch (outcome.kind) {
    case 'posts': return `${budgetDeedText(outcome.deed, outcome.amountPence, outcome.undone)}. ${moneyText(outcome.leftPence)} left to use after it`;
    case 'waits': return `${budgetDeedText(outcome.deed, outcome.amountPence, outcome.undone)}. It waits for a second yes`;
    case 'there-already': return 'In the ledger already';
    case 'waits-already': return 'Waits for a second yes already';
    default: return `Not taken: ${line.kind} of ${moneyText(line.amountPence)}`;
  }
}

/** Why a line was left, and how to mend it. */
export function moneyLeftText(outcome: MoneyOutcome): { readonly what: string; readonly mend: string } {
  switch (outcome.kind) {
    case 'unknown-person': return { what: 'Nobody here has that number', mend: 'Check it, or put the council’s number in the person’s details' };
    case 'several-people': return { what: 'More than one person here has that number', mend: 'Put in our own id for the person, as it is in the address of their page' };
    case 'sent-before': return { what: 'It was sent before: somebody did it at the same moment, or it was not agreed to', mend: 'Look at the budget. To ask for it anew, give it a reference of its own' };
    case 'uncertain': return { what: 'It is not certain that this was kept', mend: 'Send the same file once more in a moment: nothing is taken twice' };
    case 'changed-meanwhile': return { what: 'The budget kept changing meanwhile', mend: 'Send the same file once more' };
    case 'left': return outcome.matches === undefined ? leftText(outcome.reason) : { what: `It may be for a request: ${outcome.matches.map(matchText).join('; or ')}`, mend: leftText(outcome.reason).mend };
    default: return { what: '', mend: '' };
  }
}

const agreesText: Readonly<Record<SetAsideMatch['agrees'][number], string>> = { sum: 'the same sum', day: 'within a week of it', words: 'by its name' };

function matchText({ what, agrees, isPaid }: SetAsideMatch): string {
  return `${what} (${agrees.map((each) => agreesText[each]).join(', ')}${isPaid ? ', marked as paid' : ''})`;
}

function leftText(reason: MoneyLeft): { readonly what: string; readonly mend: string } {
  switch (reason) {
    case 'no-budget': return { what: 'They have no budget here yet', mend: 'Begin it in the budget settings, then send the file once more' };
    case 'reference-used': return { what: 'That reference came in before with another sum', mend: 'Give it a reference of its own. To change what came in, send an adjustment' };
    case 'from-another-source': return { what: 'That reference came in before from another system, with the same sum', mend: 'If it is another line, give it a reference of its own' };
    case 'like-set-aside': return { what: 'It may be for a request', mend: 'If it is, see that the request is marked as paid, and leave this row out: it would be paid twice otherwise. If it is not, write other payment as its kind' };
    case 'not-enough': return { what: 'There is not so much left. What is set aside or kept back is not touched', mend: 'Check the sum, or bring in what was allocated first' };
    case 'too-early': return { what: 'No line of that sum can be put right, and nothing is taken back before the day on which the council looks at this budget', mend: 'Put the mistaken line right by hand, in the budget' };
    case 'more-than-surplus': return { what: 'No line of that sum can be put right, and it is more than is above what may be kept', mend: 'Put the mistaken line right by hand, in the budget' };
    default: return { what: budgetRefusedText(reason), mend: 'Look at the budget, and put it in by hand if it is right' };
  }
}
