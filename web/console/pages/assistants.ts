import { assistantDeeds, deedsOpenTo, type AssistantDeed } from '../../../models/access/index.ts';
import { paths } from '../../paths.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';
import { momentText } from '../words.ts';

/** What an assistant may be let do, as it is chosen. */
const deedWords: Readonly<Record<AssistantDeed, string>> = {
  visits: 'Say who comes and when', money: 'Say what is left of the budget', services: 'Find services', ask: 'Ask for a service, after a clear yes to its price',
  alerts: 'Say what alerts are open', answer: 'Answer an alert', talk: 'Talk as My Care does, about anything',
};

/** Keys for assistants of somebody's own: made, shown once, and ended. */
export const assistantsPage = personPage({
  name: 'assistants', path: '/people/:personId/assistants', rule: 'have-assistants',
  view: async (asked) => {
    const { services, record, identity, form } = asked;
    const zone = record.household.timeZone;
    const chosen = [form['may'] ?? []].flat();
    return { template: 'console/pages/assistants.njk', title: 'Assistants', model: {
      keys: (await services.assistants.list(identity, record.personId)).map(({ id, name, whose, isOwn, may, madeAt, usedAt, endsAt }) => ({
        id, name, whose: isOwn ? 'Yours' : whose, may: may.map((deed) => deedWords[deed]), made: momentText(madeAt, zone), used: usedAt === undefined ? undefined : momentText(usedAt, zone), ends: endsAt === undefined ? undefined : momentText(endsAt, zone),
      })),
      deeds: openTo(asked).map((deed) => ({ value: deed, text: deedWords[deed], checked: chosen.includes(deed) })), values: { name: textIn(form['name']) }, isStaff: identity.kind === 'staff',
    } };
  },
  submit: async (asked) => {
    const { services, record, identity, form, request } = asked;
    const { end } = form;
    if (typeof end === 'string') return { go: `/people/${record.personId}/assistants`, said: await services.assistants.end(identity, record.personId, end) ? 'assistant-ended' : 'uncertain' };
    const name = textIn(form['name']);
    const open = openTo(asked);
    const may = assistantDeeds.filter((deed) => open.includes(deed) && [form['may'] ?? []].flat().includes(deed));
    const faults = [
      ...(name === '' || name.length > 60 ? [{ field: 'name', message: name === '' ? 'Enter what to call it, like “My tablet”' : 'The name must be 60 letters or fewer' }] : []),
      ...(may.length === 0 ? [{ field: 'may', message: 'Select what it may do' }] : []),
      ...(record.household.left === undefined ? [] : [{ field: 'name', message: 'They have left, so no assistant can be let in. Take them back first, under Leaving' }]),
    ];
    if (faults.length > 0) return { faults };
    const made = await services.assistants.make(identity, record.personId, { name, may });
    if (made.kind !== 'made') return { faults: [{ field: 'name', message: made.kind === 'too-many' ? 'There are 20 keys already. End one that nobody uses, then make this one' : 'It is not certain that this was kept. Try again in a minute' }] };
    const origin = `${request.protocol}://${request.get('Host') ?? 'localhost'}`;
    return { shown: { template: 'console/pages/assistant-key.njk', title: 'A key for an assistant', model: { key: made.key, mcp: `${origin}${paths.mcp}`, conversation: may.includes('talk') ? `${origin}${paths.conversation}` : undefined } } };
  },
});

function openTo({ services, identity, record: { household } }: Asked<'see-person'>): readonly AssistantDeed[] {
  return deedsOpenTo(identity, { councilId: services.council.id, household });
}
