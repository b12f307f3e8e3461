import { leftPence, type BudgetEntry } from '../../models/budget/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { contactOperations } from './contact-rows.ts';
import { firstQueueOperations } from './desk-lists.ts';
import { councilPartition, entryKey, personPartition } from './keys.ts';
import { listedOperation } from './listed-people.ts';
import { providerOperations } from './provider-rows.ts';
import { documentOf } from './row-document.ts';
import { spokenKey, spokenPartNames, type SpokenParts } from './spoken-parts.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Operation, Table } from './table.ts';

/** Somebody new, whole: every part of their record, and the ledger lines their budget comes from. */
export interface NewPerson extends Omit<PersonRecord, 'link'> {
  readonly entries: readonly BudgetEntry[];
}

const linesAtOnce = 90;

/** Keeps somebody new. The record itself comes last, in one transaction with what is to be kept `alongside`: until then nobody can find them. */
export async function createPerson(table: Table, person: NewPerson, alongside: readonly Operation[] = []): Promise<'created' | 'already-there'> {
  const pk = personPartition(person.councilId, person.personId);
  if (await table.get({ pk, sk: spokenKey('household') }) !== undefined) return 'already-there';
  const lines = person.entries.map((entry): Operation => (
    { do: 'put', row: { pk, sk: entryKey(entry.number), version: 1, doc: documentOf(entry) }, when: [] }
  ));
  for (let from = 0; from < lines.length; from += linesAtOnce) await keep(table, lines.slice(from, from + linesAtOnce));
  return keep(table, [...recordOperations(pk, person), ...alongside]);
}

/** The people of a council, by id in order. */
export async function peopleOf(table: Table, council: CouncilId): Promise<readonly PersonId[]> {
  const rows = await everyRow(table, { by: 'pk', pk: councilPartition(council), from: 'person#', to: 'person#~' });
  return rows.map((row) => row.sk.slice('person#'.length) as PersonId);
}

function recordOperations(pk: string, person: NewPerson): readonly Operation[] {
  const parts = partsOf(person);
  return [
    ...spokenPartNames.map((part): Operation => ({
      do: 'put',
      row: {
        pk, sk: spokenKey(part), version: 1, doc: documentOf(parts[part]),
        ...(part === 'budget' && parts.budget !== null && { numbers: { leftPence: leftPence(parts.budget) } }),
      },
      when: [{ if: 'absent' }],
    })),
    listedOperation(person.councilId, person.household),
    ...contactOperations(undefined, person.household),
    ...providerOperations(person.councilId, person.personId, undefined, person.visitBook),
    ...firstQueueOperations(person.councilId, person.personId, person.requestBook),
  ];
}

function partsOf(person: NewPerson): SpokenParts {
  return {
    alerts: person.alertBoard,
    budget: person.budget ?? null,
    household: person.household,
    jobs: person.jobBook,
    link: null,
    messages: person.messageBook,
    outcomes: person.outcomeBook,
    requests: person.requestBook,
    unfinished: person.unfinished ?? null,
    visits: person.visitBook,
  };
}

async function keep(table: Table, operations: readonly Operation[]): Promise<'created' | 'already-there'> {
  const result = await table.transact(operations);
  if (result.kind === 'unknown') throw new StoreDoesNotAnswer('a new person may not have been kept');
  return result.kind === 'done' ? 'created' : 'already-there';
}
