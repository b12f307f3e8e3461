import { actorOf } from '../../../models/access/index.ts';
import { agreeToBudgetDeed, leftPence, notSecond } from '../../../models/budget/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { budgetDeedText, budgetRefusedText, deedReason } from '../budget-words.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';
import { deciderOf } from '../request-decided.ts';
import { moneyText, momentText } from '../words.ts';

type Here = Asked<'see-person'>;

/** Changes of one budget that wait for a second person: agreed to, or let go, by whoever may. */
export const budgetWaitingPage = personPage({
  name: 'budget-waiting', path: '/people/:personId/budget/waiting', rule: 'agree-budget',
  view: async (asked) => {
    const { record: { budget, household, personId }, identity } = asked;
    const waiting = await waitingHere(asked);
    return { template: 'console/pages/budget-waiting.njk', title: 'Changes that wait for a second yes', model: {
      back: `/people/${personId}/budget`, left: budget === undefined ? undefined : moneyText(leftPence(budget)),
      waiting: waiting.map(({ id, deed, amountPence, by, at }) => {
        const undone = deed.kind === 'reversal' ? budget?.recent.find((entry) => entry.id === deed.entryId) : undefined;
        const reason = notSecond(by, deciderOf(identity));
        return { id, what: budgetDeedText(deed, amountPence, undone), why: deedReason(deed), by: `${by.name}, ${momentText(at, household.timeZone)}`, cannot: reason === undefined ? undefined : budgetRefusedText(reason), isOwn: by.id === identity.id };
      }),
    } };
  },
  submit: async (asked) => {
    const { services, record, identity, form, now } = asked;
    const [doing, id] = [form['do'], textIn(form['id'])];
    const proposal = (await waitingHere(asked)).find((each) => each.id === id);
    const fault = (message: string) => ({ faults: [{ field: 'waiting', message }] });
    if (proposal === undefined || record.budget === undefined) return fault('That waits no more. Somebody has agreed to it, or let it go');
    if (doing !== 'agree' && doing !== 'let-go') return fault('Choose whether to agree or to let it go');
    const today = localDate(now, record.household.timeZone);
    const result = doing === 'let-go' ? undefined : agreeToBudgetDeed(record.budget, proposal, deciderOf(identity), { now, today });
    if (result !== undefined && result.kind !== 'posted') return fault(result.kind === 'refused' ? budgetRefusedText(result.reason) : 'That waits still');
    const saved = await services.records.save(record, {
      idempotencyKey: `budget-ended-${id}`, at: now, proposal: { ended: proposal }, ...(result !== undefined && { budget: { after: result.budget, entries: result.entries } }),
      audit: [{ action: `budget-${proposal.deed.kind}${result === undefined ? '-not-agreed' : '-agreed'}`, by: actorOf(identity), about: id }],
    });
    if (saved.kind === 'changed-meanwhile' || saved.kind === 'already-done') return fault('Something changed while you were looking. Look at it again');
    services.requests.wake();
    return { go: `/people/${record.personId}/budget`, said: saved.kind === 'unknown' ? 'uncertain' : result === undefined ? 'budget-not-agreed' : 'budget-changed' };
  },
});

async function waitingHere({ services, record }: Here) {
  return (await services.budgetChanges.waiting()).filter(({ personId }) => personId === record.personId);
}
