import { mayDo } from '../../../models/access/index.ts';
import { page } from '../page.ts';

const perPage = 50;

/** Finding somebody by name or by the council's number; those who have left only when they are asked for. */
export const peoplePage = page({
  name: 'people', path: '/people', rule: 'find-people',
  view: async ({ services, query, identity }) => {
    const words = (query['name'] ?? '').slice(0, 80);
    const withLeft = query['left'] === 'yes';
    const found = (await services.people.find(words)).filter(({ hasLeft }) => withLeft || hasLeft !== true);
    const number = Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1);
    const pages = Math.max(1, Math.ceil(found.length / perPage));
    return { template: 'console/pages/people.njk', title: 'People', model: { maySeeErasures: mayDo(identity, 'see-erasures', { councilId: services.council.id }), mayAdd: mayDo(identity, 'add-people', { councilId: services.council.id }), words, withLeft, count: found.length, people: found.slice((number - 1) * perPage, number * perPage), page: number, pages } };
  },
});
