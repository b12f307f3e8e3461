import { providersOf } from '../../../models/service/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { page } from '../page.ts';

const perPage = 50;

/** Who offers the services of the directory, with how many of theirs are approved and how many nobody has checked for a while. */
export const catalogueProvidersPage = page({
  name: 'catalogue-providers', path: '/catalogue/providers', rule: 'see-catalogue',
  view: async ({ services, query, now }) => {
    const all = providersOf(await services.catalogue.lines(localDate(now, services.council.timeZone)));
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const number = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    return { template: 'console/pages/catalogue-providers.njk', title: 'Providers', model: {
      count: all.length, page: number, pages,
      rows: all.slice((number - 1) * perPage, number * perPage).map(({ id, name, ...counts }) => [
        { text: name, href: `/catalogue?provider=${encodeURIComponent(id)}` }, ...[counts.services, counts.approved, counts.stale, counts.closed].map((count) => ({ text: String(count), format: 'numeric' })),
      ]),
    } };
  },
});
