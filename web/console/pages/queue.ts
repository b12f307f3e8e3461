import { firstYes } from '../../../models/service-request/index.ts';
import { page } from '../page.ts';
import { costText, reasonText } from '../request-words.ts';

const dayMs = 86_400_000;
const mostShown = 100;

/** What waits for a decision, the longest first. */
export const queuePage = page({
  name: 'queue', path: '/requests', rule: 'see-queue',
  view: async ({ services, now }) => {
    const waiting = await services.requests.waiting();
    const rows = await Promise.all(waiting.slice(0, mostShown).map(async ({ personId, requestId, askedAt }) => {
      const record = await services.records.byPerson(services.council.id, personId);
      const request = record?.requestBook.requests.find(({ id }) => id === requestId);
      if (record === undefined || request === undefined) return undefined;
      const first = firstYes(request);
      const reasons = [...request.reasons.map((reason) => reasonText[reason]), ...(first === undefined ? [] : [`${first.name} agreed, a second has to`])].join(', ');
      return { href: `/people/${personId}/requests/${requestId}`, name: record.household.name.full, what: request.what, cost: costText(request), reasons, days: Math.floor((now - askedAt) / dayMs) };
    }));
    return { template: 'console/pages/queue.njk', title: 'Requests that wait', model: { rows: rows.filter((row) => row !== undefined), count: waiting.length, mostShown } };
  },
});
