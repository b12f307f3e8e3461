import type { PersonId } from '../../models/shared/index.ts';
import { plainClient } from '../../models/visits-in/index.ts';
import type { ListedPerson } from '../store/listed-people.ts';

/** People by the council's number for them, and by our id: the one whose it is, or the several whom nobody can tell apart by it. */
export function peopleByNumber(listed: readonly ListedPerson[]): ReadonlyMap<string, readonly Pick<ListedPerson, 'personId' | 'name'>[]> {
  const people = new Map<string, Map<PersonId, ListedPerson>>();
  for (const each of listed) {
    for (const number of [plainClient(each.councilNumber ?? ''), plainClient(each.personId)]) {
      if (number === '') continue;
      people.set(number, (people.get(number) ?? new Map<PersonId, ListedPerson>()).set(each.personId, each));
    }
  }
  return new Map([...people].map(([number, those]) => [number, [...those.values()]]));
}
