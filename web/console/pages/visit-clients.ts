import { mayDo } from '../../../models/access/index.ts';
import { plainClient } from '../../../models/visits-in/index.ts';
import { personId } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked } from '../page.ts';
import { sourceIn } from './visit-source.ts';

type Here = Asked<'signed-in'>;
const mostLetters = 120;

/** Whom a source calls what: clients that are not known are linked to a person by staff, and never by guessing. */
export const visitClientsPage = page({
  name: 'visit-clients', path: '/visits-in/sources/:sourceId/clients', rule: 'see-visits-in', submitRule: 'bring-visits-in',
  view: (asked) => clientsShown(asked, undefined),
  submit: async (asked) => {
    const { services, form } = asked;
    const { source } = await sourceIn(asked);
    const [client, words] = [textIn(form['client']).slice(0, mostLetters), textIn(form['words']).slice(0, mostLetters)];
    if (client === '') return { faults: [{ field: 'client', message: 'Enter what the agency’s system calls the client' }] };
    const go = `/visits-in/sources/${source.id}/clients`;
    if (form['do'] === 'unlink') return { go, said: await services.visitsIn.link(source.id, client, undefined) === 'kept' ? 'done' : 'uncertain' };
    const person = personId(textIn(form['person']));
    if (form['do'] === 'link') {
      if (!/^[A-Za-z0-9_-]{1,100}$/.test(person) || await services.records.byPerson(services.council.id, person) === undefined) return { faults: [{ field: 'person', message: 'Choose who it is' }] };
      return { go, said: await services.visitsIn.link(source.id, client, person) === 'kept' ? 'client-linked' : 'uncertain' };
    }
    if (words === '') return { faults: [{ field: 'words', message: 'Enter a name, or the council’s number' }] };
    return { shown: await clientsShown(asked, await services.visitsIn.findPeople(words)) };
  },
});

async function clientsShown(asked: Here, found: Awaited<ReturnType<Here['services']['visitsIn']['findPeople']>> | undefined) {
  const { services, form, identity } = asked;
  const { source } = await sourceIn(asked);
  const [linked, runs, people] = await Promise.all([services.visitsIn.clients(source.id), services.visitsIn.runs(), services.people.find('')]);
  const last = runs.find(({ sourceId, state }) => sourceId === source.id && state !== 'thrown-away' && state !== 'reading');
  const done = new Set(linked.map(({ client }) => plainClient(client)));
  const nameOf = (id: string) => people.find((each) => each.personId === id)?.name ?? 'Somebody who is not listed any more';
  return { template: 'console/pages/visit-clients.njk', title: `${source.name}: who is who`, model: {
    source, mayLink: mayDo(identity, 'bring-visits-in', { councilId: services.council.id }), client: textIn(form['client']).slice(0, mostLetters), words: textIn(form['words']).slice(0, mostLetters), found,
    unknown: (last?.unmatched ?? []).filter(({ client }) => !done.has(plainClient(client))).slice(0, 100), unknownInAll: last?.unmatchedClients ?? 0,
    linked: linked.map(({ client, personId: id }) => ({ client, personId: id, name: nameOf(id) })),
  } };
}
