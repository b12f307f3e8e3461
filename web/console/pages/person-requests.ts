import type { Household } from '../../../models/household/index.ts';
import { isWaiting, openQuestion, requestNews, type ServiceRequest } from '../../../models/service-request/index.ts';
import type { Instant } from '../../../models/shared/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { personPage } from '../page.ts';
import { requestHref } from '../request-step.ts';
import { agoText, costText, questionsOf, stateText, whatText } from '../request-words.ts';
import { momentText, upperFirst, weekdayText } from '../words.ts';

const perPage = 20;

/** Everything one person asked for, and where it is. */
export const personRequestsPage = personPage({
  name: 'person-requests', path: '/people/:personId/requests', rule: 'see-requests',
  view: ({ record, identity, services, query, now }) => {
    const { household, personId } = record;
    const may = (action: 'decide-requests' | 'answer-requests') => mayDo(identity, action, { councilId: services.council.id, household });
    const [mayDecide, mayAnswer] = [may('decide-requests'), may('answer-requests')];
    const all = requestNews(record.requestBook);
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const number = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    return Promise.resolve({ template: 'console/pages/person-requests.njk', title: 'Requests', model: { page: number, pages, requests: all.slice((number - 1) * perPage, number * perPage).map((request) => ({
      what: upperFirst(whatText(request)), questions: questionsOf(request, household), rows: rowsOf(request, household, now),
      links: [
        ...(mayAnswer && openQuestion(request) !== undefined ? [{ href: requestHref(personId, request.id, '/answer'), text: 'Answer', visuallyHiddenText: `what was asked about ${request.what}` }] : []),
        { href: requestHref(personId, request.id, '/steps'), text: 'What happened', visuallyHiddenText: `to ${request.what}, ${request.reference}` },
        ...(mayDecide && isWaiting(request) && request.state !== 'disputed' ? [{ href: requestHref(personId, request.id), text: 'Decide', visuallyHiddenText: `about ${request.what}` }] : []),
      ],
    })) } });
  },
});

function rowsOf(request: ServiceRequest, { timeZone }: Household, now: Instant) {
  const { state, history, askedAt, askedBy, startsOn, providerName, reference } = request;
  const last = history.at(-1);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return [
    row('Where it is', `${stateText[state]}, ${momentText(last?.at ?? askedAt, timeZone)}${isWaiting(request) ? `. Asked for ${agoText(askedAt, now, timeZone)}` : ''}`),
    ...(last?.note !== undefined && !isWaiting(request) ? [row('Reason', last.note)] : []), ...(startsOn === undefined ? [] : [row('Starts', weekdayText(startsOn))]),
    row('Who', providerName), row('Cost', costText(request)), ...(askedBy === undefined ? [] : [row('Asked for by', askedBy.name)]), row('Reference', reference),
  ];
}
