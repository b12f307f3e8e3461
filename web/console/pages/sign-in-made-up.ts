import { nothingThere, openPage } from '../page.ts';
import { begin, ownPath } from '../signing-in.ts';

/** With made-up people anybody may be anybody; where people are real there is no such address. */
export const signInMadeUpPage = openPage({
  name: 'sign-in-made-up', path: '/sign-in/made-up',
  view: () => Promise.resolve({ go: '/sign-in' }),
  submit: async ({ services, form, request, response }) => {
    const chosen = services.isDemonstration ? services.signIn.madeUp.find(({ key }) => key === form['who']) : undefined;
    if (chosen === undefined) throw nothingThere();
    await begin(services, chosen.identity, request, response);
    return { go: ownPath(String(form['next'] ?? '')) };
  },
});
