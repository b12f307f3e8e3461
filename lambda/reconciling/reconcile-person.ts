import { reconcile, type MoneyDifference } from '../../models/budget/index.ts';
import type { PersonRecord, PersonRecords } from '../../models/person-record/index.ts';
import { moneyHeld } from '../../models/service-request/index.ts';

const mostReads = 4;

/**
 * Adds up one person's ledger anew and says what does not agree with what is kept. The record and its lines are two reads: what differs is read again,
 * and is only told once nothing has moved in between.
 */
export async function reconcilePerson(record: PersonRecord, records: Pick<PersonRecords, 'byPerson' | 'entries'>): Promise<readonly MoneyDifference[]> {
  let read: PersonRecord = record;
  for (let reads = 1; ; reads += 1) {
    const differences = reconcile(read.budget, await records.entries(read.councilId, read.personId), moneyHeld(read.requestBook));
    if (differences.length === 0) return differences;
    const again = await records.byPerson(read.councilId, read.personId);
    if (again === undefined) return [];
    if (reads > 1 && (isAsItWas(read, again) || reads >= mostReads)) return differences;
    read = again;
  }
}

function isAsItWas(one: PersonRecord, other: PersonRecord): boolean {
  return JSON.stringify([one.budget, moneyHeld(one.requestBook)]) === JSON.stringify([other.budget, moneyHeld(other.requestBook)]);
}
