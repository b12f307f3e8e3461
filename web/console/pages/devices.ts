import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

/** Setting a speaker up, step by step, with what to look for at each. The digits are shown once. */
export const devicesPage = personPage({
  name: 'devices', path: '/people/:personId/devices', rule: 'link-devices',
  view: async ({ services, record }) => ({ template: 'console/pages/devices.njk', title: 'Speakers and screens', model: {
    linkedSince: record.link === undefined ? undefined : momentText(record.link.details.linkedAt, record.household.timeZone), screens: services.screens === undefined ? undefined : await services.screens.of(record.personId),
  } }),
  submit: async ({ services, record }) => {
    if (record.household.left !== undefined) return { faults: [{ field: 'code', message: 'They have left, so no speaker is linked to them. Take them back first, under Leaving' }] };
    const made = await services.people.linkCode(record.personId);
    if (made === undefined) return { faults: [{ field: 'code', message: 'No code could be made just now. Try again in a minute' }] };
    return { shown: { template: 'console/pages/device-code.njk', title: 'Link a speaker', model: { code: made.code.split('').join(' ') } } };
  },
});
