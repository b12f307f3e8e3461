import { mayDo } from '../../../models/access/index.ts';
import { paths } from '../../paths.ts';
import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

const alarms: Readonly<Record<string, number | undefined>> = { none: undefined, '15': 15, '60': 60 };

/** Private calendar addresses: made, shown once, and ended. */
export const calendarsPage = personPage({
  name: 'calendars', path: '/people/:personId/calendars', rule: 'see-visits',
  view: async ({ services, record, identity }) => ({ template: 'console/pages/calendars.njk', title: 'Calendars', model: {
    feeds: (await services.calendars.list(identity, record.personId)).map(({ id, whose, isOwn, choices, madeAt, readAt, endsAt }) => ({
      id, whose: isOwn ? 'Yours' : whose, titles: choices.titles === 'plain' ? 'Plain titles' : 'Names and tasks', hasRoutines: choices.withRoutines,
      made: momentText(madeAt, record.household.timeZone), read: readAt === undefined ? undefined : momentText(readAt, record.household.timeZone), ends: endsAt === undefined ? undefined : momentText(endsAt, record.household.timeZone),
    })),
    maySeeRoutines: mayDo(identity, 'see-routines', { councilId: services.council.id, household: record.household }), isStaff: identity.kind === 'staff', isFamily: identity.kind === 'carer',
  } }),
  submit: async ({ services, record, identity, form, request }) => {
    const end = form['end'];
    const path = `/people/${record.personId}/calendars`;
    if (typeof end === 'string') return { go: path, said: await services.calendars.end(identity, record.personId, end) ? 'calendar-ended' : 'uncertain' };
    const [titles, alarm] = [form['titles'], form['alarm']];
    const faults = [
      ...(titles === 'plain' || titles === 'full' ? [] : [{ field: 'titles', message: 'Select what the entries say' }]),
      ...(typeof alarm === 'string' && Object.hasOwn(alarms, alarm) ? [] : [{ field: 'alarm', message: 'Select whether the calendar may remind you' }]),
    ];
    if (faults.length > 0 || (titles !== 'plain' && titles !== 'full') || typeof alarm !== 'string') return { faults };
    const alarmMinutes = alarms[alarm];
    const made = await services.calendars.make(identity, record.personId, { titles, ...(alarmMinutes !== undefined && { alarmMinutes }), withRoutines: form['routines'] === 'yes' });
    if (made.kind !== 'made') return { faults: [{ field: 'titles', message: made.kind === 'too-many' ? 'There are 20 calendar addresses already. End one that nobody uses, then make this one' : 'It is not certain that this was kept. Try again in a minute' }] };
    const address = `${request.get('Host') ?? 'localhost'}${paths.calendars}/${made.address}.ics`;
    return { shown: { template: 'console/pages/calendar-address.njk', title: 'A private calendar address', model: { address: `${request.protocol}://${address}`, webcal: `webcal://${address}` } } };
  },
});
