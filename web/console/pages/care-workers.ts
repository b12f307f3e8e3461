import { page } from '../page.ts';
import { momentText } from '../words.ts';

/** The providers that visit people here, and how far their care workers can record visits on their phones. */
export const careWorkersPage = page({
  name: 'care-workers', path: '/care-workers', rule: 'see-workers',
  view: async ({ services }) => {
    const providers = (await services.workers.providers()).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
    return { template: 'console/pages/care-workers.njk', title: 'Care workers', model: {
      signInAt: '/work', head: [{ text: 'Provider' }, { text: 'Its code' }, { text: 'Care workers who can sign in', format: 'numeric' }],
      rows: providers.map(({ id, name, codeMadeAt, workers }) => [
        { text: name, href: `/care-workers/${encodeURIComponent(id)}` }, { text: codeMadeAt === undefined ? 'None yet' : `Made ${momentText(codeMadeAt, services.council.timeZone)}` }, { text: String(workers.filter(({ stoppedAt }) => stoppedAt === undefined).length), format: 'numeric' },
      ]),
    } };
  },
});
