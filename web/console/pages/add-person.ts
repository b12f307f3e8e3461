import { actorOf } from '../../../models/access/index.ts';
import { localDate, personId } from '../../../models/shared/index.ts';
import { aboutIn, aboutValues } from '../about-form.ts';
import { dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked, type Fault } from '../page.ts';

type Here = Asked<'signed-in'>;
type Double = Awaited<ReturnType<Here['services']['peopleDesk']['doubles']>>[number];

/** Adding somebody to those the council looks after: a likely double is shown first, and the same form sent twice adds one person. */
export const addPersonPage = page({
  name: 'add-person', path: '/people/new', rule: 'add-people',
  view: (asked) => Promise.resolve(asking(asked, [])),
  submit: async (asked) => {
    const { services, form, identity, now } = asked;
    const id = textIn(form['id']);
    const adviser = textIn(form['adviser']).replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, 80);
    const read = aboutIn(form, localDate(now, services.council.timeZone));
    const faults: readonly Fault[] = [...('faults' in read ? read.faults : []), ...(adviser === '' ? [{ field: 'adviser', message: 'Enter who at the council decides for them' }] : [])];
    if ('faults' in read || faults.length > 0) return { faults };
    if (!/^person-[0-9a-f-]{36}$/.test(id)) return { faults: [{ field: 'full', message: 'Send it once more: the form was not whole' }] };
    const person = personId(id);
    const taken = await contactFaults(asked, read.about, undefined);
    const isThere = await services.records.byPerson(services.council.id, person) !== undefined;
    if (taken.length > 0 && !isThere) return { faults: taken };
    const doubles = isThere || form['anyway'] === 'yes' ? [] : await services.peopleDesk.doubles(read.about.full);
    if (doubles.length > 0) return { shown: asking(asked, doubles) };
    await services.peopleDesk.add({ personId: person, about: read.about, adviser, by: actorOf(identity), at: now });
    return { go: `/people/${person}/set-up`, said: 'added' };
  },
});

/** A number or an address leads to one person’s own page alone. */
export async function contactFaults({ services }: Pick<Here, 'services'>, { phone, email }: { readonly phone?: string; readonly email?: string }, person: ReturnType<typeof personId> | undefined): Promise<readonly Fault[]> {
  const taken = await Promise.all(([['phone', phone, 'number'], ['email', email, 'address']] as const).map(async ([field, contact, what]) => (contact !== undefined && await services.peopleDesk.isAnothers(contact, person) ? [{ field, message: `Somebody else signs in with this ${what}. Leave it out, or put theirs right first` }] : [])));
  return taken.flat();
}

function asking({ services, form, identity }: Here, doubles: readonly Double[]) {
  const isAdviser = identity.kind === 'staff' && identity.roles.includes('adviser');
  return { template: 'console/pages/add-person.njk', title: doubles.length > 0 ? 'Is it one of these?' : 'Add a person', model: {
    doubles, id: /^person-[0-9a-f-]{36}$/.test(textIn(form['id'])) ? textIn(form['id']) : `person-${services.newId()}`,
    values: { ...aboutValues(form), adviser: form['adviser'] === undefined ? (isAdviser ? identity.name : '') : textIn(form['adviser']) },
    born: (isFaulty: boolean) => dateItems(form, 'born', undefined, isFaulty),
  } };
}
