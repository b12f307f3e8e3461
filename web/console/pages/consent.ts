import { actorOf, mayDo } from '../../../models/access/index.ts';
import { consentKinds, consentTo, recordConsent } from '../../../models/household/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { consentLine, consentText } from '../consent-words.ts';
import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

/** What somebody agreed to, how, and who wrote it down; a yes is taken back at once. */
export const consentPage = personPage({
  name: 'consent', path: '/people/:personId/consent', rule: 'see-consent', submitRule: 'change-consent',
  view: ({ services, record: { household }, identity }) => Promise.resolve({ template: 'console/pages/consent.njk', title: 'Consent', model: {
    mayChange: mayDo(identity, 'change-consent', { councilId: services.council.id, household }),
    kinds: consentKinds.map((kind) => {
      const consent = consentTo(household, kind);
      return { kind, ...consentText[kind], now: consent === undefined ? 'Not asked yet' : consentLine(consent), isYes: consent?.says === 'yes' };
    }),
    history: (household.consents ?? []).toReversed().map((consent) => [{ text: momentText(consent.recordedAt, household.timeZone) }, { text: consentText[consent.kind].title }, { text: consentLine(consent) }]),
  } }),
  submit: async ({ services, record, form, identity, now }) => {
    const { household, personId } = record;
    const kind = consentKinds.find((each) => each === form['withdraw']);
    const back = `/people/${personId}/consent`;
    if (kind === undefined || consentTo(household, kind)?.says !== 'yes') return { go: back };
    const after = recordConsent(household, { kind, says: 'withdrawn', how: identity.kind === 'person' ? 'themselves' : 'in-person', on: localDate(now, household.timeZone), recordedAt: now, recordedBy: { id: actorOf(identity), name: identity.name } });
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: after, audit: [{ action: 'consent-withdrawn', by: actorOf(identity), about: kind }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: `withdraw-${kind}`, message: 'Something changed meanwhile, so nothing was done. Send it once more' }] };
    return { go: back, said: saved.kind === 'unknown' ? 'uncertain' : 'withdrawn' };
  },
});
