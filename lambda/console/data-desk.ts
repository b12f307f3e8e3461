import type { CouncilId } from '../../models/shared/index.ts';
import type { DataDesk } from '../../web/console/data-port.ts';
import type { Services } from '../services.ts';
import { erasePerson } from '../store/erase-person.ts';
import { erasureOf, erasuresOf } from '../store/erasure-rows.ts';
import { everythingHeld } from '../store/everything-held.ts';

/** What one council holds about people, for its console. */
export function dataDesk({ table }: Services, council: CouncilId): DataDesk {
  return {
    held: (person) => everythingHeld(table, council, person),
    erase: (person, how) => erasePerson(table, council, person, how),
    goOn: async (id) => {
      const erasure = await erasureOf(table, council, id);
      return erasure?.state === 'under-way' ? erasePerson(table, council, erasure.personId, erasure) : erasure;
    },
    erasure: (id) => erasureOf(table, council, id),
    erasures: () => erasuresOf(table, council),
  };
}
