import { actorOf } from '../../../models/access/index.ts';
import { calendarAddress } from '../../../models/visits-in/index.ts';
import { personId } from '../../../models/shared/index.ts';
import type { CalendarToAdd } from '../rota-calendars-port.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked, type Done, type Fault } from '../page.ts';
import { addressFaultText } from '../rota-calendar-words.ts';

type Here = Asked<'signed-in'>;
type Found = Awaited<ReturnType<Here['services']['visitsIn']['findPeople']>>;
const mostLetters = 120;

/** Adds a calendar by its address: of which source, and whose it is. Its address is in the form alone, and in no address of ours. */
export const addRotaCalendarPage = page({
  name: 'add-rota-calendar', path: '/visits-in/calendars/new', rule: 'bring-visits-in',
  view: (asked) => formShown(asked, undefined),
  submit: async (asked) => {
    const { services, form, identity } = asked;
    const source = (await services.visitsIn.sources()).find(({ id }) => id === textIn(form['source']));
    const read = calendarAddress(textIn(form['address']));
    const [whose, words, person] = [textIn(form['whose']), textIn(form['words']).slice(0, mostLetters), textIn(form['person'])];
    const faults: Fault[] = [
      ...(source === undefined ? [{ field: 'source', message: 'Choose which source it is of' }] : []), ...('fault' in read ? [{ field: 'address', message: addressFaultText[read.fault] }] : []),
      ...(whose !== 'person' && whose !== 'name' ? [{ field: 'whose', message: 'Choose whose calendar it is' }] : []), ...(whose === 'person' && person === '' && words === '' ? [{ field: 'words', message: 'Enter a name, or the council’s number' }] : []),
    ];
    if (faults.length > 0 || source === undefined || 'fault' in read) return { faults };
    const added = { sourceId: source.id, secretAddress: read.address, addedBy: actorOf(identity) };
    if (whose === 'name') return added_(asked, added);
    if (person === '') return { shown: await formShown(asked, await services.visitsIn.findPeople(words)) };
    const known = /^[A-Za-z0-9_-]{1,100}$/.test(person) ? await services.records.byPerson(services.council.id, personId(person)) : undefined;
    return known === undefined ? { faults: [{ field: 'person', message: 'Choose who it is' }] } : added_(asked, { ...added, personId: known.personId });
  },
});

async function added_({ services }: Here, calendar: CalendarToAdd): Promise<Done> {
  switch (await services.rotaCalendars.add(calendar)) {
    case 'kept': return { go: '/visits-in/calendars', said: 'calendar-added' };
    case 'unknown': return { go: '/visits-in/calendars', said: 'uncertain' };
    case 'same-address': return { faults: [{ field: 'address', message: 'This calendar is read already. Look at the list of calendars' }] };
    case 'same-person': return { faults: [{ field: 'words', message: 'A calendar of this source is read for them already. Stop that one first' }] };
    case 'too-many': return { faults: [{ field: 'address', message: 'No more than 500 calendars can be read. Ask the agency for one file with everybody in it' }] };
  }
}

async function formShown({ services, form, query }: Here, found: Found | undefined) {
  const sources = await services.visitsIn.sources();
  const [only, other] = sources;
  const usual = query['source'] ?? (other === undefined ? only?.id : undefined) ?? '';
  return { template: 'console/pages/add-rota-calendar.njk', title: 'Add a calendar', model: {
    sources, found, values: { source: textIn(form['source']) || usual, address: textIn(form['address']), whose: textIn(form['whose']), words: textIn(form['words']).slice(0, mostLetters) },
  } };
}
