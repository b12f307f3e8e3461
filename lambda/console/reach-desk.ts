import type { ReachFound } from '../../models/alert/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import type { RuleDesk } from '../../web/console/rules-port.ts';
import { deskAddresses } from '../alerts/desk-addresses.ts';
import { reachedByPhone } from '../alerts/engine-for.ts';
import { lookAtReach } from '../alerts/reach-gaps.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';
import { listedAfter } from '../store/listed-people.ts';
import { keepReachFound, reachFoundOf } from '../store/reach-rows.ts';

/** One look goes on for so long, or over so many people, and then says how far it has come. */
const lookMs = 800;
const mostPeople = 400;

/** Whom the ladders of a council's people do not reach: found with each plan, and again when somebody looks. */
export function reachDesk({ table, rules, config, clock }: Pick<Services, 'table' | 'rules' | 'config' | 'clock'>, council: CouncilId): RuleDesk['reach'] {
  const store = reachedByPhone(alertStore(table));
  const lookAt = async (personId: PersonId): Promise<ReachFound | undefined> => {
    const person = await store.whomToTell(council, personId);
    if (person === undefined) return undefined;
    const found = await lookAtReach(person, { rules: await rules.asTheyAre(council), desk: deskAddresses(config), zone: person.record.household.timeZone }, table, clock());
    await keepReachFound(table, council, found);
    return found;
  };
  return {
    found: () => reachFoundOf(table, council),
    lookAt: async (people) => (await Promise.all(people.map(lookAt))).filter((found) => found !== undefined),
    lookOn: async (after) => {
      const startedAt = clock();
      const people = await listedAfter(table, council, after, mostPeople);
      let [looked, upTo] = [0, after];
      for (const personId of people) {
        // Whoever is talking meanwhile is answered in between.
        await new Promise<void>((resolve) => { setImmediate(resolve); });
        await lookAt(personId);
        [looked, upTo] = [looked + 1, personId];
        if (clock() - startedAt >= lookMs) break;
      }
      return { looked, ...(upTo !== undefined && { upTo }), isDone: looked === people.length && people.length < mostPeople };
    },
  };
}
