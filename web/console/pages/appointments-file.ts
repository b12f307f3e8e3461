import { addDays, localDate } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';

const [daysBack, daysAhead] = [7, 42];

/** The visits of a week gone by and of six weeks ahead for another system: a FHIR R4 bundle of UK Core appointments. */
export const appointmentsFilePage = personPage({
  name: 'appointments-file', path: '/people/:personId/appointments.json', rule: 'see-visits',
  view: ({ services, record, now }) => {
    const today = localDate(now, record.household.timeZone);
    return Promise.resolve({ file: { name: 'appointments.json', type: 'application/fhir+json', text: `${JSON.stringify(services.visitsIn.appointments(record, addDays(today, -daysBack), addDays(today, daysAhead)), undefined, 2)}\n` } });
  },
});
