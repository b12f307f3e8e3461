import type { Identity, Place } from '../../models/access/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import { personId, type Clock, type CouncilId } from '../../models/shared/index.ts';
import { contactsOf, isOwn } from '../store/contact-rows.ts';
import type { Table } from '../store/table.ts';

interface Needs { readonly table: Table; readonly records: Pick<PersonRecords, 'byPerson'>; readonly clock: Clock; readonly council: CouncilId }

/** Who is known by a number or an address now: the person themselves, somebody of one or more circles, or of none yet who was asked into one. Nobody once it was taken out of every record. */
export async function identityByContact(contactHash: string, { table, records, clock, council }: Needs): Promise<Identity | undefined> {
  const places = await contactsOf(table, council, contactHash, clock());
  const own = places.find(isOwn);
  if (own !== undefined) {
    const record = await records.byPerson(council, own.personId);
    return record === undefined ? undefined : { kind: 'person', councilId: council, id: own.personId, name: record.household.name.preferred, personId: own.personId, contactHash };
  }
  const circles = places.flatMap(({ personId: person, memberId }): Place[] => (memberId === undefined ? [] : [{ personId: personId(person), memberId }]));
  const [place] = places;
  const record = place === undefined ? undefined : await records.byPerson(council, place.personId);
  const name = record?.household.circle.find((member) => member.id === place?.memberId)?.name ?? record?.household.invitations?.find(({ id }) => id === place?.invitationId)?.name;
  return name === undefined ? undefined : { kind: 'carer', councilId: council, id: contactHash.slice(0, 24), name, circles, contactHash };
}
