import type { SpeakerLinks } from '../../models/household/index.ts';
import { localDate, type Instant } from '../../models/shared/index.ts';
import { CareError } from '../../skill/care-error.ts';
import { deskAlexaId } from '../desk-speaker/desk-alexa-id.ts';
import { demonstrationServicesPath, seedServices } from '../directory/index.ts';
import { pins } from '../pins.ts';
import { alertStore } from '../store/alert-store.ts';
import { createPerson, peopleOf } from '../store/create-person.ts';
import { personPartition } from '../store/keys.ts';
import { changeRoutines } from '../store/routine-rows.ts';
import { speakerKeyOf } from '../store/speaker-key.ts';
import { setSpokenQuestions } from '../store/spoken-question-rows.ts';
import type { Table } from '../store/table.ts';
import { wellbeingOperations } from '../store/wellbeing-rows.ts';
import { demonstrationZone, harrow } from './around-harrow.ts';
import { seedAssistants } from './demonstration-assistants.ts';
import { seedBudgetChanges } from './demonstration-budget-changes.ts';
import { seedCorrections } from './demonstration-corrections.ts';
import { seedMoneyFiles } from './demonstration-money-files.ts';
import { demonstrationRoutines } from './demonstration-routines.ts';
import { demonstrationPeople } from './demonstration-people.ts';
import { seedVisitsIn } from './demonstration-visits-in.ts';
import { seedWorkers } from './demonstration-workers.ts';
import { seedActivities } from './past-activities.ts';
import { pastAlerts } from './past-alerts.ts';
import { pastWellbeing } from './past-wellbeing.ts';

/** Fills an empty store with three invented people, a speaker for each, and a directory, all as seen from now. Says whether it did. */
export async function seedDemonstration({ table, links, now }: { readonly table: Table; readonly links: SpeakerLinks; readonly now: Instant }): Promise<boolean> {
  await seedWorkers(table, now);
  if ((await peopleOf(table, harrow)).length > 0) return false;
  const seeded = await seedServices({ path: demonstrationServicesPath, table, council: harrow, at: now, say: () => undefined });
  if (seeded.kind === 'refused') throw new CareError('demonstration-not-seeded', 'The demonstration directory could not be kept in the store.');
  const people = demonstrationPeople(localDate(now, demonstrationZone), now, (pin) => pins.hash(pin));
  for (const whole of people) {
    const { about: _, ...person } = whole;
    const pk = personPartition(person.councilId, person.personId);
    await createPerson(table, person, pastWellbeing(person.personId, now).flatMap((wellbeing) => wellbeingOperations(pk, { wellbeing })));
    await seedActivities(table, whole, localDate(now, demonstrationZone), now);
    for (const after of pastAlerts(person, now)) await alertStore(table).keep([{ after }]);
    const alexaId = deskAlexaId(person.personId);
    await links.linkByUnit(person.councilId, person.personId, { key: speakerKeyOf(alexaId), alexaId }, now);
  }
  for (const [person, routine] of demonstrationRoutines(localDate(now, demonstrationZone), now)) await changeRoutines(table, harrow, person, () => ({ routines: [routine] }));
  await setSpokenQuestions(table, harrow, { mayBeSpoken: true, by: 'staff:patel', at: now });
  await seedBudgetChanges(table, now);
  await seedMoneyFiles(table, now);
  await seedCorrections(table, now);
  await seedVisitsIn(table, people, now);
  await seedAssistants(table, now);
  return true;
}

/** Whom one can be: the three people, with a line about each. */
export function demonstrationCast(now: Instant): readonly { readonly id: string; readonly name: string; readonly about: string }[] {
  const noPin = () => ({ salt: '', hash: '' });
  return demonstrationPeople(localDate(now, demonstrationZone), now, noPin)
    .map(({ personId, household, about }) => ({ id: personId, name: household.name.preferred, about }));
}
