import { actorOf } from '../../../models/access/index.ts';
import { aboutOf, withAbout } from '../../../models/household/index.ts';
import { isLocalDate, localDate } from '../../../models/shared/index.ts';
import { aboutIn, aboutValues } from '../about-form.ts';
import { dateItems } from '../date-fields.ts';
import { personPage } from '../page.ts';
import { contactFaults } from './add-person.ts';

/** Who somebody is, put right. Numbers and addresses to sign in with are changed by staff alone. */
export const aboutPage = personPage({
  name: 'about', path: '/people/:personId/about', rule: 'change-about',
  view: ({ record, form, identity }) => {
    const known = aboutOf(record.household);
    const born = known.bornOn !== undefined && isLocalDate(known.bornOn) ? known.bornOn : undefined;
    return Promise.resolve({ template: 'console/pages/about.njk', title: 'About', model: {
      isOwn: identity.kind === 'person', values: aboutValues(form, known), born: (isFaulty: boolean) => dateItems(form, 'born', born, isFaulty), council: record.household.council, councilName: record.household.council.name, known,
    } });
  },
  submit: async (asked) => {
    const { services, record, form, identity, now } = asked;
    const { household, personId } = record;
    const { phone, email, councilNumber } = aboutOf(household);
    const kept = identity.kind === 'staff' ? form : { ...form, phone: phone ?? '', email: email ?? '', councilNumber: councilNumber ?? '' };
    const read = aboutIn(kept, localDate(now, household.timeZone));
    if ('faults' in read) return read;
    const taken = await contactFaults(asked, read.about, personId);
    if (taken.length > 0) return { faults: taken };
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: withAbout(household, read.about, await services.peopleDesk.placeCalled(read.about.area)), audit: [{ action: 'about-corrected', by: actorOf(identity), about: 'record' }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'full', message: 'Something changed while you were writing, so nothing was kept. Look again, and send it once more' }] };
    return { go: `/people/${personId}/about`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});
