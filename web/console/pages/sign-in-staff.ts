import type { Request } from 'express';
import { PageProblem } from '../../errors.ts';
import { nothingThere, openPage } from '../page.ts';
import { begin } from '../signing-in.ts';

const oidcCookie = 'my_care_sign_in';

/** Off to the council’s own sign-in. */
export const signInStaffPage = openPage({
  name: 'sign-in-staff', path: '/sign-in/staff',
  view: async ({ services, request, response }) => {
    if (services.signIn.staff === undefined) throw nothingThere();
    const state = services.newId();
    const { url, kept } = await services.signIn.staff.start(state);
    response.cookie(oidcCookie, Buffer.from(JSON.stringify({ state, kept })).toString('base64url'), { httpOnly: true, sameSite: 'lax', path: '/sign-in', maxAge: 10 * 60_000, secure: !['localhost', '127.0.0.1'].includes(request.hostname) });
    return { go: url };
  },
});

/** Back from it, with what it says of who this is. */
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

function keptIn({ headers }: Request): { readonly state: string; readonly kept: string } | undefined {
  const found = new RegExp(`(?:^|; )${oidcCookie}=([A-Za-z0-9_-]+)`).exec(headers.cookie ?? '')?.[1];
  try {
    const read = JSON.parse(Buffer.from(found ?? '', 'base64url').toString('utf8')) as { state?: unknown; kept?: unknown };
    return typeof read.state === 'string' && typeof read.kept === 'string' ? { state: read.state, kept: read.kept } : undefined;
  } catch {
    return undefined;
  }
}
