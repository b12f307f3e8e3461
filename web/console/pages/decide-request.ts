import { decideRequest, firstYes, twoAgreeAbovePence, type Decider, type ServiceRequest } from '../../../models/service-request/index.ts';
import { leftPence, type Budget } from '../../../models/budget/index.ts';
import { afterRequest, type PersonRecord } from '../../../models/person-record/index.ts';
import type { Identity } from '../../../models/access/index.ts';
import { pence } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { costText, isWaiting, reasonText } from '../request-words.ts';
import { moneyText, momentText } from '../words.ts';

/** One request: everything to decide by, the decision, and what the person will hear before it is sent. */
export const decidePage = personPage({
  name: 'decide-request', path: '/people/:personId/requests/:requestId', rule: 'decide-requests',
  view: ({ record, params, form }) => {
    const request = requestIn(record, params['requestId']);
    const note = textIn(form['note']);
    const decision = textIn(form['decision']);
    const cost = textIn(form['cost']);
    return Promise.resolve({ template: 'console/pages/decide-request.njk', title: `${capital(request.what)} with ${request.providerName}`, model: {
      facts: [
        { key: { text: 'Asked' }, value: { text: `${momentText(request.askedAt, record.household.timeZone)}, by ${request.askedBy?.name ?? record.household.name.preferred}` } },
        { key: { text: 'Why it waits' }, value: { text: request.reasons.map((reason) => reasonText[reason]).join(', ') || 'It is in question' } },
        { key: { text: 'What it costs' }, value: { text: costText(request) } }, { key: { text: 'What would be left' }, value: { text: leftAfter(record.budget, request) } },
        { key: { text: 'Goals in the plan' }, value: { text: record.outcomeBook.goals.map(({ words }) => words).join('; ') || 'None are kept' } },
      ],
      isOpen: isWaiting(request), needsCost: request.reasons.includes('unknown-cost'), twoAgreeAbove: request.costPence > twoAgreeAbovePence ? moneyText(twoAgreeAbovePence) : undefined, firstYes: firstYes(request)?.name,
      values: { note, decision, cost: cost === '' && request.reasons.includes('unknown-cost') && request.costPence > 0 ? String(request.costPence / 100) : cost },
      hears: decision === '' ? undefined : hearsText(request, decision), hearsLater: decision === 'approve' && request.costPence > twoAgreeAbovePence && firstYes(request) === undefined,
    } });
  },
  submit: async ({ services, record, params, form, identity, now }) => {
    const request = requestIn(record, params['requestId']);
    const [decision, note, costGiven] = [textIn(form['decision']), textIn(form['note']), textIn(form['cost'])];
    const faults: Fault[] = [];
    const cost = costGiven === '' ? undefined : Number(costGiven.replace(/^£/, ''));
    if (decision !== 'approve' && decision !== 'decline') faults.push({ field: 'decision', message: 'Choose whether to agree or to decline' });
    if (decision === 'decline' && note === '') faults.push({ field: 'note', message: 'Enter the reason, in words that can be read out' });
    if (note.length > 200) faults.push({ field: 'note', message: 'A reason that is read out has at most 200 letters' });
    if (cost !== undefined && (!Number.isFinite(cost) || cost <= 0 || cost > 100_000)) faults.push({ field: 'cost', message: 'Enter a sum in pounds, like 32.50' });
    if (form['do'] === 'preview' || faults.length > 0) return { faults };
    const decided = decideRequest({ id: request.id, decision: decision as 'approve' | 'decline', by: deciderOf(identity), ...(note !== '' && { note }), ...(cost !== undefined && { costPence: pence(Math.round(cost * 100)) }) }, { requestBook: record.requestBook, budget: record.budget }, now);
    if (decided.kind === 'refused') return { faults: [{ field: 'decision', message: refusedText(decided.reason) }] };
    const saved = await services.records.save(record, { idempotencyKey: `console-${request.id}-${decision}-${request.history.length}-${identity.id}-${decided.request.costPence}`, at: now, ...afterRequest(decided, record.visitBook), audit: [{ action: decided.request.state === 'needs-review' ? 'request-first-yes' : `request-${decision}d`, by: `staff:${identity.id}`, about: request.id }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'decision', message: 'Something changed while you were deciding. Look at it again, and decide once more' }] };
    services.requests.wake();
    if (decided.request.state === 'needs-review') return { go: '/requests', said: saved.kind === 'unknown' ? 'uncertain' : 'half-agreed' };
    return { go: '/requests', said: saved.kind === 'unknown' ? 'uncertain' : decision === 'approve' ? 'agreed' : 'declined' };
  },
});

function requestIn({ requestBook }: PersonRecord, id: string | undefined): ServiceRequest {
  const request = requestBook.requests.find((each) => each.id === id);
  if (request === undefined) throw new PageProblem(404, 'That request is not there any more.');
  return request;
}

const deciderOf = (identity: Identity): Decider => ({ id: identity.id, name: identity.name, isApprover: identity.kind === 'staff' && identity.roles.includes('approver') });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function leftAfter(budget: Budget | undefined, { costPence }: ServiceRequest): string {
  if (budget === undefined) return 'There is no budget here';
  return `${moneyText(pence(leftPence(budget) - costPence))} of ${moneyText(leftPence(budget))}`;
}

/** As the person will be told, on their screen and speaker. */
function hearsText({ what, providerName }: ServiceRequest, decision: string): string {
  return decision === 'approve' ? `The council has agreed to ${what} with ${providerName}.` : `The council said no to ${what} with ${providerName}. Ask me why.`;
}

function refusedText(reason: string): string {
  switch (reason) {
    case 'cost-unknown': return 'Enter what it costs before you agree';
    case 'not-now': return 'This has been decided already';
    case 'needs-another': return 'You have agreed to this. Somebody else has to agree as well';
    case 'needs-approver': return 'The second to agree has to be an approver, as the first was not';
    case 'no-budget': return 'There is no budget here to pay for this';
    default: return 'There is not enough left in the budget for this';
  }
}
