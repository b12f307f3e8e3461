import { freeJobsOf, type JobBook } from '../../models/job/index.ts';
import type { CircleMember, Household } from '../../models/household/index.ts';
import type { Identity } from '../../models/access/index.ts';
import type { PersonRecord, PersonRecords, RecordChange } from '../../models/person-record/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { alertStore } from './alert-store.ts';
import { calendarFeedRows } from './calendar-feed-rows.ts';
import { contactHashOf, contactsOf } from './contact-rows.ts';
import { passkeyRows } from './passkey-rows.ts';
import { sessions } from './session-rows.ts';
import type { Table } from './table.ts';

interface Needs { readonly table: Table; readonly clock: Clock; readonly fault: (cause: unknown) => void }

/**
 * The records, where whoever is stopped loses the rest as well, by whichever way they were stopped: their jobs go free in the same breath; then
 * their sign-ins end, their passkeys where nobody else's circle knows them, their phone's notifications and their calendars. They see nothing
 * from the save on, whatever becomes of that: who may see is read from the record each time.
 */
export function endingAccess(records: PersonRecords, needs: Needs): PersonRecords {
  return {
    ...records,
    save: async (record, change) => {
      const gone = change.household === undefined ? [] : stoppedBetween(record.household, change.household);
      const lost = change.household === undefined ? [] : contactsLost(record.household, change.household);
      const result = await records.save(record, gone.length === 0 ? change : withJobsFree(record, change, gone));
      if ((gone.length > 0 || lost.length > 0) && (result.kind === 'saved' || result.kind === 'unknown')) await endAll(record, gone, lost, needs).catch(needs.fault);
      return result;
    },
  };
}

function stoppedBetween(before: Household, after: Household): readonly CircleMember[] {
  const isTold = (household: Household, id: string) => household.circle.some((member) => member.id === id && member.stoppedAt === undefined);
  return before.circle.filter(({ id, stoppedAt }) => stoppedAt === undefined && !isTold(after, id));
}

/** Numbers and addresses by which somebody of the circle could sign in before, and not after. */
function contactsLost(before: Household, after: Household): readonly string[] {
  const still = new Set(contactsIn(after));
  return contactsIn(before).filter((contact) => !still.has(contact));
}

function contactsIn({ circle }: Household): readonly string[] {
  return circle.filter(({ stoppedAt }) => stoppedAt === undefined).flatMap(({ phone, email }) => [phone, email].flatMap((contact) => (contact === undefined ? [] : [contactHashOf(contact)])));
}

function withJobsFree(record: PersonRecord, change: RecordChange, gone: readonly CircleMember[]): RecordChange {
  const before = change.jobBook ?? record.jobBook;
  const after = gone.reduce<JobBook>((book, { id }) => freeJobsOf(book, id, { kind: 'person', name: record.household.name.preferred }, change.at), before);
  return after === before ? change : { ...change, jobBook: after };
}

async function endAll({ councilId, personId }: PersonRecord, gone: readonly CircleMember[], lost: readonly string[], { table, clock }: Needs): Promise<void> {
  const ids = new Set(gone.map(({ id }) => id));
  for (const contactHash of lost) {
    const identity: Identity = { kind: 'carer', councilId, id: contactHash.slice(0, 24), name: '', circles: [], contactHash };
    await sessions(table).endAll(identity);
    if ((await contactsOf(table, councilId, contactHash, clock())).length > 0) continue;
    const passkeys = passkeyRows(table);
    for (const passkey of await passkeys.list(identity)) await passkeys.remove(passkey);
  }
  if (ids.size === 0) return;
  await alertStore(table).saveReach(councilId, personId, (reach) => ({
    ...reach, members: Object.fromEntries(Object.entries(reach.members).filter(([id]) => !ids.has(id))), ...(reach.contacts !== undefined && { contacts: reach.contacts.filter((id) => !ids.has(id)) }),
  }));
  const feeds = calendarFeedRows(table);
  for (const feed of await feeds.list(councilId, personId)) {
    if (feed.viewer.kind === 'carer' && feed.viewer.circles.some((place) => place.personId === personId && ids.has(place.memberId))) await feeds.remove(councilId, feed);
  }
}
