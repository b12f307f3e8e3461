import { decideRequest, requestNews, type ReviewReason, type ServiceRequest } from '../../../models/service-request/index.ts';
import { leftPence, type Budget } from '../../../models/budget/index.ts';
import { afterRequest, type PersonRecord } from '../../../models/person-record/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { pence } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { page, personPage, type Fault } from '../page.ts';
import { dateText, moneyText, momentText } from '../words.ts';

const reasonText: Readonly<Record<ReviewReason, string>> = {
  'outside-plan': 'Not in the support plan', 'over-available': 'More than is left', 'over-limit': 'Over the limit for a yes at once', 'new-provider': 'A provider we do not know', recurring: 'It comes round', 'excluded-category': 'The plan leaves it out', 'unknown-cost': 'The price is not known',
};
const stateText: Readonly<Record<ServiceRequest['state'], string>> = {
  asked: 'Asked for', approved: 'Agreed', 'needs-review': 'Waits for a decision', booked: 'Booked', delivered: 'Done, to be paid', paid: 'Paid', declined: 'Declined', cancelled: 'Cancelled', expired: 'Ran out', disputed: 'In question', refunded: 'Money came back',
};
/** Above this a second member of staff, with the role of approver, has to agree. */
const fourEyesPence = 50_000;
const dayMs = 86_400_000;

/** What waits for a decision, the longest first. */
export const queuePage = page({
  name: 'queue', path: '/requests', rule: 'see-queue',
  view: async ({ services, now }) => {
    const waiting = await services.requests.waiting();
    const rows = await Promise.all(waiting.slice(0, 100).map(async ({ personId, requestId, askedAt }) => {
      const record = await services.records.byPerson(services.council.id, personId);
      const request = record?.requestBook.requests.find(({ id }) => id === requestId);
      return record === undefined || request === undefined ? undefined : { href: `/people/${personId}/requests/${requestId}`, name: record.household.name.full, what: request.what, cost: costText(request), reasons: request.reasons.map((reason) => reasonText[reason]).join(', '), days: Math.floor((now - askedAt) / dayMs), state: stateText[request.state] };
    }));
    return { template: 'console/pages/queue.njk', title: 'Requests that wait', model: { rows: rows.filter((row) => row !== undefined), count: waiting.length } };
  },
});

/** Everything one person asked for, and where it is. */
export const personRequestsPage = personPage({
  name: 'person-requests', path: '/people/:personId/requests', rule: 'see-requests',
  view: ({ record, identity, services }) => {
    const mayDecide = mayDo(identity, 'decide-requests', { councilId: services.council.id, household: record.household });
    return Promise.resolve({ template: 'console/pages/person-requests.njk', title: 'Requests', model: { requests: requestNews(record.requestBook).slice(0, 40).map((request) => ({
      href: mayDecide && isWaiting(request) ? `/people/${record.personId}/requests/${request.id}` : undefined, what: request.what, who: request.providerName, cost: costText(request), state: stateText[request.state], reference: request.reference, since: momentText(request.history.at(-1)?.at ?? request.askedAt, record.household.timeZone),
      note: request.history.at(-1)?.note, starts: request.startsOn === undefined ? undefined : dateText(request.startsOn),
    })) } });
  },
});

/** One request: everything to decide by, the decision, and what the person will hear before it is sent. */
export const decidePage = personPage({
  name: 'decide-request', path: '/people/:personId/requests/:requestId', rule: 'decide-requests',
  view: ({ record, params, form, identity, services }) => {
    const request = requestIn(record, params['requestId']);
    const note = textIn(form['note']);
    const decision = textIn(form['decision']);
    const cost = textIn(form['cost']);
    return Promise.resolve({ template: 'console/pages/decide-request.njk', title: `${capital(request.what)} with ${request.providerName}`, model: {
      facts: [
        { key: { text: 'Asked' }, value: { text: `${momentText(request.askedAt, record.household.timeZone)}, by ${request.history[0]?.by === 'person' ? 'voice' : request.history[0]?.by ?? 'voice'}` } },
        { key: { text: 'Why it waits' }, value: { text: request.reasons.map((reason) => reasonText[reason]).join(', ') || 'It is in question' } },
        { key: { text: 'What it costs' }, value: { text: costText(request) } }, { key: { text: 'What would be left' }, value: { text: leftAfter(record.budget, request) } },
        { key: { text: 'Goals in the plan' }, value: { text: record.outcomeBook.goals.map(({ words }) => words).join('; ') || 'None are kept' } },
      ],
      isOpen: isWaiting(request), needsCost: request.reasons.includes('unknown-cost'), needsApprover: request.costPence > fourEyesPence && !isApprover(identity, services), values: { note, decision, cost },
      hears: decision === '' ? undefined : hearsText(request, decision),
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
    const costPence = cost === undefined || !Number.isFinite(cost) ? request.costPence : pence(Math.round(cost * 100));
    if (decision === 'approve' && costPence > fourEyesPence && !isApprover(identity, services)) faults.push({ field: 'decision', message: `Above ${moneyText(pence(fourEyesPence))} somebody with the role of approver has to agree` });
    if (form['do'] === 'preview' || faults.length > 0) return { faults };
    const decided = decideRequest({ id: request.id, decision: decision as 'approve' | 'decline', by: identity.name, ...(note !== '' && { note }), ...(cost !== undefined && { costPence }) }, { requestBook: record.requestBook, budget: record.budget }, now);
    if (decided.kind === 'refused') return { faults: [{ field: 'decision', message: refusedText(decided.reason) }] };
    const saved = await services.records.save(record, { idempotencyKey: `console-${request.id}-${decision}-${request.history.length}`, at: now, ...afterRequest(decided, record.visitBook), audit: [{ action: `request-${decision}d`, by: `staff:${identity.id}`, about: request.id }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'decision', message: 'Something changed while you were deciding. Look at it again, and decide once more' }] };
    services.requests.wake();
    return { go: '/requests', said: saved.kind === 'unknown' ? 'uncertain' : decision === 'approve' ? 'agreed' : 'declined' };
  },
});

function requestIn({ requestBook }: PersonRecord, id: string | undefined): ServiceRequest {
  const request = requestBook.requests.find((each) => each.id === id);
  if (request === undefined) throw new PageProblem(404, 'That request is not there any more.');
  return request;
}

const isWaiting = ({ state }: ServiceRequest): boolean => state === 'needs-review' || state === 'disputed';
const isApprover = (identity: Parameters<typeof mayDo>[0], _services: unknown): boolean => identity.kind === 'staff' && identity.roles.includes('approver');
const textIn = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value.trim() : '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function costText({ costPence, reasons }: ServiceRequest): string {
  return costPence === 0 ? (reasons.includes('unknown-cost') ? 'Not known' : 'Free') : moneyText(costPence);
}

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
    default: return 'There is not enough left in the budget for this';
  }
}
