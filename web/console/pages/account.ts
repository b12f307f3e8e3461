import { page } from '../page.ts';
import { sessionCookie } from '../session-cookie.ts';

/** One’s own sign-in, and its end: here, or everywhere. */
export const accountPage = page({
  name: 'account', path: '/account', rule: 'signed-in',
  view: ({ identity }) => Promise.resolve({ template: 'console/pages/account.njk', title: 'Your sign-in', model: { roles: identity.kind === 'staff' ? identity.roles : [] } }),
  submit: async ({ services, identity, form, request, response }) => {
    const token = sessionCookie.read(request);
    if (form['everywhere'] === 'yes') await services.sessions.endAll(identity);
    else if (token !== undefined) await services.sessions.end(token);
    sessionCookie.clear(request, response);
    return { go: '/sign-in', said: 'signed-out' };
  },
});
