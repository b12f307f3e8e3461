import { mayDo } from '../../../models/access/index.ts';
import { paths } from '../../paths.ts';
import { page } from '../page.ts';

/** The first page: staff go to their desk or list, the person to their day, family to whomever they look after. */
export const homePage = page({
  name: 'home', path: '/home', rule: 'signed-in',
  view: async ({ identity, services }) => {
    const may = (action: Parameters<typeof mayDo>[1]) => mayDo(identity, action, { councilId: services.council.id });
    if (identity.kind === 'staff') return { go: may('work-desk') ? '/desk' : may('see-queue') ? '/requests' : '/people' };
    if (identity.kind === 'worker') return { go: paths.work };
    if (identity.kind === 'person') return { go: `/people/${identity.personId}` };
    const records = await Promise.all(identity.circles.map(async ({ personId }) => services.records.byPerson(services.council.id, personId)));
    const people = records.filter((record) => record !== undefined).filter(({ household }) => mayDo(identity, 'see-person', { councilId: services.council.id, household })).map(({ personId, household }) => ({ id: personId, name: household.name.preferred }));
    const [only] = people;
    const invited = (await services.circle.asked(identity)).length;
    if (people.length === 0 && invited > 0) return { go: '/invitations' };
    return people.length === 1 && only !== undefined && invited === 0 ? { go: `/people/${only.id}` } : { template: 'console/pages/home.njk', title: 'Whom you look after', model: { people, invited } };
  },
});
