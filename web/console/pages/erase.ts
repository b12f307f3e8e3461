import { actorOf, mayDo } from '../../../models/access/index.ts';
import { askErasure, erasureRefused, takeBackErasure } from '../../../models/household/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { momentText } from '../words.ts';

const longestWhy = 200;
const refusedText: Readonly<Record<NonNullable<ReturnType<typeof erasureRefused>>, Fault>> = {
  'still-here': { field: 'typed', message: 'They have to leave first' }, 'not-asked': { field: 'typed', message: 'Somebody has to ask for it first' }, 'asked-it-themselves': { field: 'typed', message: 'Somebody else has to agree: you asked for it' }, 'another-name': { field: 'typed', message: 'Type their full name just as it is shown' },
};

/** Erasing a record in two steps by two people: one asks and says why, another types the name. It cannot be undone. */
export const erasePage = personPage({
  name: 'erase', path: '/people/:personId/erase', rule: 'ask-erasure',
  view: ({ services, record: { household }, identity, form }) => {
    const { left, erasureAsked, name, timeZone } = household;
    const by = actorOf(identity);
    return Promise.resolve({ template: 'console/pages/erase.njk', title: 'Erase all of it', model: {
      isHere: left === undefined, full: name.full, why: textIn(form['why']), typed: textIn(form['typed']), isOwnAsking: erasureAsked?.by.id === by, mayLeave: mayDo(identity, 'end-service', { councilId: services.council.id, household }),
      asked: erasureAsked === undefined ? undefined : { by: erasureAsked.by.name, at: momentText(erasureAsked.at, timeZone), why: erasureAsked.why },
    } });
  },
  submit: async ({ services, record, form, identity, now }) => {
    const { household, personId } = record;
    const by = actorOf(identity);
    const here = `/people/${personId}/erase`;
    const save = (after: typeof household, action: string) => services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: after, audit: [{ action, by, about: 'record' }] });
    if (form['do'] === 'take-back') {
      const saved = await save(takeBackErasure(household), 'erasure-taken-back');
      return { go: here, said: saved.kind === 'saved' ? 'erasure-taken-back' : 'uncertain' };
    }
    if (household.erasureAsked === undefined) {
      const why = textIn(form['why']);
      if (why === '' || why.length > longestWhy) return { faults: [{ field: 'why', message: `Say why, in at most ${longestWhy} letters` }] };
      const asked = askErasure(household, { at: now, by: { id: by, name: identity.name }, why });
      if (asked.kind === 'refused') return { faults: [{ field: 'why', message: 'They have to leave first, so that nothing is erased that they rely on today' }] };
      const saved = await save(asked.household, 'erasure-asked');
      return { go: here, said: saved.kind === 'saved' ? 'erasure-asked' : 'uncertain' };
    }
    const refused = erasureRefused(household, by, textIn(form['typed']));
    if (refused !== undefined) return { faults: [refusedText[refused]] };
    const { id } = await services.data.erase(personId, { askedBy: household.erasureAsked.by.id, askedAt: household.erasureAsked.at, by, at: now });
    return { go: `/erasures/${id}`, said: 'erased' };
  },
});
