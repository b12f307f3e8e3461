import { mayDo } from '../../../models/access/index.ts';
import { paths } from '../../paths.ts';
import { page } from '../page.ts';

/** The address that a new screen names: leads whoever types the code there to the home it is for. */
export const screensDoorPage = page({
  name: 'screens-door', path: paths.boardPair, rule: 'signed-in',
  view: async ({ identity, services }) => {
    if (identity.kind === 'staff') return { go: '/people' };
    if (identity.kind === 'worker') return { go: paths.work };
    if (identity.kind === 'person') return { go: `/people/${identity.personId}/screens` };
    const records = await Promise.all(identity.circles.map(async ({ personId }) => services.records.byPerson(services.council.id, personId)));
    const homes = records.filter((record) => record !== undefined).filter(({ household }) => mayDo(identity, 'link-devices', { councilId: services.council.id, household }));
    const [only] = homes;
    if (homes.length === 1 && only !== undefined) return { go: `/people/${only.personId}/screens` };
    return { template: 'console/pages/screens-door.njk', title: 'In whose home is the screen?', model: { homes: homes.map(({ personId, household }) => ({ id: personId, name: household.name.preferred })) } };
  },
});
