import { mayRun, type Routine } from '../../../models/routine/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { personPage } from '../page.ts';
import { whenText } from '../routine-when.ts';

/** What comes round for somebody, and whether they have said yes to it. */
export const routinesPage = personPage({
  name: 'routines', path: '/people/:personId/routines', rule: 'see-routines',
  view: async ({ services, record, identity }) => {
    const { routines } = await services.routines.read(record.personId);
    const maySet = mayDo(identity, 'set-routines', { councilId: services.council.id, household: record.household });
    return { template: 'console/pages/routines.njk', title: 'Routines', model: { maySet, routines: routines.map((routine) => ({ id: routine.id, when: whenText(routine), what: services.routines.words(routine, record), by: routine.setByName, state: stateText(routine, record), isOn: mayRun(routine) })) } };
  },
});

function stateText(routine: Routine, { household }: PersonRecord): string {
  const name = household.name.preferred;
  if (routine.isPaused === true) return 'Paused';
  if (mayRun(routine)) return `${name} agreed${routine.agreed?.how === 'voice' ? ' by voice' : ''}`;
  return routine.refusedAt === undefined ? `Waiting for ${name}’s yes` : `${name} said no`;
}
