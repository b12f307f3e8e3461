import { mayDo } from '../../../models/access/index.ts';
import { mayCancel, openQuestion, partsOf, stepsFrom } from '../../../models/service-request/index.ts';
import { dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { personPage } from '../page.ts';
import { deedRefusedText, deeds, deedsFor, doneDeed } from '../request-deeds.ts';
import { historyText, moneyOf } from '../request-history.ts';
import { keepStep, requestHref, requestIn } from '../request-step.ts';
import { costText, stateText, whatText, whenText } from '../request-words.ts';
import { upperFirst } from '../words.ts';

/** What happened to one request, and after the yes what staff do with it: booked, done, paid, in question, money back. */
export const requestStepsPage = personPage({
  name: 'request-steps', path: '/people/:personId/requests/:requestId/steps', rule: 'see-requests', submitRule: 'decide-requests',
  view: ({ services, record, params, form, identity, now }) => {
    const request = requestIn(record, params['requestId']);
    const { household, personId, budget, requestBook } = record;
    const may = (action: 'decide-requests' | 'cancel-requests' | 'answer-requests' | 'see-money') => mayDo(identity, action, { councilId: services.council.id, household });
    const href = (end: string) => requestHref(personId, request.id, end);
    const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
    return Promise.resolve({ template: 'console/pages/request-steps.njk', title: upperFirst(whatText(request)), model: {
      facts: [row('Where it is', stateText[request.state]), row('When', whenText(request)), row('Who', request.providerName), row('Cost', costText(request)), row('Reference', request.reference)],
      history: historyText(request, household), money: may('see-money') && budget !== undefined ? moneyOf(request, budget.recent, household) : [],
      parts: partsOf(requestBook, request).filter(({ id }) => id !== request.id).map((each) => ({ href: requestHref(personId, each.id, '/steps'), text: `${whatText(each)}: ${stateText[each.state].toLowerCase()}` })),
      links: [
        ...(may('decide-requests') && (request.state === 'needs-review' || request.state === 'more-asked') ? [{ href: href(''), text: 'Decide' }] : []),
        ...(may('answer-requests') && openQuestion(request) !== undefined ? [{ href: href('/answer'), text: 'Answer what was asked' }] : []),
        ...(may('cancel-requests') && mayCancel(request, identity.kind === 'staff' ? 'council' : 'own', now) ? [{ href: href('/cancel'), text: 'Cancel this' }] : []),
      ],
      deeds: may('decide-requests') ? deedsFor(request, stepsFrom(request)) : [], seen: request.history.length, wasPaid: request.history.some(({ state }) => state === 'paid'), isFree: request.costPence === 0,
      values: { doing: textIn(form['do']), note: textIn(form['note']), amount: textIn(form['amount']) || (request.costPence / 100).toFixed(2), at: textIn(form['at']) }, dates: (isFaulty: boolean) => dateItems(form, 'on', request.on, isFaulty),
    } });
  },
  submit: async (asked) => {
    const { record, params, form } = asked;
    const request = requestIn(record, params['requestId']);
    const deed = deeds.find((each) => each === form['do']);
    const fault = (message: string) => ({ faults: [{ field: 'history', message }] });
    if (deed === undefined) return fault('Choose what to do');
    if (textIn(form['seen']) !== String(request.history.length) || !deedsFor(request, stepsFrom(request)).includes(deed)) return fault('Something happened to this since you opened the page. Look at what happened, and do it again if it is still to be done');
    const change = doneDeed(asked, request, deed);
    if ('faults' in change) return change;
    if (change.kind === 'refused') return { faults: [{ field: deed === 'pay' || deed === 'refund' || deed === 'settle-paid' ? 'amount' : 'history', message: deedRefusedText(change.reason) }] };
    const typed = ['amount', 'note', 'at', 'on-day', 'on-month', 'on-year'].map((name) => textIn(form[name])).join(' ');
    return keepStep(asked, change, { deed: `request-${deed}`, go: requestHref(record.personId, request.id, '/steps'), said: 'done', field: 'history', typed });
  },
});
