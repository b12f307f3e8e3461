import { memberFor } from '../../../models/access/index.ts';
import { paths } from '../../paths.ts';
import { page } from '../page.ts';

/** "Tell me on this phone": notifications for somebody of a circle, with an OK on them. */
export const phonePage = page({
  name: 'phone', path: paths.phone, rule: 'signed-in',
  view: async ({ services, identity }) => {
    const people = identity.kind === 'carer' ? [...new Set(identity.circles.map(({ personId }) => personId))] : [];
    const records = await Promise.all(people.map(async (personId) => services.records.byPerson(services.council.id, personId)));
    const places = records.flatMap((record) => (record === undefined ? [] : memberFor(identity, record.household).map(({ id, name }) => ({ value: `${record.personId}/${id}`, text: `${record.household.name.preferred}’s circle: ${name}` }))));
    return { template: 'console/pages/phone.njk', title: 'Tell me on this phone', model: { places, publicKey: services.pushKey } };
  },
});
