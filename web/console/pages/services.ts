import { categoryGroups, aroundHome, categoryOf, findServices, nearCategories } from '../../../models/service/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { ideasFor } from '../service-ideas.ts';
import { needText, serviceShown } from '../service-words.ts';

const perPage = 50;
/** More than this nobody looks through: they are asked to say more. */
const mostFound = 200;
const ideasFirst = 3;

/** The directory: by words, by need, what is free; and some ideas. What is found is in the order in which it would be spoken. */
export const servicesPage = personPage({
  name: 'services', path: '/people/:personId/services', rule: 'see-services',
  view: async ({ services, record, identity, query, now }) => {
    const { household, personId } = record;
    const today = localDate(now, household.timeZone);
    const directory = await services.catalogue.directory();
    const words = (query['words'] ?? '').slice(0, 80).trim();
    const need = categoryOf(query['need'] ?? '')?.id;
    const isFreeOnly = query['free'] === 'yes';
    const needs = categoryGroups.map(({ title, categories }) => ({ title, needs: categories.filter(({ id }) => directory.byCategory.has(id)).map(({ id }) => ({ id, text: needText(id) })) })).filter((group) => group.needs.length > 0);
    const base = { needs, values: { words, need, free: isFreeOnly } };
    if (words === '' && need === undefined && !isFreeOnly) {
      const seesIdeas = mayDo(identity, 'see-requests', { councilId: services.council.id, household });
      const ideas = seesIdeas ? ideasFor(directory, { record, identity, councilId: services.council.id, today }) : [];
      return { template: 'console/pages/services.njk', title: 'Services', model: { ...base, isAsked: false, ideas: ideas.slice(0, ideasFirst), moreIdeas: ideas.length > ideasFirst } };
    }
    const asked = { ...aroundHome(household, today), ...(words !== '' && { words }), ...(need !== undefined && { category: need }), freeOnly: isFreeOnly };
    const found = findServices(directory, { ...asked, limit: mostFound + 1 });
    const page = Math.min(Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1), Math.max(1, Math.ceil(Math.min(found.length, mostFound) / perPage)));
    const rest = new URLSearchParams({ ...(words !== '' && { words }), ...(need !== undefined && { need }), ...(isFreeOnly && { free: 'yes' }) }).toString();
    return { template: 'console/pages/services.njk', title: need === undefined ? 'Services' : needText(need), model: {
      ...base, isAsked: true, count: Math.min(found.length, mostFound), isCut: found.length > mostFound, page, pages: Math.max(1, Math.ceil(Math.min(found.length, mostFound) / perPage)), rest,
      found: found.slice(0, mostFound).slice((page - 1) * perPage, page * perPage).map((each) => serviceShown(each, personId, today)),
      near: found.length > 0 ? [] : nearCategories(directory, asked).map((id) => ({ id, text: needText(id) })),
    } };
  },
});
