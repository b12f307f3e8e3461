import { fourFacts } from '../../../models/budget/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { entryText } from '../budget-words.ts';
import { personPage } from '../page.ts';
import { csvRow, dateText, moneyText, weekdayText } from '../words.ts';

const mostShown = 60;

/** The four facts, what is set aside and why, and the statement. */
export const budgetPage = personPage({
  name: 'budget', path: '/people/:personId/budget', rule: 'see-money',
  view: async ({ services, record, now }) => {
    const { budget, household } = record;
    if (budget === undefined) return { template: 'console/pages/budget.njk', title: 'Budget', model: { facts: undefined } };
    const facts = fourFacts(budget, localDate(now, household.timeZone));
    const entries = (await services.ledger(record.personId)).toReversed();
    return { template: 'console/pages/budget.njk', title: 'Budget', model: {
      facts: { left: moneyText(facts.leftPence), until: weekdayText(facts.period.to), setAside: moneyText(facts.setAsidePence), spent: moneyText(facts.spentThisPeriodPence), from: dateText(facts.period.from), takenBack: facts.takenBack === undefined ? 'Nothing' : `${moneyText(facts.takenBack.amountPence)}, on ${dateText(facts.takenBack.on)}` },
      setAsides: budget.openSetAsides.map(({ what, amountPence, expiresAt }) => ({ what, amount: moneyText(amountPence), until: dateText(localDate(expiresAt, household.timeZone)) })),
      entries: entries.slice(0, mostShown).map(({ on, kind, what, amountPence }) => [{ text: dateText(on) }, { text: entryText[kind] }, { text: what }, { text: moneyText(amountPence), format: 'numeric' }]), more: Math.max(0, entries.length - mostShown),
    } };
  },
});

/** The whole ledger as a file for a spreadsheet. */
export const budgetFilePage = personPage({
  name: 'budget-file', path: '/people/:personId/budget.csv', rule: 'see-money',
  view: async ({ services, record }) => ({ file: {
    name: 'statement.csv', type: 'text/csv',
    text: csvRow(['Number', 'Date', 'What happened', 'What for', 'Pounds']) + (await services.ledger(record.personId)).map(({ number, on, kind, what, amountPence }) => csvRow([number, on, entryText[kind], what, (amountPence / 100).toFixed(2)])).join(''),
  } }),
});
