import { openPage } from '../page.ts';
import { contactCookie, ownPath } from '../signing-in.ts';

/** Where people choose how to sign in: a code by text or e-mail, the council's own sign-in, or, with made-up people, a role. */
export const signInPage = openPage({
  name: 'sign-in', path: '/sign-in',
  view: ({ services, query }) => Promise.resolve({ template: 'console/pages/sign-in.njk', title: 'Sign in', model: { madeUp: services.signIn.madeUp, hasStaff: services.signIn.staff !== undefined, next: ownPath(query['next']) } }),
  submit: async ({ services, form, request, response, query }) => {
    const contact = String(form['contact'] ?? '').trim();
    if (contact === '') return { faults: [{ field: 'contact', message: 'Enter your mobile number or e-mail address' }] };
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact) && contact.replaceAll(/\D/g, '').length < 10) return { faults: [{ field: 'contact', message: 'Enter a mobile number like 07700 900 982, or an e-mail address like name@example.com' }] };
    if (await services.signIn.sendCode(contact) === 'too-many') return { faults: [{ field: 'contact', message: 'Too many codes were asked for. Wait a quarter of an hour and try again' }] };
    // The browser the code was asked from is the one it is good in.
    response.cookie(contactCookie, Buffer.from(contact).toString('base64url'), { httpOnly: true, sameSite: 'lax', path: '/sign-in', maxAge: 15 * 60_000, secure: !['localhost', '127.0.0.1'].includes(request.hostname) });
    return { go: `/sign-in/code?next=${encodeURIComponent(ownPath(query['next']))}` };
  },
});
