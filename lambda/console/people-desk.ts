import type { Identity } from '../../models/access/index.ts';
import { emptyBoard } from '../../models/alert/index.ts';
import { noJobs } from '../../models/job/index.ts';
import { maySameName, newHousehold } from '../../models/household/index.ts';
import { placeCalled } from '../../models/service/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { PeopleDesk } from '../../web/console/people-port.ts';
import type { ScreenDesk } from '../../web/console/screens-port.ts';
import type { Services } from '../services.ts';
import { removeReminders } from '../desk-speaker/desk-reminders.ts';
import { contactHashOf, contactsOf, isOwn } from '../store/contact-rows.ts';
import { createPerson } from '../store/create-person.ts';
import { dueOperation } from '../store/due-index.ts';
import { auditKey, personPartition } from '../store/keys.ts';
import { listedNow } from '../store/listed-people.ts';
import { passkeyRows } from '../store/passkey-rows.ts';
import { documentOf } from '../store/row-document.ts';
import { sessions } from '../store/session-rows.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';

const zone = 'Europe/London';
/** Nobody comes to somebody new until an agency says so. */
const nobodyComes = { provider: { id: 'none', name: 'No care agency yet', phone: '', officeContact: '', lateAfterMinutes: 15 }, workers: [], rounds: [], visits: [], backupPlan: { tellAfterMinutes: 30, tell: [] }, changeRequests: [] };

/** One council's people for its console. */
export function peopleDesk({ table, clock, config, directory, wake }: Services, council: CouncilId, screens: ScreenDesk | undefined): PeopleDesk {
  return {
    doubles: async (full) => (await listedNow(table, council)).filter(({ name }) => maySameName(name, full)),
    isAnothers: async (contact, person) => (await contactsOf(table, council, contactHashOf(contact), clock())).some((known) => isOwn(known) && known.personId !== person),
    placeCalled: async (area) => placeCalled(await directory(council), area),
    endAll: async (record, at) => {
      const { personId, household, alertBoard, link } = record;
      if (link !== undefined) await removeReminders(table, link.details.alexaId);
      for (const { deviceId } of await screens?.of(personId) ?? []) await screens?.remove(personId, deviceId);
      const identity: Identity = { kind: 'person', councilId: council, id: personId, name: household.name.preferred, personId };
      await sessions(table).endAll(identity);
      const passkeys = passkeyRows(table);
      for (const passkey of await passkeys.list(identity)) await passkeys.remove(passkey);
      // Each is looked at now, and ends: it is not so any more.
      const open = alertBoard.alerts.filter(({ isOpen }) => isOpen).map(({ id }) => dueOperation(at, { kind: 'alert', councilId: council, personId, alertId: id }));
      const kept = await table.transact([...open, dueOperation(at, { kind: 'plan', councilId: council, personId })]);
      if (kept.kind !== 'done') throw new StoreDoesNotAnswer('open alerts may not be looked at');
      wake();
    },
    add: async ({ personId, about, adviser, by, at }) => {
      const place = placeCalled(await directory(council), about.area);
      const contact = { name: config.councilName, phone: config.helpPhone, careLinePhone: config.outOfHoursPhone ?? config.helpPhone, adviser, adviserAnswersWithinWorkingDays: config.decisionWorkingDays };
      const person = {
        personId, councilId: council, household: newHousehold({ personId, councilId: council, about, council: contact, timeZone: zone, ...(place !== undefined && { place }) }), visitBook: nobodyComes, budget: undefined, entries: [], requestBook: { requests: [] },
        outcomeBook: { goals: [], excluded: [], feedback: [] }, messageBook: { forPerson: [], wordLeft: [] }, jobBook: noJobs, alertBoard: emptyBoard, unfinished: undefined,
      };
      await createPerson(table, person, [
        { do: 'put', row: { pk: personPartition(council, personId), sk: auditKey(at, 'added'), version: 1, doc: documentOf({ action: 'person-added', by, about: 'record' }) }, when: [] },
        dueOperation(at, { kind: 'plan', councilId: council, personId }),
      ]);
      wake();
    },
  };
}
