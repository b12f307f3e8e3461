import { actorOf, type Identity } from '../../../models/access/index.ts';
import { consentKinds, consentWays, recordConsent, type ConsentKind } from '../../../models/household/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { consentText, wayText } from '../consent-words.ts';
import { dateIn, dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { upperFirst } from '../words.ts';

const longestWith = 120;

/** Writing down one yes or no: how and when it was said, and with whom it was decided where somebody cannot decide it themselves. */
export const consentKindPage = personPage({
  name: 'consent-kind', path: '/people/:personId/consent/:kind', rule: 'change-consent',
  view: ({ record: { household }, params, form, identity, now }) => {
    const kind = kindIn(params['kind']);
    return Promise.resolve({ template: 'console/pages/consent-kind.njk', title: consentText[kind].title, model: {
      ...consentText[kind], isOwn: identity.kind === 'person', values: { says: textIn(form['says']), how: textIn(form['how']), decidedWith: textIn(form['decidedWith']) },
      ways: waysFor(identity).map((way) => ({ value: way, text: upperFirst(wayText[way]) })), on: (isFaulty: boolean) => dateItems(form, 'on', localDate(now, household.timeZone), isFaulty),
    } });
  },
  submit: async ({ services, record, params, form, identity, now }) => {
    const { household, personId } = record;
    const kind = kindIn(params['kind']);
    const today = localDate(now, household.timeZone);
    const isOwn = identity.kind === 'person';
    const says = (['yes', 'no'] as const).find((each) => each === form['says']);
    const how = isOwn ? 'themselves' : waysFor(identity).find((way) => way === form['how']);
    const on = isOwn ? today : dateIn(form, 'on') ?? today;
    const decidedWith = textIn(form['decidedWith']).replaceAll(/[\p{C}\s]+/gu, ' ');
    const faults: readonly Fault[] = [
      ...(says === undefined ? [{ field: 'says', message: 'Choose yes or no' }] : []),
      ...(how === undefined ? [{ field: 'how', message: 'Choose how it was said' }] : []),
      ...(how === 'best-interests' && decidedWith === '' ? [{ field: 'decidedWith', message: 'Enter with whom it was decided, like “Susan, daughter, and Dr Shah”' }] : []),
      ...(decidedWith.length > longestWith ? [{ field: 'decidedWith', message: `Say it in at most ${longestWith} letters` }] : []),
      ...(on === 'no-date' ? [{ field: 'on-day', message: 'Enter a day that is in the calendar, like 1 12 2026' }] : on > today ? [{ field: 'on-day', message: 'Enter today, or a day that has gone by' }] : []),
    ];
    if (says === undefined || how === undefined || on === 'no-date' || faults.length > 0) return { faults };
    const after = recordConsent(household, { kind, says, how, on, recordedAt: now, recordedBy: { id: actorOf(identity), name: identity.name }, ...(how === 'best-interests' && { decidedWith }) });
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: after, audit: [{ action: `consent-${says}`, by: actorOf(identity), about: kind }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'says', message: 'Something changed while you were choosing, so nothing was kept. Send it once more' }] };
    return { go: `/people/${personId}/consent`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});

function kindIn(text: string | undefined): ConsentKind {
  const kind = consentKinds.find((each) => each === text);
  if (kind === undefined) throw new PageProblem(404, 'That is not there any more.');
  return kind;
}

/** The person says it themselves; staff write down what was said to them. */
function waysFor({ kind }: Identity) {
  return kind === 'person' ? [] : consentWays.filter((way) => way !== 'themselves');
}
