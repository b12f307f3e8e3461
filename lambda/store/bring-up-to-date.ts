import { nextExpiry } from '../../models/service-request/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { peopleOf } from './create-person.ts';
import { contactOperations } from './contact-rows.ts';
import { firstQueueOperations } from './desk-lists.ts';
import { dueOperation } from './due-index.ts';
import { moveDue } from './due-by-council.ts';
import { councilPartition, personPartition } from './keys.ts';
import { listedOperation } from './listed-people.ts';
import { personRecords } from './person-records.ts';
import { providerOperations } from './provider-rows.ts';
import { documentOf } from './row-document.ts';
import { cameLater, spokenKey } from './spoken-parts.ts';
import { StoredRowIsBroken } from './store-errors.ts';
import type { Table } from './table.ts';

/** What a store made by an older version lacks, in the order it came. Each is done once for a council, for everybody in it. */
const steps = [{ name: 'alert-boards', mend: addAlertBoard }, { name: 'job-books', mend: addJobBook }, { name: 'first-plans', mend: planFirst }, { name: 'lists-of-staff', mend: listForStaff }, { name: 'why-requests-wait', mend: listForStaff }, { name: 'lists-of-providers', mend: listForProvider }, { name: 'council-numbers', mend: listForStaff }] as const;

/**
 * Mends what an older version, or the making of a new store, left undone. Looks at everybody once, and never again. Safe to run
 * again. Somebody whose rows are broken is passed over, so that nobody else waits for them, and tried again at the next start;
 * `broken` hears of each.
 */
export async function bringUpToDate(table: Table, council: CouncilId, now: Instant, broken: (cause: StoredRowIsBroken) => void): Promise<void> {
  await moveDue(table, council);
  for (const { name, mend } of steps) {
    const key = { pk: councilPartition(council), sk: `brought-up-to-date#${name}` };
    if (await table.get(key) !== undefined) continue;
    const brokenOnes: StoredRowIsBroken[] = [];
    for (const person of await peopleOf(table, council)) {
      await mend(table, council, person, now).catch((cause: unknown) => {
        if (!(cause instanceof StoredRowIsBroken)) throw cause;
        brokenOnes.push(cause);
        broken(cause);
      });
    }
    if (brokenOnes.length === 0) await table.transact([{ do: 'put', row: { ...key, version: 1, doc: documentOf({ at: now }) }, when: [] }]);
  }
}

/** Everybody who was kept before there were alerts has an empty board of them, found by the same speaker as the rest. */
async function addAlertBoard(table: Table, council: CouncilId, person: PersonId): Promise<void> {
  await addPart(table, personPartition(council, person), 'alerts');
}

/** Whoever was kept before the circle shared jobs has an empty book of them. */
async function addJobBook(table: Table, council: CouncilId, person: PersonId): Promise<void> {
  await addPart(table, personPartition(council, person), 'jobs');
}

async function addPart(table: Table, pk: string, part: keyof typeof cameLater): Promise<void> {
  const link = await table.get({ pk, sk: spokenKey('link') });
  if (link === undefined || await table.get({ pk, sk: spokenKey(part) }) !== undefined) return;
  await table.transact([{ do: 'put', row: { pk, sk: spokenKey(part), version: 1, doc: documentOf(cameLater[part]), ...(link.index !== undefined && { index: link.index }) }, when: [{ if: 'absent' }] }]);
}

/** From here on every change of a record plans anew; the first plan has to be begun, and a request that may run out has to be looked at. */
async function planFirst(table: Table, councilId: CouncilId, personId: PersonId, now: Instant): Promise<void> {
  const record = await personRecords(table).byPerson(councilId, personId);
  const expiry = record === undefined ? undefined : nextExpiry(record.requestBook);
  await table.transact([dueOperation(now, { kind: 'plan', councilId, personId }), ...(expiry === undefined ? [] : [dueOperation(expiry, { kind: 'request-expiry', councilId, personId })])]);
}

/** Staff find people by name, and what waits for them without looking at everybody. */
async function listForStaff(table: Table, councilId: CouncilId, personId: PersonId): Promise<void> {
  const record = await personRecords(table).byPerson(councilId, personId);
  if (record !== undefined) await table.transact([listedOperation(councilId, record.household), ...contactOperations(undefined, record.household), ...firstQueueOperations(councilId, personId, record.requestBook)]);
}

/** Care workers find whom they visit without anybody looking at everybody. */
async function listForProvider(table: Table, councilId: CouncilId, personId: PersonId): Promise<void> {
  const record = await personRecords(table).byPerson(councilId, personId);
  const operations = record === undefined ? [] : providerOperations(councilId, personId, undefined, record.visitBook);
  if (operations.length > 0) await table.transact(operations);
}
