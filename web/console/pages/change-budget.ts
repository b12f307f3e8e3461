import { actorOf } from '../../../models/access/index.ts';
import { doBudgetDeed, leftPence, reversible, type Budget, type BudgetDeed, type DeedResult } from '../../../models/budget/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { deedIn, mostWhatLetters } from '../budget-deed-form.ts';
import { budgetDeedText, budgetRefusedText, deedReason, entryText, sources } from '../budget-words.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';
import { deciderOf } from '../request-decided.ts';
import { dateText, moneyText } from '../words.ts';

type Here = Asked<'see-person'>;
const mostEntries = 40;

/** What an approver does to a budget by hand: everything is shown before it is done, and above the limit a second person has to agree. */
export const changeBudgetPage = personPage({
  name: 'change-budget', path: '/people/:personId/budget/change', rule: 'change-budget',
  view: ({ services, record: { budget, personId }, form }) => Promise.resolve({ template: 'console/pages/change-budget.njk', title: 'Change the budget', model: {
    hasBudget: budget !== undefined, limit: moneyText(services.council.twoAgreeAbovePence), most: mostWhatLetters, back: `/people/${personId}/budget`, sources,
    entries: budget === undefined ? [] : reversible(budget).slice(0, mostEntries).map(({ id, on, kind, what, amountPence }) => ({ value: id, text: `${dateText(on)}, ${moneyText(amountPence)}: ${entryText[kind].toLowerCase()}, ${what}` })),
    values: { kind: textIn(form['kind']), amount: textIn(form['amount']), source: textIn(form['source']) || 'council', entry: textIn(form['entry']), what: textIn(form['what']) },
  } }),
  submit: async (asked) => {
    const { record: { budget }, form } = asked;
    if (budget === undefined) return { faults: [{ field: 'kind', message: 'There is no budget here yet. It is begun in the budget settings' }] };
    const id = textIn(form['id']);
    if (budget.recent.some((entry) => entry.id === id)) return { go: `/people/${asked.record.personId}/budget`, said: 'budget-changed' };
    const read = deedIn(form, budget);
    if ('faults' in read || form['do'] === 'change') return { faults: 'faults' in read ? read.faults : [] };
    const result = tried(asked, budget, read.deed, id);
    if (result.kind === 'refused') return { faults: [{ field: read.deed.kind === 'reversal' ? 'entry' : 'amount', message: budgetRefusedText(result.reason) }] };
    if (form['do'] !== 'send' || !/^console-[0-9a-f-]{36}$/.test(id) || textIn(form['seen']) !== String(budget.lastEntryNumber)) return { shown: check(asked, budget, read.deed, result, form['do'] === 'send') };
    return keep(asked, read.deed, result);
  },
});

function tried({ services, record, identity, now }: Here, budget: Budget, deed: BudgetDeed, id: string): DeedResult {
  return doBudgetDeed(budget, { id, deed, by: deciderOf(identity) }, { now, today: localDate(now, record.household.timeZone), twoAgreeAbovePence: services.council.twoAgreeAbovePence });
}

/** All of it read back, with what would be left: nothing is done before this was seen. */
function check({ services, record: { personId }, form }: Here, budget: Budget, deed: BudgetDeed, result: Exclude<DeedResult, { kind: 'refused' }>, isChanged: boolean) {
  const amountPence = result.kind === 'posted' ? result.entry.amountPence : result.proposal.amountPence;
  const undone = deed.kind === 'reversal' ? budget.recent.find(({ id }) => id === deed.entryId) : undefined;
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return { template: 'console/pages/change-budget-check.njk', title: 'Check the change', model: {
    isChanged, isForTwo: result.kind === 'waits', limit: moneyText(services.council.twoAgreeAbovePence), back: `/people/${personId}/budget`,
    facts: [
      row('What', budgetDeedText(deed, amountPence, undone)), row(deed.kind === 'reversal' ? 'Why' : 'What for', deedReason(deed)), row('Left to use now', moneyText(leftPence(budget))),
      ...(result.kind === 'posted' ? [row('Left to use after it', moneyText(leftPence(result.budget)))] : []),
    ],
    hidden: { ...Object.fromEntries(['kind', 'amount', 'source', 'entry', 'what'].map((name) => [name, textIn(form[name])])), seen: budget.lastEntryNumber, id: `console-${services.newId()}` },
  } };
}

async function keep({ services, record, identity, now, form }: Here, deed: BudgetDeed, result: Exclude<DeedResult, { kind: 'refused' }>) {
  const id = textIn(form['id']);
  const isForTwo = result.kind === 'waits';
  const saved = await services.records.save(record, {
    idempotencyKey: `budget-${isForTwo ? 'proposed' : 'deed'}-${id}`, at: now, ...(isForTwo ? { proposal: { made: result.proposal } } : { budget: { after: result.budget, entries: result.entries } }),
    audit: [{ action: `budget-${deed.kind}${isForTwo ? '-proposed' : ''}`, by: actorOf(identity), about: id }],
  });
  if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'kind', message: 'Something changed meanwhile, so nothing was done. Look at it again, and send it once more' }] };
  services.requests.wake();
  return { go: `/people/${record.personId}/budget${isForTwo ? '/waiting' : ''}`, said: saved.kind === 'unknown' ? 'uncertain' : isForTwo ? 'budget-waits' : 'budget-changed' };
}
