import { sessionEndsAt, type Identity } from '../../../models/access/index.ts';
import type { Request, Response } from 'express';
import { PageProblem } from '../../errors.ts';
import type { ConsoleServices } from '../console-port.ts';
import { openPage, page } from '../page.ts';
import { sessionCookie } from '../session-cookie.ts';

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
    response.cookie('my_care_contact', Buffer.from(contact).toString('base64url'), { httpOnly: true, sameSite: 'lax', path: '/sign-in', maxAge: 15 * 60_000, secure: !['localhost', '127.0.0.1'].includes(request.hostname) });
    return { go: `/sign-in/code?next=${encodeURIComponent(ownPath(query['next']))}` };
  },
});

export const signInCodePage = openPage({
  name: 'sign-in-code', path: '/sign-in/code',
  view: () => Promise.resolve({ template: 'console/pages/sign-in-code.njk', title: 'Enter your code' }),
  submit: async ({ services, form, request, response, query }) => {
    const code = String(form['code'] ?? '').replaceAll(/\D/g, '');
    const contact = contactIn(request);
    if (contact === undefined) return { faults: [{ field: 'code', message: 'That took too long, or this is another browser. Go back and ask for a new code' }] };
    if (code.length !== 6) return { faults: [{ field: 'code', message: 'Enter the six digits we sent you' }] };
    const checked = await services.signIn.checkCode(contact, code);
    if (checked.kind === 'too-many') return { faults: [{ field: 'code', message: 'Too many wrong codes. Go back and ask for a new one in a quarter of an hour' }] };
    if (checked.kind === 'wrong') return { faults: [{ field: 'code', message: 'That is not the code we sent, or it is more than ten minutes old' }] };
    await begin(services, checked.identity, request, response);
    return { go: ownPath(query['next']) };
  },
});

/** With made-up people anybody may be anybody; where people are real there is no such address. */
export const signInMadeUpPage = openPage({
  name: 'sign-in-made-up', path: '/sign-in/made-up',
  view: () => Promise.resolve({ go: '/sign-in' }),
  submit: async ({ services, form, request, response }) => {
    const chosen = services.isDemonstration ? services.signIn.madeUp.find(({ key }) => key === form['who']) : undefined;
    if (chosen === undefined) throw new PageProblem(404, 'There is no page at this address that you can see. If you typed it, check the spelling.');
    await begin(services, chosen.identity, request, response);
    return { go: ownPath(String(form['next'] ?? '')) };
  },
});

const oidcCookie = 'my_care_sign_in';

export const signInStaffPage = openPage({
  name: 'sign-in-staff', path: '/sign-in/staff',
  view: async ({ services, request, response }) => {
    if (services.signIn.staff === undefined) throw new PageProblem(404, 'There is no page at this address that you can see. If you typed it, check the spelling.');
    const state = services.newId();
    const { url, kept } = await services.signIn.staff.start(state);
    response.cookie(oidcCookie, Buffer.from(JSON.stringify({ state, kept })).toString('base64url'), { httpOnly: true, sameSite: 'lax', path: '/sign-in', maxAge: 10 * 60_000, secure: !['localhost', '127.0.0.1'].includes(request.hostname) });
    return { go: url };
  },
});

export const signInReturnPage = openPage({
  name: 'sign-in-return', path: '/sign-in/return',
  view: async ({ services, request, response }) => {
    const kept = keptIn(request);
    const current = new URL(request.originalUrl, `${request.protocol}://${request.get('Host') ?? 'localhost'}`);
    response.clearCookie(oidcCookie, { path: '/sign-in' });
    const identity = kept === undefined ? undefined : await services.signIn.staff?.finish(current, kept.kept, kept.state);
    if (identity === undefined) throw new PageProblem(403, 'The council’s sign-in did not say who you are to My Care. Ask your administrator for a role, and try again.');
    await begin(services, identity, request, response);
    return { go: '/home' };
  },
});

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

/** A new secret with each sign-in: what a browser held before is worth nothing. */
async function begin(services: ConsoleServices, identity: Identity, request: Request, response: Response): Promise<void> {
  const before = sessionCookie.read(request);
  if (before !== undefined) await services.sessions.end(before);
  const now = services.clock();
  const token = await services.sessions.start(identity, now);
  sessionCookie.write(request, response, token, sessionEndsAt({ identity, csrf: '', signedInAt: now, usedAt: now }) - now);
  response.clearCookie('my_care_contact', { path: '/sign-in' });
}

/** Only ever on to one of our own pages. */
function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?!\/)[A-Za-z0-9/_?=&.%-]*$/.test(path) ? path : '/home';
}

function contactIn({ headers }: Request): string | undefined {
  const found = /(?:^|; )my_care_contact=([A-Za-z0-9_-]+)/.exec(headers.cookie ?? '')?.[1];
  return found === undefined ? undefined : Buffer.from(found, 'base64url').toString('utf8');
}

function keptIn({ headers }: Request): { readonly state: string; readonly kept: string } | undefined {
  const found = new RegExp(`(?:^|; )${oidcCookie}=([A-Za-z0-9_-]+)`).exec(headers.cookie ?? '')?.[1];
  try {
    const read = JSON.parse(Buffer.from(found ?? '', 'base64url').toString('utf8')) as { state?: unknown; kept?: unknown };
    return typeof read.state === 'string' && typeof read.kept === 'string' ? { state: read.state, kept: read.kept } : undefined;
  } catch {
    return undefined;
  }
}
