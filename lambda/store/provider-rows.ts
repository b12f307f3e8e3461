import * as z from 'zod/mini';
import type { CareWorker, VisitBook } from '../../models/care-visit/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { flagKept, namedKept, textKept, whenAsked } from './kept-values.ts';
import { peopleOfProviderPartition, providerKey, providerPersonKey, providersPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** One person whom a provider visits, and who of its care workers is down for any of their visits. */
interface ProviderPerson { readonly workers: readonly Pick<CareWorker, 'id' | 'firstName'>[]; readonly hasUnallocated: boolean }

const personKept = whenAsked<ProviderPerson>(() => z.looseObject({ workers: z.array(z.looseObject({ id: namedKept, firstName: textKept })), hasUnallocated: flagKept }));
const providerKept = whenAsked<{ readonly name: string }>(() => z.looseObject({ name: textKept }));

/** Keeps the lists of providers, and of the people each visits, in step with a person's visits: a small row each, changed only when who comes changes. */
export function providerOperations(council: CouncilId, person: PersonId, before: VisitBook | undefined, after: VisitBook): readonly Operation[] {
  const [was, is] = [before === undefined ? undefined : lineOf(before), lineOf(after)];
  const isSameProvider = before?.provider.id === after.provider.id;
  if (isSameProvider && before.provider.name === after.provider.name && JSON.stringify(was) === JSON.stringify(is)) return [];
  return [
    ...(before !== undefined && was !== undefined && !isSameProvider ? [{ do: 'delete', key: providerPersonKey(council, before.provider.id, person), when: [] } satisfies Operation] : []),
    ...(is === undefined
      ? before === undefined ? [] : [{ do: 'delete', key: providerPersonKey(council, after.provider.id, person), when: [] } satisfies Operation]
      : [
        { do: 'put', row: { ...providerPersonKey(council, after.provider.id, person), version: 1, doc: documentOf(is) }, when: [] } satisfies Operation,
        { do: 'put', row: { ...providerKey(council, after.provider.id), version: 1, doc: documentOf({ name: after.provider.name }) }, when: [] } satisfies Operation,
      ]),
  ];
}

/** Providers that have, or had, visits here; by id. */
export async function providersOf(table: Table, council: CouncilId): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await everyRow(table, { by: 'pk', pk: providersPartition(council) });
  return rows.map((row) => ({ id: row.sk, name: valueIn(row, providerKept).name }));
}

/** Whom a provider visits, by id. */
export async function peopleOfProvider(table: Table, council: CouncilId, providerId: string): Promise<readonly (ProviderPerson & { readonly personId: PersonId })[]> {
  const rows = await everyRow(table, { by: 'pk', pk: peopleOfProviderPartition(council, providerId), from: 'person#', to: 'person#~' });
  return rows.map((row) => ({ ...valueIn(row, personKept), personId: row.sk.slice('person#'.length) as PersonId }));
}

/** Nobody comes: there is no line. */
function lineOf({ rounds, visits, workers }: VisitBook): ProviderPerson | undefined {
  const theirs = visits.filter(({ forRequestId }) => forRequestId === undefined);
  const crews = [...rounds, ...theirs].map(({ workerIds }) => workerIds);
  if (crews.length === 0) return undefined;
  const ids = [...new Set(crews.flat())].sort();
  return { workers: ids.map((id) => ({ id, firstName: workers.find((worker) => worker.id === id)?.firstName ?? id })), hasUnallocated: crews.some((ids) => ids.length === 0) };
}
