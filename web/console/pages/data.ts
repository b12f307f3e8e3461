import { actorOf, mayDo } from '../../../models/access/index.ts';
import { heldFile, heldText, inOrder, readable } from '../data-words.ts';
import { personPage, type Asked } from '../page.ts';
import { momentText } from '../words.ts';

/** Everything held about somebody: how much of what, and the two files of it, for them and for those who answer for it. */
export const dataPage = personPage({
  name: 'data', path: '/people/:personId/data', rule: 'see-data',
  view: async ({ services, record: { personId, household }, identity }) => ({ template: 'console/pages/data.njk', title: 'Everything held', model: {
    isOwn: identity.kind === 'person', council: household.council, mayErase: mayDo(identity, 'ask-erasure', { councilId: services.council.id, household }),
    rows: inOrder(await services.data.held(personId)).map(({ kind, rows }) => [{ text: heldText(kind) }, { text: String(rows.length), format: 'numeric' }]),
  } }),
});

/** All of it to be read, or printed. */
export const dataReadablePage = personPage({
  name: 'data-readable', path: '/people/:personId/data/readable', rule: 'see-data',
  view: async (asked) => {
    const { services, record, now } = asked;
    await noteTaken(asked);
    const zone = record.household.timeZone;
    return { template: 'console/pages/data-readable.njk', title: 'Everything held', model: {
      at: momentText(now, zone), council: record.household.council, full: record.household.name.full,
      kinds: inOrder(await services.data.held(record.personId)).map(({ kind, rows }) => ({ title: heldText(kind), parts: rows.map(({ name, value }, place) => readable(name === '' ? String(place + 1) : name, value, zone)) })),
    } };
  },
});

/** All of it for another program: JSON, with every value as it is kept. */
export const dataFilePage = personPage({
  name: 'data-file', path: '/people/:personId/data.json', rule: 'see-data',
  view: async (asked) => {
    const { services, record, now } = asked;
    await noteTaken(asked);
    return { file: { name: 'everything-held.json', type: 'application/json', text: JSON.stringify(heldFile(record, now, await services.data.held(record.personId)), undefined, 1) } };
  },
});

/** The frame writes down what others look at; that the person took their own is written down too. */
async function noteTaken({ services, record, identity, now }: Asked<'see-person'>): Promise<void> {
  if (identity.kind === 'person') await services.audit.write({ who: actorOf(identity), personId: record.personId, what: 'everything-held', why: 'look', at: now });
}
