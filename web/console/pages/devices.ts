import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

/** Setting a speaker or a screen up, step by step, with what to look for at each. */
export const devicesPage = personPage({
  name: 'devices', path: '/people/:personId/devices', rule: 'link-devices',
  view: ({ record }) => Promise.resolve({ template: 'console/pages/devices.njk', title: 'Speakers and screens', model: { linkedSince: record.link === undefined ? undefined : momentText(record.link.details.linkedAt, record.household.timeZone) } }),
  submit: async ({ services, record }) => {
    const made = await services.people.linkCode(record.personId);
    return made === undefined ? { faults: [{ field: 'code', message: 'No code could be made just now. Try again in a minute' }] } : { go: `/people/${record.personId}/devices/code/${made.code}` };
  },
});
