import type { Identity, Place } from '../../models/access/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import { personId, type CouncilId } from '../../models/shared/index.ts';
import { contactsOf } from '../store/contact-rows.ts';
import type { Table } from '../store/table.ts';

interface Needs { readonly table: Table; readonly records: Pick<PersonRecords, 'byPerson'>; readonly council: CouncilId }

/** Who is known by a number or an address now: the person themselves, or somebody of one or more circles. Nobody once it was taken out of every record. */
export async function identityByContact(contactHash: string, { table, records, council }: Needs): Promise<Identity | undefined> {
  const places = await contactsOf(table, council, contactHash);
  const own = places.find(({ memberId }) => memberId === undefined);
  if (own !== undefined) {
    const record = await records.byPerson(council, own.personId);
    return record === undefined ? undefined : { kind: 'person', councilId: council, id: own.personId, name: record.household.name.preferred, personId: own.personId, contactHash };
  }
  const circles = places.flatMap(({ personId: person, memberId }): Place[] => (memberId === undefined ? [] : [{ personId: personId(person), memberId }]));
  const [first] = circles;
  const record = first === undefined ? undefined : await records.byPerson(council, first.personId);
  const name = record?.household.circle.find((member) => member.id === first?.memberId)?.name;
  return name === undefined ? undefined : { kind: 'carer', councilId: council, id: contactHash.slice(0, 24), name, circles, contactHash };
}
