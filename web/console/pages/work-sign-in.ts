import { paths } from '../../paths.ts';
import { textIn } from '../form-text.ts';
import { openPage } from '../page.ts';
import { begin, ownPath } from '../signing-in.ts';

const mostLetters = 80;

/** Care workers sign in by their organisation's code, a name or number, and a PIN of their own. Which of them is wrong is never said. */
export const workSignInPage = openPage({
  name: 'work-sign-in', path: paths.workSignIn,
  view: ({ services, query, form }) => Promise.resolve({ template: 'console/pages/work-sign-in.njk', title: 'Sign in to record visits', model: {
    next: nextIn(query['next']), typed: { code: textIn(form['code']), name: textIn(form['name']) }, tryIt: services.signIn.madeUp.flatMap(({ types }) => (types === undefined ? [] : [types])),
  } }),
  submit: async ({ services, form, query, request, response }) => {
    const [code, name, pin] = [textIn(form['code']), textIn(form['name']), textIn(form['pin']).replaceAll(/\s/g, '')];
    const faults = [
      ...(code === '' || code.length > mostLetters ? [{ field: 'code', message: 'Enter your organisation’s code, like KC7F-2M9P' }] : []),
      ...(name === '' || name.length > mostLetters ? [{ field: 'name', message: 'Enter your first name or your worker number' }] : []),
      ...(/^\d{6}$/.test(pin) ? [] : [{ field: 'pin', message: 'Enter the 6 numbers of your PIN' }]),
    ];
    if (faults.length > 0) return { faults };
    const identity = await services.workers.signIn({ code, name, pin });
    if (identity === undefined) return { faults: [{ field: 'code', message: 'These three do not go together. Check each of them. After 5 wrong tries nothing is taken for 15 minutes, not even the right PIN' }] };
    await begin(services, identity, request, response);
    return { go: nextIn(query['next']) };
  },
});

function nextIn(next: string | undefined): string {
  const own = ownPath(next);
  return own === '/home' ? paths.work : own;
}
