import type { Household } from '../../models/household/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { councilPartition, listedKey } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** One person in a council's list, as staff look for them. */
export interface ListedPerson { readonly personId: PersonId; readonly name: string; readonly preferred: string }

export function listedOperation(council: CouncilId, { personId, name }: Pick<Household, 'personId' | 'name'>): Operation {
  return { do: 'put', row: { ...listedKey(council, personId), version: 1, doc: documentOf({ name: name.full, preferred: name.preferred }) }, when: [] };
}

/** Everybody of a council whose name has all these words somewhere, by name. */
export async function findListed(table: Table, council: CouncilId, words: string): Promise<readonly ListedPerson[]> {
  const wanted = plain(words).split(' ').filter((word) => word !== '');
  const rows = await everyRow(table, { by: 'pk', pk: councilPartition(council), from: 'person#', to: 'person#~', limit: 1_000 });
  return rows.map(({ sk, doc }): ListedPerson => {
    const { value } = JSON.parse(doc) as { readonly value: Partial<Pick<ListedPerson, 'name' | 'preferred'>> };
    const personId = sk.slice('person#'.length) as PersonId;
    return { personId, name: value.name ?? personId, preferred: value.preferred ?? personId };
  }).filter(({ name, preferred }) => wanted.every((word) => plain(`${name} ${preferred}`).includes(word))).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
