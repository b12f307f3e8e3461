import { mayDo } from '../../../models/access/index.ts';
import type { CatalogueLine } from '../../../models/service/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { page } from '../page.ts';
import { assuredText, catalogueHref, priceText } from '../service-words.ts';

const perPage = 50;

/** What staff may have to see to. Only what is open can be unapproved, stale or without a price to any purpose. */
const filters: Readonly<Record<string, { readonly text: string; readonly fits: (line: CatalogueLine) => boolean }>> = {
  'not-approved': { text: 'Not approved', fits: ({ isApproved, isClosed }) => !isApproved && !isClosed },
  stale: { text: 'Not checked for 3 months', fits: ({ isStale, isClosed }) => isStale && !isClosed },
  'no-price': { text: 'Without a price', fits: ({ cost, isClosed }) => cost.kind === 'unknown' && !isClosed },
  closed: { text: 'Closed', fits: ({ isClosed }) => isClosed },
};

/** The council's directory as staff keep it. */
export const cataloguePage = page({
  name: 'catalogue', path: '/catalogue', rule: 'see-catalogue',
  view: async ({ services, query, identity, now }) => {
    const words = (query['words'] ?? '').slice(0, 80).trim();
    const filter = query['show'] ?? '';
    const all = await services.catalogue.lines(localDate(now, services.council.timeZone));
    const ofProvider = query['provider'] === undefined ? all : all.filter(({ provider }) => provider.id === query['provider']);
    const named = words === '' ? ofProvider : ofProvider.filter(({ service, provider }) => [service.name, provider.name].some((name) => name.toLocaleLowerCase('en-GB').includes(words.toLocaleLowerCase('en-GB'))));
    const fitting = named.filter(filters[filter]?.fits ?? (() => true));
    const pages = Math.max(1, Math.ceil(fitting.length / perPage));
    const number = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    const provider = query['provider'] === undefined ? undefined : ofProvider[0]?.provider;
    const rest = (more: Readonly<Record<string, string>>) => `?${new URLSearchParams({ ...(words !== '' && { words }), ...(provider !== undefined && { provider: provider.id }), ...more }).toString()}`;
    return { template: 'console/pages/catalogue.njk', title: 'Catalogue', model: {
      maySeeReport: mayDo(identity, 'change-catalogue', { councilId: services.council.id }), words, show: filter, provider, count: fitting.length, page: number, pages, rest: rest(filters[filter] === undefined ? {} : { show: filter }),
      choices: [['', 'All', named.length] as const, ...Object.entries(filters).map(([id, { text, fits }]) => [id, text, named.filter(fits).length] as const)].map(([id, text, count]) => ({ text, count, href: rest(id === '' ? {} : { show: id }), isCurrent: id === (filters[filter] === undefined ? '' : filter) })),
      rows: fitting.slice((number - 1) * perPage, number * perPage).map(({ service, provider: by, cost, isApproved, isStale, isClosed }) => [
        { text: service.name, href: catalogueHref(service.id) }, { text: by.name }, { text: priceText(cost) }, { text: isClosed ? 'Closed' : isApproved ? 'Approved' : 'Not approved' }, { text: `${assuredText(service.assured_date)}${isStale ? ', stale' : ''}` },
      ]),
    } };
  },
});
