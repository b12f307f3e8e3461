import type { BudgetFigures, MoneyDifference } from '../../models/budget/index.ts';
import type { Pence } from '../../models/shared/index.ts';

const figureWords: Readonly<Record<keyof BudgetFigures, string>> = { paidInPence: 'paid in', paidOutPence: 'paid out', setAsidePence: 'set aside', keptBackPence: 'kept back' };
const faultWords: Readonly<Record<Extract<MoneyDifference, { readonly kind: 'line' }>['fault'], string>> = {
  missing: 'is missing', 'not-as-remembered': 'is not as the budget remembers it', 'number-twice': 'has a number that another has', 'id-twice': 'has an id that another has', 'no-amount': 'has no amount',
  'promised-twice': 'sets money aside for what has some already', 'not-promised': 'uses money that was not set aside', 'more-than-promised': 'uses more than was set aside', 'not-the-rest': 'gives back less than was set aside',
  'undoes-nothing': 'puts right a line that is not there', 'undone-twice': 'puts right what was put right already', 'not-the-same-amount': 'puts right another amount', 'more-than-spent': 'gives back more than was spent',
};

/** A difference in words and pounds, for whoever runs My Care: never for a log. */
export function differenceText(difference: MoneyDifference): string {
  switch (difference.kind) {
    case 'figure': return `${figureWords[difference.figure]}: kept as ${inPounds(difference.keptPence)}, by the lines ${inPounds(difference.countedPence)}`;
    case 'set-aside': return `set aside for ${difference.requestId}: kept as ${inPounds(difference.keptPence)}, by the lines ${inPounds(difference.countedPence)}`;
    case 'request': return `request ${difference.requestId}: needs ${inPounds(difference.neededPence)} set aside, by the lines ${inPounds(difference.countedPence)}`;
    case 'last-number': return `last line: kept as number ${difference.kept}, there is number ${difference.counted}`;
    case 'line': return `line ${difference.number} ${faultWords[difference.fault]}`;
  }
}

function inPounds(amount: Pence): string {
  return `${amount < 0 ? '-' : ''}£${(Math.abs(amount) / 100).toFixed(2)}`;
}
