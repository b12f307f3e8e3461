import { localDate } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { ideasFor } from '../service-ideas.ts';

/** Ideas for one person, each with its reason: the same that they hear when they say "suggest something". */
export const serviceIdeasPage = personPage({
  name: 'service-ideas', path: '/people/:personId/services/ideas', rule: 'see-requests',
  view: async ({ services, record, identity, now }) => {
    const ideas = ideasFor(await services.catalogue.directory(), { record, identity, councilId: services.council.id, today: localDate(now, record.household.timeZone) });
    return { template: 'console/pages/service-ideas.njk', title: `Ideas for ${record.household.name.preferred}`, model: { ideas } };
  },
});
