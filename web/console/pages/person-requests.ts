import { requestNews } from '../../../models/service-request/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { personPage } from '../page.ts';
import { costText, isWaiting, stateText } from '../request-words.ts';
import { dateText, momentText } from '../words.ts';

/** Everything one person asked for, and where it is. */
export const personRequestsPage = personPage({
  name: 'person-requests', path: '/people/:personId/requests', rule: 'see-requests',
  view: ({ record, identity, services }) => {
    const mayDecide = mayDo(identity, 'decide-requests', { councilId: services.council.id, household: record.household });
    return Promise.resolve({ template: 'console/pages/person-requests.njk', title: 'Requests', model: { requests: requestNews(record.requestBook).slice(0, 40).map((request) => ({
      href: mayDecide && isWaiting(request) ? `/people/${record.personId}/requests/${request.id}` : undefined, what: request.what, who: request.providerName, cost: costText(request), state: stateText[request.state], reference: request.reference, since: momentText(request.history.at(-1)?.at ?? request.askedAt, record.household.timeZone),
      note: request.history.at(-1)?.note, askedBy: request.askedBy?.name, starts: request.startsOn === undefined ? undefined : dateText(request.startsOn),
    })) } });
  },
});

