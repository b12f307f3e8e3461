import { mayDo } from '../../../models/access/index.ts';
import { fourFacts, monthsOf, statementFor, statementLines, takeBackOutlook, type Budget, type BudgetEntry, type OpenSetAside } from '../../../models/budget/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { localDate, type LocalDate } from '../../../models/shared/index.ts';
import { happenedText, whatFor } from '../budget-words.ts';
import { personPage, type Asked } from '../page.ts';
import { requestHref } from '../request-step.ts';
import { csvRow, dateText, moneyText, monthText, weekdayText } from '../words.ts';
import { stateText } from '../request-words.ts';

/** The four facts, what is set aside and why, what could be taken back and when, and the statement a month at a time. */
export const budgetPage = personPage({
  name: 'budget', path: '/people/:personId/budget', rule: 'see-money',
  view: async (asked) => {
    const { services, record, query, identity, now } = asked;
    const { budget, household, personId } = record;
    if (budget === undefined) return { template: 'console/pages/budget.njk', title: 'Budget', model: { facts: undefined } };
    const today = localDate(now, household.timeZone);
    const facts = fourFacts(budget, today);
    const seesRequests = mayDo(identity, 'see-requests', { councilId: services.council.id, household });
    return { template: 'console/pages/budget.njk', title: 'Budget', model: {
      facts: { left: moneyText(facts.leftPence), until: weekdayText(facts.period.to), setAside: moneyText(facts.setAsidePence), spent: moneyText(facts.spentThisPeriodPence), from: dateText(facts.period.from), takenBack: facts.takenBack === undefined ? 'Nothing' : `${moneyText(facts.takenBack.amountPence)}, on ${dateText(facts.takenBack.on)}` },
      keptBack: facts.keptBackPence > 0 ? moneyText(facts.keptBackPence) : undefined, nextFrom: dateText(facts.period.nextFrom), perPeriod: moneyText(budget.settings.perPeriodPence),
      setAsides: budget.openSetAsides.map((open) => setAsideShown(open, record, seesRequests)), takeBack: takeBackText(budget, today), requests: seesRequests ? `/people/${personId}/requests` : undefined,
      ...(await waysToChange(asked)), ...statementShown(await services.ledger(personId), query['month']),
    } };
  },
});

/** The whole ledger as a file for a spreadsheet. */
export const budgetFilePage = personPage({
  name: 'budget-file', path: '/people/:personId/budget.csv', rule: 'see-money',
  view: async ({ services, record }) => ({ file: {
    name: 'statement.csv', type: 'text/csv',
    text: csvRow(['Number', 'Date', 'What happened', 'What for', 'Pounds', 'Pounds left to use after it'])
      + statementLines(await services.ledger(record.personId)).map(({ entry, leftPence }) => csvRow([entry.number, entry.on, happenedText(entry), whatFor(entry), (entry.amountPence / 100).toFixed(2), leftPence / 100])).join(''),
  } }),
});

/** What staff may do to it by hand, and what of that waits for a second person. */
async function waysToChange({ services, record: { personId, household }, identity }: Asked<'see-person'>) {
  const may = (action: 'change-budget' | 'agree-budget') => mayDo(identity, action, { councilId: services.council.id, household });
  const waiting = may('agree-budget') ? (await services.budgetChanges.waiting()).filter((each) => each.personId === personId).length : 0;
  return { change: may('change-budget') ? `/people/${personId}/budget/change` : undefined, waiting: waiting === 0 ? undefined : { count: waiting, href: `/people/${personId}/budget/waiting` } };
}

/** One promise of money: for what, why it is held, and when it ends by itself. */
function setAsideShown({ requestId, what, amountPence, expiresAt }: OpenSetAside, { requestBook, household: { timeZone }, personId }: PersonRecord, seesRequests: boolean) {
  const request = requestBook.requests.find(({ id }) => id === requestId);
  const starts = request?.startsOn === undefined ? '' : ` for ${weekdayText(request.startsOn)}`;
  const why = request === undefined ? 'It was asked for' : `${stateText[request.state]}${request.state === 'booked' ? starts : ''}, reference ${request.reference}`;
  return { what, amount: moneyText(amountPence), why, until: dateText(localDate(expiresAt, timeZone)), isOwed: request?.state === 'delivered' || request?.state === 'disputed', href: seesRequests && request !== undefined ? requestHref(personId, requestId, '/steps') : undefined };
}

/** What could be taken back and when, in whole sentences. */
function takeBackText(budget: Budget, today: LocalDate): readonly string[] {
  const { reviewOn, isPast, weeks, mayHoldPence, todayPence, ifNothingIsUsedPence } = takeBackOutlook(budget, today);
  const rule = `Up to ${weeks} weeks’ money, ${moneyText(mayHoldPence)}, stays. What is set aside or kept back is never taken back.`;
  const asItStands = todayPence > 0 ? `As it stands today that is ${moneyText(todayPence)}.` : 'As it stands today that is nothing.';
  if (isPast) return [`The council was to look at this budget on ${dateText(reviewOn)}, and has set no new day yet. What is above what may be kept could still be taken back.`, rule, asItStands];
  return [
    `The council looks at this budget on ${weekdayText(reviewOn)}. What is left then above what may be kept could be taken back; nothing is before.`, rule,
    asItStands,
    ...(ifNothingIsUsedPence > todayPence ? [`If nothing more were used until then, it would be ${moneyText(ifNothingIsUsedPence)}.`] : []),
  ];
}

/** The month asked for, or the newest; whatever else is asked for is the newest too. */
function statementShown(entries: readonly BudgetEntry[], asked: string | undefined) {
  const months = monthsOf(entries);
  const place = Math.max(0, months.findIndex((month) => month === asked));
  const month = months[place];
  if (month === undefined) return { month: undefined };
  const { beforePence, lines, afterPence } = statementFor(entries, month);
  const link = (to: string | undefined) => (to === undefined ? undefined : { href: `?month=${to}#statement`, text: monthText(to) });
  return {
    month: monthText(month), earlier: link(months[place + 1]), later: link(months[place - 1]), count: entries.length,
    entries: lines.map(({ entry, leftPence }) => [{ text: dateText(entry.on).replace(/ \d{4}$/, '') }, { text: happenedText(entry) }, { text: whatFor(entry) }, { text: moneyText(entry.amountPence), format: 'numeric' }, { text: moneyText(leftPence), format: 'numeric' }]),
    opening: `Left before ${monthText(month)}: ${moneyText(beforePence)}.`, closing: `Left at the end of ${monthText(month)}: ${moneyText(afterPence)}.`,
  };
}
