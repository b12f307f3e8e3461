import type { Request } from 'express';
import { openPage } from '../page.ts';
import { begin, contactCookie, ownPath } from '../signing-in.ts';

/** The six digits that were sent, in the browser that asked for them. */
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

function contactIn({ headers }: Request): string | undefined {
  const found = new RegExp(`(?:^|; )${contactCookie}=([A-Za-z0-9_-]+)`).exec(headers.cookie ?? '')?.[1];
  return found === undefined ? undefined : Buffer.from(found, 'base64url').toString('utf8');
}
