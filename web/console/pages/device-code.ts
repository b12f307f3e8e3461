import { personPage } from '../page.ts';

/** The six digits, shown once to whoever asked for them. */
export const deviceCodePage = personPage({
  name: 'device-code', path: '/people/:personId/devices/code/:code', rule: 'link-devices',
  view: ({ params }) => Promise.resolve({ template: 'console/pages/device-code.njk', title: 'Link a speaker', model: { code: (params['code'] ?? '').replaceAll(/\D/g, '').slice(0, 6).split('').join(' ') } }),
});
