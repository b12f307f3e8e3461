import { decideRequest, firstYes, isWaiting, twoMustAgree, whyWaiting, type ServiceRequest } from '../../../models/service-request/index.ts';
import { leftPence, type Budget } from '../../../models/budget/index.ts';
import { subtract } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { sumIn } from '../pounds-field.ts';
import { deciderOf, mostNoteLetters, refusedText } from '../request-decided.ts';
import { keepStep, requestHref, requestIn } from '../request-step.ts';
import { agoText, costText, questionsOf, waitingText, whatText } from '../request-words.ts';
import { lowerFirst, moneyText, momentText, upperFirst } from '../words.ts';

/** £100,000: more is a slip of the finger. */
const mostCostPence = 10_000_000;

/** One request: everything to decide by, the decision, and what the person will hear before it is sent. */
export const decidePage = personPage({
  name: 'decide-request', path: '/people/:personId/requests/:requestId', rule: 'decide-requests',
  view: ({ services, record, params, form, identity, now }) => {
    const request = requestIn(record, params['requestId']);
    const note = textIn(form['note']);
    const decision = textIn(form['decision']);
    const cost = textIn(form['cost']);
    const above = services.council.twoAgreeAbovePence;
    return Promise.resolve({ template: 'console/pages/decide-request.njk', title: `${upperFirst(request.what)} with ${request.providerName}`, model: {
      facts: [
        { key: { text: 'What' }, value: { text: whatText(request) } },
        { key: { text: 'Asked' }, value: { text: `${momentText(request.askedAt, record.household.timeZone)}, ${agoText(request.askedAt, now, record.household.timeZone)}, by ${request.askedBy?.name ?? record.household.name.preferred}` } },
        { key: { text: 'Why it waits' }, value: { text: whyWaiting(request).map((reason, place) => (place === 0 ? waitingText[reason] : lowerFirst(waitingText[reason]))).join(', ') } },
        { key: { text: 'What it costs' }, value: { text: costText(request) } }, { key: { text: 'What would be left' }, value: { text: leftAfter(record.budget, request) } },
        { key: { text: 'Goals in the plan' }, value: { text: record.outcomeBook.goals.map(({ words }) => words).join('; ') || 'None are kept' } },
      ],
      isOpen: isWaiting(request) && request.state !== 'disputed', steps: requestHref(record.personId, request.id, '/steps'), questions: questionsOf(request, record.household), askMore: request.state === 'needs-review' ? requestHref(record.personId, request.id, '/question') : undefined, part: request.state === 'needs-review' && request.costPence > 0 && (request.units ?? 1) > 0.5 ? requestHref(record.personId, request.id, '/part') : undefined, answer: request.state === 'more-asked' ? requestHref(record.personId, request.id, '/answer') : undefined, needsCost: request.reasons.includes('unknown-cost'), twoAgreeAbove: twoMustAgree(request, above) ? moneyText(above) : undefined, firstYes: firstYes(request)?.name,
      values: { note, decision, cost: cost === '' && request.reasons.includes('unknown-cost') && request.costPence > 0 ? String(request.costPence / 100) : cost },
      hears: decision !== 'approve' && decision !== 'decline' ? undefined : services.requests.hears(record, request, { state: decision === 'approve' ? 'approved' : 'declined', by: identity.name, ...(note !== '' && { note }) }), hearsLater: decision === 'approve' && twoMustAgree(request, above) && firstYes(request) === undefined,
    } });
  },
  submit: async (asked) => {
    const { record, params, form, identity, now } = asked;
    const request = requestIn(record, params['requestId']);
    const [decision, note, costGiven] = [textIn(form['decision']), textIn(form['note']), textIn(form['cost'])];
    const faults: Fault[] = [];
    const costPence = sumIn(costGiven);
    if (decision !== 'approve' && decision !== 'decline') faults.push({ field: 'decision', message: 'Choose whether to agree or to decline' });
    if (decision === 'decline' && note === '') faults.push({ field: 'note', message: 'Enter the reason, in words that can be read out' });
    if (note.length > mostNoteLetters) faults.push({ field: 'note', message: `A reason that is read out has at most ${mostNoteLetters} letters` });
    if (costGiven !== '' && (costPence === undefined || costPence > mostCostPence)) faults.push({ field: 'cost', message: 'Enter a sum in pounds, like 32.50' });
    if (form['do'] === 'preview' || faults.length > 0) return { faults };
    const decided = decideRequest({ id: request.id, decision: decision as 'approve' | 'decline', by: deciderOf(identity), ...(note !== '' && { note }), ...(costPence !== undefined && { costPence }), twoAgreeAbovePence: asked.services.council.twoAgreeAbovePence }, { requestBook: record.requestBook, budget: record.budget }, now);
    if (decided.kind === 'refused') return { faults: [{ field: 'decision', message: refusedText(decided.reason) }] };
    const isHalf = isWaiting(decided.request);
    return keepStep(asked, decided, { deed: isHalf ? 'request-first-yes' : `request-${decision}d`, go: '/requests', said: isHalf ? 'half-agreed' : decision === 'approve' ? 'agreed' : 'declined', field: 'decision', typed: `${decision} ${note} ${decided.request.costPence} ${request.firstYes?.at ?? ''}` });
  },
});

function leftAfter(budget: Budget | undefined, { costPence }: ServiceRequest): string {
  if (budget === undefined) return 'There is no budget here';
  const left = leftPence(budget);
  return costPence > left ? `Nothing: ${moneyText(left)} is left, which is ${moneyText(subtract(costPence, left))} too little` : `${moneyText(subtract(left, costPence))} of ${moneyText(left)}`;
}
