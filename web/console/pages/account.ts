import { paths } from '../../paths.ts';
import { textIn } from '../form-text.ts';
import { page } from '../page.ts';
import { sessionCookie } from '../session-cookie.ts';
import { momentText } from '../words.ts';

/** One’s own sign-in, and its end: here, or everywhere. */
export const accountPage = page({
  name: 'account', path: '/account', rule: 'signed-in',
  view: async ({ services, identity }) => ({ template: 'console/pages/account.njk', title: 'Your sign-in', model: {
    roles: identity.kind === 'staff' ? identity.roles : [], mayHavePasskeys: identity.kind === 'carer' || identity.kind === 'person',
    passkeys: (await services.passkeys.list(identity)).map(({ id, addedAt }) => ({ id, since: momentText(addedAt, services.council.timeZone) })),
  } }),
  submit: async ({ services, identity, form, request, response }) => {
    if (form['do'] === 'remove-passkey') {
      await services.passkeys.remove(identity, textIn(form['passkey']));
      return { go: '/account', said: 'passkey-removed' };
    }
    const token = sessionCookie.read(request);
    if (form['everywhere'] === 'yes') await services.sessions.endAll(identity);
    else if (token !== undefined) await services.sessions.end(token);
    sessionCookie.clear(request, response);
    return { go: identity.kind === 'worker' ? paths.workSignIn : '/sign-in', said: 'signed-out' };
  },
});
